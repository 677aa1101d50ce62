import { z } from 'zod'
import type { RecoveryCodes } from '../../../shared/api/account.ts'
import type { Context } from '../../context.ts'
import { invalidFields, notFound } from '../../core/errors.ts'
import { readLink, useLink } from '../../core/links/links.ts'
import { sendMail } from '../../core/mail/send.ts'
import { checkPassword, hashPassword, verifyPassword } from '../../core/passwords/passwords.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { readSettings } from '../settings/queries.ts'
import { changedLetter } from './letters.ts'
import { type Keyholder, keyholderById, setPassword } from './queries.ts'
import { revokeAll } from './revoke.ts'
import { endPasskeys, firstCodes } from './second/change.ts'
import { signedByPasskey } from './second/passkeys.ts'
import { prove } from './second/prove.ts'

/** A new password by a link; the link's secret proves who asks. */
export const newPasswordForm = z.object({ token: z.string().max(200), password: z.string().max(4000) })

/** A new password by the old one, or a first one by the passkey of who joined without. */
export const changePasswordForm = z.object({
  current: z.string().max(4000).default(''),
  passkey: signedByPasskey.optional(),
  password: z.string().max(4000),
})
type Change = z.infer<typeof changePasswordForm>

function checkNew(ctx: Context, password: string, username: string): void {
  const cause = checkPassword(password, [username, readSettings(ctx.db).name])
  if (cause) throw invalidFields({ password: [cause] })
}

function keep(ctx: Context, person: Keyholder, passwordHash: string, session?: string): void {
  setPassword(ctx.db, { accountId: person.accountId, passwordHash })
  revokeAll(ctx, person.accountId, { except: session })
  if (!person.email) return
  const { name } = readSettings(ctx.db)
  sendMail(ctx, ctx.vault.open(person.email), changedLetter(name, person.username, `${ctx.config.publicUrl}/forgot`))
}

function keyholder(ctx: Context, accountId: number | null): Keyholder {
  const found = accountId === null ? undefined : keyholderById(ctx.db, { accountId })
  if (!found) throw notFound()
  return found
}

/** Takes a new password by a link and logs the person out everywhere. Throws 404 or 410 for the link, 422. */
export async function resetPassword(ctx: Context, { token, password }: z.infer<typeof newPasswordForm>): Promise<void> {
  const link = readLink(ctx, 'reset', token)
  const person = keyholder(ctx, link.accountId)
  checkNew(ctx, password, person.username)
  const passwordHash = await hashPassword(password)
  ctx.transact(() => {
    useLink(ctx, link)
    // who joined with a passkey lost it: the password takes its place
    if (person.passwordHash === '') endPasskeys(ctx, person.accountId)
    keep(ctx, person, passwordHash)
  })
}

async function checkCurrent({ passwordHash }: Keyholder, { current, password }: Change): Promise<void> {
  if (await verifyPassword(passwordHash, current)) return
  // sent once more, as the answer was lost on the way: the new one is in force already
  if (await verifyPassword(passwordHash, password)) return
  throw invalidFields({ current: [{ error: 'ERR_INVALID', description: 'This is not your password of now.' }] })
}

/**
 * Changes one's password; only the session that asks (`session`, its secret) stays. Who had none has a second step from
 * now on, the passkey beside the password, and is given the codes for the day when it is lost. Throws 422.
 */
export async function changePassword(
  ctx: Context,
  viewer: Viewer,
  form: Change,
  session?: string,
): Promise<RecoveryCodes> {
  const person = keyholder(ctx, viewer.accountId)
  const { passkey, password } = form
  const first = person.passwordHash === ''
  if (!first) await checkCurrent(person, form)
  checkNew(ctx, password, person.username)
  if (first) await prove(ctx, viewer, { password: '', passkey })
  const passwordHash = await hashPassword(password)
  return ctx.transact(() => {
    keep(ctx, person, passwordHash, session)
    return first ? firstCodes(ctx, person.accountId) : { recovery_codes: null }
  })
}
