import { randomInt } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { SECOND } from '../../core/clock.ts'
import { limits } from '../../limits.ts'
import { type InviteRow, insertInvite, inviteByCode, inviteById } from './queries.ts'

/** How often and how long (in seconds) an invite lets people in; without a number, without an end. */
export const inviteForm = z.object({
  max_uses: z.coerce.number().int().min(1).max(1000).optional(),
  expires_in: z.coerce.number().int().min(60).max(31_622_400).optional(),
  comment: z.string().trim().max(limits.inviteComment).default(''),
})

/** Letters and digits that nobody takes for one another. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 8

function newCode(ctx: Context): string {
  for (;;) {
    const code = Array.from({ length: LENGTH }, () => signs[randomInt(signs.length)]).join('')
    if (!inviteByCode(ctx.db, { code })) return code
  }
}

/** Makes an invite in the name of a member. */
export function makeInvite(ctx: Context, createdBy: number, form: z.infer<typeof inviteForm>): InviteRow {
  const id = ctx.newId()
  const now = ctx.now()
  return ctx.transact(() => {
    insertInvite(ctx.db, {
      id,
      code: newCode(ctx),
      createdBy,
      now,
      expiresAt: form.expires_in === undefined ? null : now + form.expires_in * SECOND,
      maxUses: form.max_uses ?? null,
      comment: form.comment,
    })
    const made = inviteById(ctx.db, { id })
    if (!made) throw new Error('the invite is not there')
    ctx.emit('staffActed', { accountId: createdBy, action: 'invite.make', subject: 'settings', subjectId: id })
    return made
  })
}
