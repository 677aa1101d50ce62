import type { MailProvider } from '../../../shared/api/staff.ts'
import type { Context } from '../../context.ts'
import { newestMails } from '../../core/mail/queries.ts'
import { limits } from '../../limits.ts'

/** What became of the mails that are still kept, by the provider that they went to, most refused first. */
export function readProviders(ctx: Context): MailProvider[] {
  const providers = new Map<string, MailProvider>()
  for (const mail of newestMails(ctx.db, { before: Number.MAX_SAFE_INTEGER, limit: limits.mailsLookedAt })) {
    const to = ctx.vault.open(mail.recipient)
    const domain = to.slice(to.lastIndexOf('@') + 1).toLowerCase()
    const one = providers.get(domain) ?? { domain, accepted: 0, refused: 0, waiting: 0, files: 0, answer: null }
    providers.set(domain, one)
    one[mail.state === 'file' ? 'files' : mail.state] += 1
    // the newest word of a server that did not take one is what helps
    if (mail.state !== 'accepted' && one.answer === null) one.answer = mail.answer
  }
  return [...providers.values()].sort((a, b) => b.refused - a.refused || b.accepted - a.accepted)
}
