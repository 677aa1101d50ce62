import { z } from 'zod'
import type { Db } from '../db/open.ts'
import { list, many, one } from '../db/sql.ts'

/** How a person and others stand to each other, a row for each of the others. */
const relationsOf = many(
  z.object({
    id: z.int(),
    following: z.int(),
    followedBy: z.int(),
    blocking: z.int(),
    blockedBy: z.int(),
    muting: z.int(),
    truce: z.int(),
    mutedBy: z.int(),
  }),
  `SELECT CAST(value AS INTEGER) AS id,
     EXISTS (SELECT 1 FROM follows WHERE account_id = @me AND target_id = value) AS following,
     EXISTS (SELECT 1 FROM follows WHERE account_id = value AND target_id = @me) AS followedBy,
     EXISTS (SELECT 1 FROM blocks WHERE account_id = @me AND target_id = value) AS blocking,
     EXISTS (SELECT 1 FROM blocks WHERE account_id = value AND target_id = @me) AS blockedBy,
     EXISTS (SELECT 1 FROM mutes WHERE account_id = @me AND target_id = value
       AND coalesce(expires_at, @now + 1) > @now)
       -- whoever blocks a server for themselves meets its people nowhere, as if each were muted
       OR EXISTS (SELECT 1 FROM accounts JOIN domain_blocks ON domain_blocks.domain = accounts.domain
         WHERE accounts.id = value AND domain_blocks.account_id = @me) AS muting,
     EXISTS (SELECT 1 FROM truces WHERE account_id = @me AND target_id = value AND ends_at > @now
         AND kind = 'truce')
       OR EXISTS (SELECT 1 FROM truces WHERE account_id = value AND target_id = @me AND ends_at > @now
         AND kind = 'truce') AS truce,
     EXISTS (SELECT 1 FROM mutes WHERE account_id = value AND target_id = @me
       AND coalesce(expires_at, @now + 1) > @now) AS mutedBy
   FROM json_each(@ids)`,
)

/** With whom of `ids` (a JSON list) somebody has a truce now, and until when. */
export const trucesWith = many(
  z.object({ id: z.int(), until: z.int() }),
  `SELECT target_id AS id, ends_at AS until FROM truces WHERE account_id = @me AND kind = 'truce'
     AND target_id IN (SELECT value FROM json_each(@ids)) AND ends_at IS NOT NULL AND ends_at > @now
   UNION ALL SELECT account_id, ends_at FROM truces WHERE target_id = @me AND kind = 'truce'
     AND account_id IN (SELECT value FROM json_each(@ids)) AND ends_at > @now`,
)

/** With whom somebody agreed to reply no more in a conversation now, and until when. */
export const lockIn = one(
  z.object({ id: z.int(), until: z.int() }),
  `SELECT CASE account_id WHEN @me THEN target_id ELSE account_id END AS id, ends_at AS until FROM truces
   WHERE thread_id = @threadId AND kind = 'thread_lock' AND ends_at IS NOT NULL AND ends_at > @now
     AND @me IN (account_id, target_id) ORDER BY ends_at DESC LIMIT 1`,
)

/** Who of `ids` (a JSON list) is told of what a sender did, in a conversation or (null) in none. */
export const toldOf = many(
  z.object({ id: z.int() }),
  `SELECT accounts.id FROM json_each(@ids) JOIN accounts ON accounts.id = json_each.value AND accounts.domain IS NULL
   WHERE accounts.id <> @sender
     AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = accounts.id AND target_id = @sender)
     AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = @sender AND target_id = accounts.id)
     AND NOT EXISTS (SELECT 1 FROM mutes WHERE account_id = accounts.id AND target_id = @sender
       AND notifications = 1 AND coalesce(expires_at, @now + 1) > @now)
     AND NOT EXISTS (SELECT 1 FROM accounts AS senders JOIN domain_blocks ON domain_blocks.domain = senders.domain
       WHERE senders.id = @sender AND domain_blocks.account_id = accounts.id)
     AND NOT EXISTS (SELECT 1 FROM thread_mutes WHERE account_id = accounts.id AND thread_id = @threadId
       AND coalesce(expires_at, @now + 1) > @now)
     AND NOT EXISTS (SELECT 1 FROM truces WHERE account_id = accounts.id AND target_id = @sender AND ends_at > @now
       AND kind = 'truce')
     AND NOT EXISTS (SELECT 1 FROM truces WHERE account_id = @sender AND target_id = accounts.id AND ends_at > @now
       AND kind = 'truce')`,
)

/** Sets of account ids, seen from one person. */
export type Relations = {
  following: ReadonlySet<number>
  followedBy: ReadonlySet<number>
  blocking: ReadonlySet<number>
  blockedBy: ReadonlySet<number>
  muting: ReadonlySet<number>
  /** Those with whom one has a truce. */
  truce: ReadonlySet<number>
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
  truce: none,
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
    truce: new Set<number>(),
    mutedBy: new Set<number>(),
  }
  for (const row of relationsOf(db, { me, ids: list([...new Set(ids)]), now })) {
    if (row.following) found.following.add(row.id)
    if (row.followedBy) found.followedBy.add(row.id)
    if (row.blocking) found.blocking.add(row.id)
    if (row.blockedBy) found.blockedBy.add(row.id)
    if (row.muting) found.muting.add(row.id)
    if (row.truce) found.truce.add(row.id)
    if (row.mutedBy) found.mutedBy.add(row.id)
  }
  return found
}
