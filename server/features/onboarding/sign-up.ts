import type { Context } from '../../context.ts'
import { hashSecret, newSecret } from '../../core/crypto.ts'
import { conflict, invalidFields } from '../../core/errors.ts'
import { emailHash } from '../../core/mail/address.ts'
import { mailHosts } from '../../core/mail/hosts.ts'
import { hashPassword } from '../../core/passwords/passwords.ts'
import type { Cookie } from '../../http/answer.ts'
import { limits } from '../../limits.ts'
import { rulesDigest } from '../rules/present.ts'
import { type CheckedSignUp, checkSignUp, type SignUp } from './check-sign-up.ts'
import { newHandCode } from './hand-codes.ts'
import { mailConfirmation } from './mail-confirmation.ts'
import { checkName } from './names.ts'
import { keepForNewcomer } from './passkey.ts'
import { checkProof, spend } from './proof.ts'
import {
  deleteExpiredByName,
  deleteRegistration,
  insertRegistration,
  memberByEmail,
  type RegistrationRow,
  registrationByForm,
  registrationById,
  registrationByToken,
} from './queries.ts'

/** The cookie by which a newcomer's browser finds its registration again. */
export const registrationCookie = (secret: string | undefined, lasts: number = limits.registrationLasts): Cookie => ({
  name: 'registration',
  value: secret,
  maxAge: lasts,
})

/** The registration whose secret the browser's cookie holds. */
export const findRegistration = (ctx: Context, secret: string | undefined): RegistrationRow | undefined =>
  secret === undefined ? undefined : registrationByToken(ctx.db, { hash: hashSecret(secret), now: ctx.now() })

/** What is said of a form that was sent before. */
export const REPLAYED = 'This form was sent already. Go on with the confirmation.'

function checkReplay(ctx: Context, formId: string): void {
  if (!registrationByForm(ctx.db, { formId })) return
  throw conflict(REPLAYED, { code: 'form_replayed' })
}

type Prepared = CheckedSignUp & { form: SignUp; passwordHash: string; passkey: string | null; secret: string }

function insert(ctx: Context, { form, address, rules, invite, secret, needsApproval, ...proof }: Prepared): number {
  const id = ctx.newId()
  const now = ctx.now()
  const hash = emailHash(ctx, address)
  const acknowledged = form.rules?.acknowledged ?? []
  insertRegistration(ctx.db, {
    id,
    tokenHash: hashSecret(secret),
    formId: form.form_id,
    username: form.username,
    key: form.username.toLowerCase(),
    email: ctx.vault.seal(address),
    emailHash: hash,
    known: memberByEmail(ctx.db, { emailHash: hash }) ? 1 : 0,
    passwordHash: proof.passwordHash,
    passkey: proof.passkey,
    locale: form.locale,
    rulesVersion: rules.version,
    rulesLocale: rules.locale,
    rulesAcks: JSON.stringify(Object.fromEntries(acknowledged.map((ruleId) => [ruleId, now]))),
    rulesDigest: rulesDigest(rules),
    reason: form.reason,
    inviteId: invite?.id ?? null,
    handCode: newHandCode(ctx),
    now,
    needsApproval: needsApproval ? 1 : 0,
    expiresAt: now + limits.registrationLasts,
  })
  return id
}

/**
 * Registers a newcomer and mails a link; whether the address is known changes only what that mail says. `before` is the
 * secret of the browser's earlier registration, which this one takes the place of. Throws 403, 409, 422.
 */
export async function signUp(
  ctx: Context,
  form: SignUp,
  from: { before?: string | undefined; ip: string },
): Promise<{ registration: RegistrationRow; secret: string }> {
  checkReplay(ctx, form.form_id)
  const { before, ip } = from
  const hosts = await mailHosts(ctx, form.email.trim())
  const checked = checkSignUp(ctx, form, { own: findRegistration(ctx, before)?.id, ip, mailHosts: hosts })
  if (!form.unproved) checkProof(ctx, form.proof)
  // where there is no hash, no password ever fits
  const passkey = form.passkey ? await keepForNewcomer(ctx, form.passkey) : null
  const passwordHash = form.passkey ? '' : await hashPassword(form.password)
  const secret = newSecret()
  return ctx.transact(() => {
    checkReplay(ctx, form.form_id)
    if (!form.unproved) spend(ctx, form.proof)
    const own = findRegistration(ctx, before)
    const taken = checkName(ctx, form.username, own?.id)
    if (taken) throw invalidFields({ username: [taken] })
    if (own) deleteRegistration(ctx.db, { id: own.id })
    deleteExpiredByName(ctx.db, { key: form.username.toLowerCase(), now: ctx.now() })
    const id = insert(ctx, { ...checked, form, passwordHash, passkey, secret })
    mailConfirmation(ctx, id)
    ctx.emit('signedUp', {})
    const registration = registrationById(ctx.db, { id })
    if (!registration) throw new Error('the registration is not there')
    return { registration, secret }
  })
}
