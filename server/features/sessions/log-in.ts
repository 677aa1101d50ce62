import { z } from 'zod'
import type { Context } from '../../context.ts'
import { forbidden, unauthorized } from '../../core/errors.ts'
import { emailHash } from '../../core/mail/address.ts'
import { verifyPassword } from '../../core/passwords/passwords.ts'
import type { Cookie } from '../../http/answer.ts'
import type { Browser } from '../../http/browser.ts'
import { checkAttempts, noteFailure } from './attempts.ts'
import { type Keyholder, keyholderByEmail, keyholderByName } from './queries.ts'
import { startSession } from './start.ts'

/** The name or the mail address, and the password. */
export const logInForm = z.object({ login: z.string().max(400), password: z.string().max(4000) })

function findKeyholder(ctx: Context, login: string): Keyholder | undefined {
  const name = login.replace(/^@/, '')
  return name.includes('@')
    ? keyholderByEmail(ctx.db, { hash: emailHash(ctx, name) })
    : keyholderByName(ctx.db, { key: name.toLowerCase() })
}

const wrong = () => unauthorized('The name or the password is not right.')

/**
 * Logs in by name or mail address and gives the new session's cookie; the session that the browser had
 * ends. Throws 401, alike and after the same time for wrong names and wrong passwords, 403 for a disabled account, 429.
 */
export async function logIn(ctx: Context, form: z.infer<typeof logInForm>, browser: Browser): Promise<Cookie> {
  const login = form.login.trim().toLowerCase()
  checkAttempts(ctx, login)
  const found = findKeyholder(ctx, login)
  if (!(await verifyPassword(found?.passwordHash, form.password)) || !found) {
    noteFailure(ctx, login)
    throw wrong()
  }
  if (found.disabledAt !== null || found.suspendedAt !== null) {
    throw forbidden('This account is closed. Write to the people who run this community if you want to know why.', {
      code: 'disabled',
    })
  }
  return ctx.transact(() => {
    // the password may have been changed while it was checked
    if (findKeyholder(ctx, login)?.passwordHash !== found.passwordHash) throw wrong()
    return startSession(ctx, found.accountId, browser)
  })
}
