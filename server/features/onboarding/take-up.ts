import { z } from 'zod'
import type { Context } from '../../context.ts'
import { hashSecret, newSecret } from '../../core/crypto.ts'
import { verifyPassword } from '../../core/passwords/passwords.ts'
import type { SignUp } from './check-sign-up.ts'
import { giveToken, type RegistrationRow, registrationByForm, registrationById } from './queries.ts'

const made = z.object({ credential: z.string() })

const isOwn = async ({ passwordHash, passkey }: RegistrationRow, form: SignUp): Promise<boolean> =>
  passkey === null
    ? passwordHash !== '' && verifyPassword(passwordHash, form.password)
    : made.parse(JSON.parse(passkey)).credential === form.passkey?.id

/**
 * For a browser that never heard the answer to its form and sends it again: a new secret for the registration that came
 * of it, so that it can go on. Undefined where the form is new, or brings another password or passkey than before.
 */
export async function takeUp(ctx: Context, form: SignUp): Promise<string | undefined> {
  const found = registrationByForm(ctx.db, { formId: form.form_id })
  const row = found && registrationById(ctx.db, { id: found.id })
  if (!row || row.accountId !== null || !(await isOwn(row, form))) return undefined
  const secret = newSecret()
  giveToken(ctx.db, { id: row.id, hash: hashSecret(secret) })
  return secret
}
