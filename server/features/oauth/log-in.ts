import { z } from 'zod'
import type { Context } from '../../context.ts'
import { Refusal } from '../../core/errors.ts'
import { type Answer, answer, type Cookie } from '../../http/answer.ts'
import type { Browser } from '../../http/browser.ts'
import { placeOf, tellProgram } from './ask.ts'
import { type AskForm, askForm, authorizeAddress, readAsked } from './asked.ts'
import { logInPage, secondPage } from './pages.ts'

type Entered = { cookies: Cookie[]; ways: readonly ('code' | 'passkey')[] }

/**
 * How our own client logs people in: begins a session for whoever knows the password, in place of the browser's own, and
 * gives its cookie; or, where there is a second step, the cookie of that. Both throw refusals.
 */
export type LogIn = {
  byPassword(ctx: Context, form: { login: string; password: string }, browser: Browser): Promise<Entered>
  bySecond(ctx: Context, form: { code: string }, browser: Browser): Promise<Entered>
}

type Tried = { form: z.infer<typeof logInForm>; browser: Browser }

/** Goes on to the question, which the new cookie may answer. */
const goOn = (request: AskForm, cookies: Cookie[]): Answer =>
  answer('', { status: 303, headers: { Location: authorizeAddress(request) }, cookies })

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
    const { cookies, ways } = await logIn.byPassword(ctx, { login, password }, browser)
    return ways.length > 0 ? secondPage(placeOf(ctx), asked, request, { ways, cookies }) : goOn(request, cookies)
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return logInPage(placeOf(ctx), asked, request, { login, problem: thrown.message, status: thrown.status })
  }
}

/** The code of the second step, with the program's request carried along. */
export const secondForm = askForm.extend({ code: z.string().max(100).default('') })

type TriedSecond = { form: z.infer<typeof secondForm>; browser: Browser }

/** Takes the second step and goes on to the question; a wrong code is said on the form, and what is over begins anew. */
export async function secondAndAsk(ctx: Context, logIn: LogIn, { form, browser }: TriedSecond): Promise<Answer> {
  const { code, ...request } = form
  const asked = readAsked(ctx, request)
  if ('error' in asked) return tellProgram(asked)
  try {
    const { cookies } = await logIn.bySecond(ctx, { code }, browser)
    return goOn(request, cookies)
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    const said = { problem: thrown.message, status: thrown.status }
    if (thrown.extra.code !== 'wrong_code') return logInPage(placeOf(ctx), asked, request, said)
    return secondPage(placeOf(ctx), asked, request, { ways: ['code'], ...said })
  }
}
