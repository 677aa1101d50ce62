import { z } from 'zod'
import type { Db } from '../db/open.ts'
import { list, many } from '../db/sql.ts'

/** How a person and others stand to each other, a row for each of the others. */
const relationsOf = many(
  z.object({
    id: z.int(),
    following: z.int(),
    followedBy: z.int(),
    blocking: z.int(),
    blockedBy: z.int(),
    muting: z.int(),
    mutedBy: z.int(),
  }),
  `SELECT CAST(value AS INTEGER) AS id,
     EXISTS (SELECT 1 FROM follows WHERE account_id = @me AND target_id = value) AS following,
     EXISTS (SELECT 1 FROM follows WHERE account_id = value AND target_id = @me) AS followedBy,
     EXISTS (SELECT 1 FROM blocks WHERE account_id = @me AND target_id = value) AS blocking,
     EXISTS (SELECT 1 FROM blocks WHERE account_id = value AND target_id = @me) AS blockedBy,
     EXISTS (SELECT 1 FROM mutes WHERE account_id = @me AND target_id = value
       AND coalesce(expires_at, @now + 1) > @now) AS muting,
     EXISTS (SELECT 1 FROM mutes WHERE account_id = value AND target_id = @me
       AND coalesce(expires_at, @now + 1) > @now) AS mutedBy
   FROM json_each(@ids)`,
)

/** Sets of account ids, seen from one person. */
export type Relations = {
  following: ReadonlySet<number>
  followedBy: ReadonlySet<number>
  blocking: ReadonlySet<number>
  blockedBy: ReadonlySet<number>
  muting: ReadonlySet<number>
  /** For decisions that nobody sees: who mutes whom is theirs to know. */
  mutedBy: ReadonlySet<number>
}

const none: ReadonlySet<number> = new Set()

/** Nobody's relations: what a visitor has. */
export const noRelations: Relations = {
  following: none,
  followedBy: none,
  blocking: none,
  blockedBy: none,
  muting: none,
  mutedBy: none,
}

/** How the person `me` stands to the accounts `ids`, in one query. */
export function readRelations(db: Db, me: number, ids: Iterable<number>, now: number): Relations {
  const found = {
    following: new Set<number>(),
    followedBy: new Set<number>(),
    blocking: new Set<number>(),
    blockedBy: new Set<number>(),
    muting: new Set<number>(),
    mutedBy: new Set<number>(),
  }
  for (const row of relationsOf(db, { me, ids: list([...new Set(ids)]), now })) {
    if (row.following) found.following.add(row.id)
    if (row.followedBy) found.followedBy.add(row.id)
    if (row.blocking) found.blocking.add(row.id)
    if (row.blockedBy) found.blockedBy.add(row.id)
    if (row.muting) found.muting.add(row.id)
    if (row.mutedBy) found.mutedBy.add(row.id)
  }
  return found
}
