import type { Context } from '../../context.ts'
import { makeLink } from '../../core/links/links.ts'
import { sendMail } from '../../core/mail/send.ts'
import { limits } from '../../limits.ts'
import { readSettings } from '../settings/queries.ts'
import { confirmLetter, knownAddressLetter } from './letters.ts'
import { noteMail, registrationById } from './queries.ts'

/**
 * Mails a newcomer the link that confirms the address; to an address that is known it says that there is an account. The
 * same work is done for both, in the transaction of the sign-up, the resending or the change of address.
 */
export function mailConfirmation(ctx: Context, registrationId: number): void {
  const row = registrationById(ctx.db, { id: registrationId })
  if (!row) return
  const { name } = readSettings(ctx.db)
  const link = makeLink(ctx, { kind: 'confirm', lasts: limits.confirmLinkLasts, registrationId })
  const { publicUrl } = ctx.config
  const letter = row.known
    ? knownAddressLetter(name, `${publicUrl}/login`, `${publicUrl}/forgot`)
    : confirmLetter(name, row.username, link, row.handCode)
  noteMail(ctx.db, { id: row.id, mailId: sendMail(ctx, ctx.vault.open(row.email), letter) })
}
