import type { Context } from '../../context.ts'
import { emailHash } from './address.ts'
import { insertMail } from './queries.ts'

/** What a mail says, in plain text. */
export type Letter = { subject: string; text: string }

/** Asks for a mail and gives its id; in the transaction of whatever it tells of. */
export function sendMail(ctx: Context, to: string, letter: Letter): number {
  const id = ctx.newId()
  insertMail(ctx.db, {
    id,
    recipient: ctx.vault.seal(to),
    hash: emailHash(ctx, to),
    content: ctx.vault.seal(JSON.stringify(letter)),
    now: ctx.now(),
  })
  ctx.queue.add('deliverMail', { mailId: id })
  return id
}
