import type { Context } from '../../context.ts'
import { conflict, invalidFields, Refusal } from '../../core/errors.ts'
import { expireLinksOfRegistration } from '../../core/links/queries.ts'
import { emailHash, readAddress } from '../../core/mail/address.ts'
import { mailById } from '../../core/mail/queries.ts'
import { limits } from '../../limits.ts'
import { addressCause, verdictOnAddress } from '../../policies/blocks.ts'
import { checkAddressed } from './check-sign-up.ts'
import { mailConfirmation } from './mail-confirmation.ts'
import { askByHand, memberByEmail, type RegistrationRow, setAddress } from './queries.ts'

function checkOpen(row: RegistrationRow): void {
  if (row.accountId === null && row.refusedAt === null) return
  throw conflict('Your address is confirmed already.', { code: 'already_confirmed' })
}

function checkMails(row: RegistrationRow): void {
  if (row.mailsSent < limits.mailsPerRegistration) return
  const advice = 'We have sent as many mails as we can. Ask to be confirmed by hand instead.'
  throw new Refusal(429, advice, { code: 'too_many_mails' })
}

function checkPause(ctx: Context, row: RegistrationRow): void {
  const last = row.mailId === null ? undefined : mailById(ctx.db, { id: row.mailId })
  if (!last || last.createdAt + limits.resendAfter <= ctx.now()) return
  throw new Refusal(429, 'A mail was sent just now. Wait a minute before you ask for another.', { code: 'too_soon' })
}

/** Mails the confirmation once more. Throws 409 or 429. */
export function resend(ctx: Context, row: RegistrationRow): void {
  checkOpen(row)
  checkMails(row)
  checkPause(ctx, row)
  ctx.transact(() => mailConfirmation(ctx, row.id))
}

/** Sends the confirmation to another address, whose mail `hosts` take in; links that went to the old one end. Throws 409, 422 or 429. */
export function changeAddress(ctx: Context, row: RegistrationRow, typed: string, hosts: readonly string[]): void {
  checkOpen(row)
  const read = readAddress(typed)
  if ('cause' in read) throw invalidFields({ email: [read.cause] })
  const verdict = verdictOnAddress(ctx, read.address, hosts)
  const shut = addressCause(verdict)
  if (shut) throw invalidFields({ email: [shut] })
  const hash = emailHash(ctx, read.address)
  const crowded = checkAddressed(ctx, hash)
  if (crowded && !hash.equals(row.emailHash)) throw invalidFields({ email: [crowded] })
  checkMails(row)
  // who mends a slip of the keys need not wait
  if (hash.equals(row.emailHash)) checkPause(ctx, row)
  ctx.transact(() => {
    expireLinksOfRegistration(ctx.db, { registrationId: row.id, now: ctx.now() })
    const known = memberByEmail(ctx.db, { emailHash: hash }) ? 1 : 0
    const look = verdict === 'look' ? 1 : 0
    setAddress(ctx.db, { id: row.id, email: ctx.vault.seal(read.address), emailHash: hash, known, look })
    mailConfirmation(ctx, row.id)
  })
}

/** Asks the people who run the community to confirm by hand. Throws 409. */
export function wishByHand(ctx: Context, row: RegistrationRow): void {
  checkOpen(row)
  askByHand(ctx.db, { id: row.id, now: ctx.now(), until: ctx.now() + limits.byHandLasts })
}
