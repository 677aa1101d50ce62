import { z } from 'zod'
import type { Context } from '../../context.ts'
import { MINUTE } from '../../core/clock.ts'
import { makeLink } from '../../core/links/links.ts'
import { countResetLinks } from '../../core/links/queries.ts'
import { emailHash } from '../../core/mail/address.ts'
import { sendMail } from '../../core/mail/send.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { readSettings } from '../settings/queries.ts'
import { resetLetter } from './letters.ts'
import { keyholderByEmail } from './queries.ts'

/** The address to which a link for a new password shall go. */
export const askResetForm = z.object({ email: z.string().max(limits.email) })

/**
 * Notes that somebody asks for a new password. Whether the address is known is only looked up by the job, so the answer
 * and its time cannot tell.
 */
export function askReset(ctx: Context, email: string): void {
  ctx.queue.add('mailReset', { emailHash: emailHash(ctx, email).toString('base64') })
}

/** Sends the link for a new password, if the address belongs to somebody and was not sent some just now. */
export const mailReset: Worker<Context, Jobs['mailReset']> = {
  run(ctx, { emailHash: hash }) {
    const person = keyholderByEmail(ctx.db, { hash: Buffer.from(hash, 'base64') })
    if (!person?.email || person.disabledAt !== null || person.suspendedAt !== null) return
    const { accountId, username } = person
    const to = ctx.vault.open(person.email)
    ctx.transact(() => {
      const sent = countResetLinks(ctx.db, { accountId, since: ctx.now() - 30 * MINUTE })
      if ((sent?.count ?? 0) >= limits.resetMails) return
      const link = makeLink(ctx, { kind: 'reset', lasts: limits.resetLinkLasts, accountId })
      sendMail(ctx, to, resetLetter(readSettings(ctx.db).name, username, link))
    })
  },
}
