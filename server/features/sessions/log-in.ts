import { z } from 'zod'
import type { Context } from '../../context.ts'
import { unauthorized } from '../../core/errors.ts'
import { emailHash } from '../../core/mail/address.ts'
import { verifyPassword } from '../../core/passwords/passwords.ts'
import type { Cookie } from '../../http/answer.ts'
import type { Browser } from '../../http/browser.ts'
import { checkAttempts, noteFailure } from './attempts.ts'
import { isLeaving, refuseClosed } from './closed.ts'
import { type Keyholder, keyholderByEmail, keyholderById, keyholderByName } from './queries.ts'
import { type Signed, whoSigned } from './second/passkeys.ts'
import { beginStep, passStep, stepCookie, type stepForm, waysOf } from './second/step.ts'
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
 * Who said the right password: logged in, or with a second step before them. `cameBack`: they wanted to leave, and this
 * took it back.
 */
export type LoggedIn = { cookies: Cookie[]; accountId: number; ways: ('code' | 'passkey')[]; cameBack: boolean }

/**
 * Logs in by name or mail address and gives the new session's cookie; the session that the browser had
 * ends. Where there is a second step, no session begins yet. Throws 401, alike and after the same time for wrong names
 * and wrong passwords, 403 for a disabled account, 429.
 */
export async function logIn(ctx: Context, form: z.infer<typeof logInForm>, browser: Browser): Promise<LoggedIn> {
  const login = form.login.trim().toLowerCase()
  checkAttempts(ctx, login)
  const found = findKeyholder(ctx, login)
  if (!(await verifyPassword(found?.passwordHash, form.password)) || !found) {
    noteFailure(ctx, login)
    throw wrong()
  }
  // where the password is not the whole proof, whether the account is closed is said after the second step
  if (waysOf(ctx, found.accountId).length === 0) refuseClosed(ctx, found)
  return ctx.transact(() => {
    // the password may have been changed while it was checked
    if (findKeyholder(ctx, login)?.passwordHash !== found.passwordHash) throw wrong()
    const { accountId } = found
    const ways = waysOf(ctx, accountId)
    if (ways.length > 0) return { cookies: [beginStep(ctx, accountId)], accountId, ways, cameBack: false }
    return begin(ctx, found, browser)
  })
}

/** Begins the session; whoever wanted to leave stays with that. */
function begin(ctx: Context, person: Keyholder, browser: Browser): LoggedIn {
  const { accountId } = person
  const cameBack = isLeaving(ctx, person)
  if (cameBack) ctx.emit('accountReturned', { accountId })
  return { cookies: [startSession(ctx, accountId, browser)], accountId, ways: [], cameBack }
}

/** Begins the session of somebody who proved who they are in another way than by the password alone. Throws 403. */
function enter(ctx: Context, accountId: number, browser: Browser): LoggedIn {
  const found = keyholderById(ctx.db, { accountId })
  if (found) refuseClosed(ctx, found)
  return ctx.transact(() => {
    const person = keyholderById(ctx.db, { accountId })
    if (!person) throw wrong()
    const begun = begin(ctx, person, browser)
    return { ...begun, cookies: [...begun.cookies, stepCookie()] }
  })
}

/** Logs in who passed their second step. Throws as {@link passStep}. */
export async function logInBySecond(ctx: Context, form: z.infer<typeof stepForm>, browser: Browser): Promise<LoggedIn> {
  return enter(ctx, await passStep(ctx, form, browser.step), browser)
}

/** Logs in by a passkey alone, which is both who one is and that it is really them. Throws 401. */
export async function logInByPasskey(ctx: Context, passkey: Signed, browser: Browser): Promise<LoggedIn> {
  const accountId = await whoSigned(ctx, passkey, { purpose: 'log_in', accountId: undefined })
  if (accountId === undefined) throw unauthorized('We do not know this passkey. Log in with your name and password.')
  return enter(ctx, accountId, browser)
}
