import { z } from 'zod'
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
import { endPasskeys } from './second/change.ts'

const NONE = 'You joined with a passkey and have no password. Log out and have a link for a password sent to you.'

/** A new password by a link; the link's secret proves who asks. */
export const newPasswordForm = z.object({ token: z.string().max(200), password: z.string().max(4000) })

/** A new password by the old one. */
export const changePasswordForm = z.object({ current: z.string().max(4000), password: z.string().max(4000) })

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

/** Changes one's password; only the session that asks (`session`, its secret) stays. Throws 422. */
export async function changePassword(
  ctx: Context,
  viewer: Viewer,
  { current, password }: z.infer<typeof changePasswordForm>,
  session?: string,
): Promise<void> {
  const person = keyholder(ctx, viewer.accountId)
  if (person.passwordHash === '') throw invalidFields({ current: [{ error: 'ERR_INVALID', description: NONE }] })
  if (!(await verifyPassword(person.passwordHash, current))) {
    throw invalidFields({ current: [{ error: 'ERR_INVALID', description: 'This is not your password of now.' }] })
  }
  checkNew(ctx, password, person.username)
  const passwordHash = await hashPassword(password)
  ctx.transact(() => keep(ctx, person, passwordHash, session))
}
