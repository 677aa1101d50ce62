import type { Context } from '../../context.ts'
import { HOUR } from '../../core/clock.ts'
import { mailById } from '../../core/mail/queries.ts'
import type { Events } from '../../events.ts'
import { limits } from '../../limits.ts'
import { rolesThatMay } from '../../policies/roles.ts'
import { membersWithRoles } from '../accounts/queries.ts'
import { readSettings, saveSettings } from '../settings/queries.ts'
import { noticeFor } from './providers.ts'
import { answersSince, countAnswer } from './queries.ts'

/** Answers about one mailbox (RFC 3463, X.1.x and X.2.x): they say nothing of what the provider thinks of us. */
const aboutMailbox = /\b5\.[12]\.\d+\b/

/**
 * Counts what a provider's mail server said, and when it refuses too many of our mails, shows newcomers with an address
 * there the way round it, and tells those who run the community.
 */
export function watchProvider(ctx: Context, { mailId }: Events['mailSettled']): void {
  const mail = mailById(ctx.db, { id: mailId })
  if (!mail || (mail.state !== 'accepted' && mail.state !== 'refused')) return
  if (mail.state === 'refused' && aboutMailbox.test(mail.answer ?? '')) return
  const address = ctx.vault.open(mail.recipient)
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  const key = ctx.vault.fingerprint('mail provider', domain)
  const refused = mail.state === 'refused' ? 1 : 0
  const hour = Math.floor(ctx.now() / HOUR)
  countAnswer(ctx.db, { domain: key, hour, accepted: 1 - refused, refused })
  if (refused && isRefusing(ctx, key, hour)) raiseNotice(ctx, address, domain)
}

function isRefusing(ctx: Context, domain: Buffer, hour: number): boolean {
  const since = hour - limits.mailRefusedTime / HOUR
  const { accepted = 0, refused = 0 } = answersSince(ctx.db, { domain, hour: since }) ?? {}
  return refused >= limits.mailRefusals && refused > limits.mailRefusedPart * (accepted + refused)
}

function raiseNotice(ctx: Context, address: string, domain: string): void {
  const settings = readSettings(ctx.db)
  const id = `mail-${domain}`.slice(0, 40)
  // one that somebody hid stays hidden
  if (noticeFor(settings, address) || settings.notices.some((notice) => notice.id === id)) return
  const notice = {
    id,
    title: `${domain} refuses our mail`,
    text: `Mails from here to ${domain} come back at the moment. Take another address, or go on and ask to be confirmed by hand.`,
    domains: [domain],
    shown: true,
  }
  saveSettings(ctx, { notices: [...settings.notices, notice] })
  for (const { accountId } of membersWithRoles(ctx.db, { roles: JSON.stringify(rolesThatMay('settings')) })) {
    ctx.emit('noticeGiven', { accountId, kind: 'mail_refused', ref: 0 })
  }
  ctx.log.info('a mail provider refuses our mail; newcomers are told')
}
