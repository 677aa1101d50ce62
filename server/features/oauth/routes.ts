import { z } from 'zod'
import { oauth as words } from '../../../shared/locales/en/oauth.ts'
import type { Context } from '../../context.ts'
import { badRequest, Refusal } from '../../core/errors.ts'
import type { Answer } from '../../http/answer.ts'
import { readBrowser } from '../../http/browser.ts'
import { get, post, type Route } from '../../http/route.ts'
import { answerAsked, answerForm, ask, placeOf } from './ask.ts'
import { askForm } from './asked.ts'
import { authenticateClient } from './client.ts'
import { type LogIn, logInAndAsk, logInForm, secondAndAsk, secondForm } from './log-in.ts'
import { codePage, refusalPage } from './pages.ts'
import { revokeForm, revokeToken } from './revoke.ts'
import { NATIVE } from './send-back.ts'
import { giveToken, tokenForm } from './token.ts'
import { userInfo } from './user-info.ts'

const codeForm = z.object({ code: z.string().optional(), error: z.string().max(200).optional() })

/** A refusal on these pages is a page too. */
async function asPage(ctx: Context, work: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return refusalPage(placeOf(ctx), thrown.status, thrown.message)
  }
}

function showCode(ctx: Context, { code, error }: z.infer<typeof codeForm>): Answer {
  if (!code || !/^[\w-]{43}$/.test(code)) {
    // in our own words: what stands in an address may be anybody's
    throw badRequest(error === 'invalid_scope' ? words.noCodeScope : words.noCode)
  }
  return codePage(placeOf(ctx), code)
}

/** OAuth 2: the pages where a person allows a program, and the doors where it fetches and ends its tokens. */
export const oauthRoutes = (logIn: LogIn): readonly Route[] => [
  get('/oauth/authorize', { access: 'public', form: askForm }, (ctx, { caller, form }) =>
    asPage(ctx, () => ask(ctx, caller, form)),
  ),
  get(NATIVE, { access: 'public', form: codeForm }, (ctx, { form }) => asPage(ctx, () => showCode(ctx, form))),
  post('/oauth/authorize', { access: 'public', form: answerForm }, (ctx, { caller, form }) =>
    asPage(ctx, () => answerAsked(ctx, caller, form)),
  ),
  post('/oauth/login', { access: 'public', form: logInForm, limit: 'login' }, (ctx, { form, request }) =>
    asPage(ctx, () => logInAndAsk(ctx, logIn, { form, browser: readBrowser(ctx.config, request) })),
  ),
  post('/oauth/login/second', { access: 'public', form: secondForm, limit: 'login' }, (ctx, { form, request }) =>
    asPage(ctx, () => secondAndAsk(ctx, logIn, { form, browser: readBrowser(ctx.config, request) })),
  ),
  post('/oauth/token', { access: 'public', form: tokenForm }, (ctx, { request, form }) =>
    giveToken(ctx, authenticateClient(ctx, request, form), form),
  ),
  post('/oauth/revoke', { access: 'public', form: revokeForm }, (ctx, { request, form }) =>
    revokeToken(ctx, authenticateClient(ctx, request, form), form),
  ),
  get('/oauth/userinfo', { access: 'member', scope: 'profile' }, (ctx, { viewer }) => userInfo(ctx, viewer.accountId)),
  post('/oauth/userinfo', { access: 'member', scope: 'profile' }, (ctx, { viewer }) => userInfo(ctx, viewer.accountId)),
]
