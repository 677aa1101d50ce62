import { z } from 'zod'
import type { Db } from '../../db/open.ts'
import { list, many, one, write } from '../../db/sql.ts'

const columns = `accounts.id, accounts.username, members.email, members.reason, members.applied_at AS appliedAt,
  accounts.created_at AS createdAt, accounts.joined_at AS joinedAt, accounts.suspended_at AS suspendedAt,
  members.disabled_at AS disabledAt, members.approved_at AS approvedAt, members.known_at AS knownAt` as const

const personRow = z.object({
  id: z.int(),
  username: z.string(),
  email: z.instanceof(Buffer).nullable(),
  reason: z.string(),
  appliedAt: z.int().nullable(),
  createdAt: z.int(),
  joinedAt: z.int().nullable(),
  suspendedAt: z.int().nullable(),
  disabledAt: z.int().nullable(),
  approvedAt: z.int().nullable(),
  knownAt: z.int().nullable(),
})
/** Somebody of this server, with what only those who run it see. */
export type PersonRow = z.infer<typeof personRow>

/** Who waits for approval, who has waited longest first. */
export const applicants = many(
  personRow,
  `SELECT ${columns} FROM members JOIN accounts ON accounts.id = members.account_id
   WHERE members.approved_at IS NULL AND members.applied_at > 0 ORDER BY members.applied_at LIMIT @limit`,
)

/** How many wait for somebody of the collective: for an answer, or to be confirmed by hand. Counts to a hundred. */
export const countWaiting = one(
  z.object({ applications: z.int(), byHand: z.int() }),
  `SELECT
     (SELECT count(*) FROM (SELECT 1 FROM members WHERE approved_at IS NULL AND applied_at > 0 LIMIT 100))
       AS applications,
     (SELECT count(*) FROM (SELECT 1 FROM registrations WHERE by_hand_at IS NOT NULL AND account_id IS NULL
       AND refused_at IS NULL AND expires_at > @now LIMIT 100)) AS byHand`,
)

/** The newest members below an id. */
export const newestMembers = many(
  personRow,
  `SELECT ${columns} FROM members JOIN accounts ON accounts.id = members.account_id
   WHERE members.account_id < @before AND accounts.joined_at IS NOT NULL
   ORDER BY members.account_id DESC LIMIT @limit`,
)

/** Members whose name begins with a text in lower case; `end` is the text past all such. */
export const membersByName = many(
  personRow,
  `SELECT ${columns} FROM accounts JOIN members ON members.account_id = accounts.id
   WHERE accounts.username_key >= @start AND accounts.username_key < @end AND accounts.domain IS NULL
     AND accounts.joined_at IS NOT NULL ORDER BY accounts.username_key LIMIT @limit`,
)

/** Members whose display name begins with a text in lower case. */
export const membersByDisplayName = many(
  personRow,
  `SELECT ${columns} FROM accounts JOIN members ON members.account_id = accounts.id
   WHERE accounts.display_key >= @start AND accounts.display_key < @end AND accounts.display_key <> ''
     AND accounts.domain IS NULL AND accounts.joined_at IS NOT NULL ORDER BY accounts.display_key LIMIT @limit`,
)

const peopleIn = many(
  personRow,
  `SELECT ${columns} FROM accounts JOIN members ON members.account_id = accounts.id
   WHERE accounts.id IN (SELECT value FROM json_each(@ids))`,
)

/** One person of this server. */
export const personById = (db: Db, id: number): PersonRow | undefined => peopleIn(db, { ids: list([id]) })[0]

/** Lets somebody in who waited; changes nothing when that was done already. */
export const approveMember = write(
  `UPDATE members SET approved_at = @now WHERE account_id = @accountId AND approved_at IS NULL`,
)

/** Takes an account away with all that belongs to it. */
export const deleteAccount = write(`DELETE FROM accounts WHERE id = @id`)
