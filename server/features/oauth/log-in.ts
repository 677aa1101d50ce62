import { z } from 'zod'
import type { Context } from '../../context.ts'
import { Refusal } from '../../core/errors.ts'
import { type Answer, answer, type Cookie } from '../../http/answer.ts'
import type { Browser } from '../../http/browser.ts'
import { placeOf, tellProgram } from './ask.ts'
import { askForm, authorizeAddress, readAsked } from './asked.ts'
import { logInPage } from './pages.ts'

/**
 * Begins a session of our own client for whoever knows the password, in place of the browser's own; gives its cookie, or
 * throws a refusal.
 */
export type LogIn = (ctx: Context, form: { login: string; password: string }, browser: Browser) => Promise<Cookie>

type Tried = { form: z.infer<typeof logInForm>; browser: Browser }

/** Name and password, with the program's request carried along. */
export const logInForm = askForm.extend({
  login: z.string().max(400).default(''),
  password: z.string().max(4000).default(''),
})

/** Logs in and goes on to the question; what went wrong is said on the form, which keeps the name. */
export async function logInAndAsk(ctx: Context, logIn: LogIn, { form, browser }: Tried): Promise<Answer> {
  const { login, password, ...request } = form
  const asked = readAsked(ctx, request)
  if ('error' in asked) return tellProgram(asked)
  try {
    const cookie = await logIn(ctx, { login, password }, browser)
    return answer('', { status: 303, headers: { Location: authorizeAddress(request) }, cookies: [cookie] })
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return logInPage(placeOf(ctx), asked, request, { login, problem: thrown.message, status: thrown.status })
  }
}
