import { z } from 'zod'
import type { Db } from '../db/open.ts'
import { list, many } from '../db/sql.ts'

const relationRow = z.object({ targetId: z.int(), kind: z.string() })

/** How a person and others stand to each other, as rows of (other, kind). */
const relationsOf = many(
  relationRow,
  `SELECT target_id AS targetId, 'following' AS kind FROM follows
     WHERE account_id = @me AND target_id IN (SELECT value FROM json_each(@ids))
   UNION ALL SELECT account_id, 'followedBy' FROM follows
     WHERE target_id = @me AND account_id IN (SELECT value FROM json_each(@ids))
   UNION ALL SELECT target_id, 'blocking' FROM blocks
     WHERE account_id = @me AND target_id IN (SELECT value FROM json_each(@ids))
   UNION ALL SELECT account_id, 'blockedBy' FROM blocks
     WHERE target_id = @me AND account_id IN (SELECT value FROM json_each(@ids))
   UNION ALL SELECT target_id, 'muting' FROM mutes
     WHERE account_id = @me AND target_id IN (SELECT value FROM json_each(@ids))
       AND coalesce(expires_at, @now + 1) > @now`,
)

const mentionsOf = many(
  z.object({ statusId: z.int() }),
  `SELECT status_id AS statusId FROM mentions
   WHERE account_id = @me AND status_id IN (SELECT value FROM json_each(@ids))`,
)

/** Sets of account ids, seen from one person. */
export type Relations = {
  following: ReadonlySet<number>
  followedBy: ReadonlySet<number>
  blocking: ReadonlySet<number>
  blockedBy: ReadonlySet<number>
  muting: ReadonlySet<number>
}

const none: ReadonlySet<number> = new Set()

/** Nobody's relations: what a visitor has. */
export const noRelations: Relations = {
  following: none,
  followedBy: none,
  blocking: none,
  blockedBy: none,
  muting: none,
}

/** How the person `me` stands to the accounts `ids`, in one query. */
export function readRelations(db: Db, me: number, ids: Iterable<number>, now: number): Relations {
  const found = {
    following: new Set<number>(),
    followedBy: new Set<number>(),
    blocking: new Set<number>(),
    blockedBy: new Set<number>(),
    muting: new Set<number>(),
  }
  for (const { targetId, kind } of relationsOf(db, { me, ids: list([...new Set(ids)]), now })) {
    // the kinds are the query's own words
    found[kind as keyof Relations].add(targetId)
  }
  return found
}

/** Which of the statuses `ids` mention the person `me`. */
export const readMentioning = (db: Db, me: number, ids: readonly number[]): ReadonlySet<number> =>
  new Set(mentionsOf(db, { me, ids: list(ids) }).map((row) => row.statusId))
