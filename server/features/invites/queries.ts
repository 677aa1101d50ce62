import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const columns = `invites.id, invites.code, invites.created_by AS createdBy, invites.expires_at AS expiresAt,
  invites.max_uses AS maxUses, invites.uses, invites.comment, invites.withdrawn_at AS withdrawnAt` as const

const inviteRow = z.object({
  id: z.int(),
  code: z.string(),
  createdBy: z.int(),
  expiresAt: z.int().nullable(),
  maxUses: z.int().nullable(),
  uses: z.int(),
  comment: z.string(),
  withdrawnAt: z.int().nullable(),
})
/** An invite as stored. */
export type InviteRow = z.infer<typeof inviteRow>

const inviterMayInvite = `EXISTS (SELECT 1 FROM accounts JOIN members ON members.account_id = accounts.id
  WHERE accounts.id = invites.created_by AND accounts.joined_at IS NOT NULL AND accounts.suspended_at IS NULL
    AND members.disabled_at IS NULL)` as const

/** An invite that lets somebody in now: not withdrawn, used up or too old, and from a member in good standing. */
export const validInvite = one(
  inviteRow,
  `SELECT ${columns} FROM invites WHERE code = @code AND withdrawn_at IS NULL AND coalesce(expires_at, @now + 1) > @now
     AND uses < coalesce(max_uses, uses + 1) AND ${inviterMayInvite}`,
)

/**
 * Counts one more account that came by an invite; changes nothing when it is withdrawn or used up. Who signed up in
 * time may confirm later.
 */
export const countUse = write(
  `UPDATE invites SET uses = uses + 1 WHERE id = @id AND withdrawn_at IS NULL
     AND uses < coalesce(max_uses, uses + 1) AND ${inviterMayInvite}`,
)

/** The newest invites. */
export const newestInvites = many(
  inviteRow,
  `SELECT ${columns} FROM invites WHERE id < @before ORDER BY id DESC LIMIT @limit`,
)

/** One invite. */
export const inviteById = one(inviteRow, `SELECT ${columns} FROM invites WHERE id = @id`)

/** An invite by its code, valid or not. */
export const inviteByCode = one(inviteRow, `SELECT ${columns} FROM invites WHERE code = @code`)

/** Adds an invite. */
export const insertInvite = write(
  `INSERT INTO invites (id, code, created_by, created_at, expires_at, max_uses, comment)
   VALUES (@id, @code, @createdBy, @now, @expiresAt, @maxUses, @comment)`,
)

/** Forgets by whose invites people came who joined until a time. */
export const forgetInviters = write(
  `UPDATE members SET invite_id = NULL WHERE invite_id IS NOT NULL AND confirmed_at <= @until`,
)

/** Withdraws an invite; who came by it stays. */
export const withdrawInvite = write(`UPDATE invites SET withdrawn_at = coalesce(withdrawn_at, @now) WHERE id = @id`)

/** The members of whom it is still known by whose invite they came, newest first. */
export const invitedMembers = many(
  z.object({
    username: z.string(),
    invitedBy: z.string(),
    joinedAt: z.int().nullable(),
    suspendedAt: z.int().nullable(),
  }),
  `SELECT accounts.username, inviters.username AS invitedBy, members.confirmed_at AS joinedAt,
     accounts.suspended_at AS suspendedAt
   FROM members JOIN invites ON invites.id = members.invite_id JOIN accounts ON accounts.id = members.account_id
   JOIN accounts inviters ON inviters.id = invites.created_by
   WHERE members.invite_id IS NOT NULL AND members.confirmed_at > 0
   ORDER BY members.confirmed_at DESC LIMIT @limit`,
)
