import type { Request } from 'express'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { mailHosts } from '../../core/mail/hosts.ts'
import { answer, type Cookie } from '../../http/answer.ts'
import { type Browser, readBrowser } from '../../http/browser.ts'
import { readCookie } from '../../http/cookies.ts'
import { id } from '../../http/forms.ts'
import { del, get, post, put } from '../../http/route.ts'
import { readApplication } from './application.ts'
import { changeAddress, resend, wishByHand } from './await-confirmation.ts'
import { type SignUp, signUpForm } from './check-sign-up.ts'
import { confirmByHand, confirmByLink, confirmForm } from './confirm.ts'
import { checkName } from './names.ts'
import { beginWithPasskey, passkeyFor } from './passkey.ts'
import { presentRegistration } from './present.ts'
import { newChallenge } from './proof.ts'
import { deleteRegistration, type RegistrationRow } from './queries.ts'
import { findRegistration, REPLAYED, registrationCookie, signUp } from './sign-up.ts'
import { takeUp } from './take-up.ts'
import { endWave } from './wave.ts'

const secretOf = (ctx: Context, request: Request) => readCookie(ctx.config, request, 'registration')

function registrationOf(ctx: Context, request: Request): RegistrationRow {
  const found = findRegistration(ctx, secretOf(ctx, request))
  if (!found) throw notFound('There is no sign-up under way in this browser. It may have taken too long; start again.')
  return found
}

/** Does something to the browser's registration and shows it as it is then. */
function change(ctx: Context, request: Request, work: (row: RegistrationRow) => void) {
  work(registrationOf(ctx, request))
  return presentRegistration(ctx, registrationOf(ctx, request))
}

function show(ctx: Context, request: Request) {
  const row = registrationOf(ctx, request)
  const cookie = registrationCookie(secretOf(ctx, request), row.expiresAt - ctx.now())
  return answer(presentRegistration(ctx, row), { cookies: [cookie] })
}

function checkNameFor(ctx: Context, request: Request, username: string) {
  const cause = checkName(ctx, username.trim(), findRegistration(ctx, secretOf(ctx, request))?.id)
  return cause ? { available: false, ...cause } : { available: true }
}

function startOver(ctx: Context, request: Request) {
  deleteRegistration(ctx.db, { id: registrationOf(ctx, request).id })
  return answer({}, { cookies: [registrationCookie(undefined)] })
}

/** Signs up; a form that was sent before is refused, and its browser can go on all the same. */
async function begin(ctx: Context, form: SignUp, request: Request) {
  const again = await takeUp(ctx, form)
  if (again) {
    const body = { error: REPLAYED, error_code: 'form_replayed' }
    return answer(body, { status: 409, cookies: [registrationCookie(again)] })
  }
  const from = { before: secretOf(ctx, request), ip: request.ip ?? '' }
  const { registration, secret } = await signUp(ctx, form, from)
  return answer(presentRegistration(ctx, registration), { cookies: [registrationCookie(secret)] })
}

/** Begins a session of our own client; gives its cookie. */
type StartSession = (ctx: Context, accountId: number, browser: Browser) => Cookie

function confirm(ctx: Context, startSession: StartSession, token: string, request: Request) {
  const { accountId, step, username, isOwn } = confirmByLink(ctx, token, secretOf(ctx, request))
  const cookies = isOwn ? [startSession(ctx, accountId, readBrowser(ctx.config, request))] : []
  return answer({ step, logged_in: isOwn, username }, { cookies })
}

const joining = [
  get(
    '/api/community/v1/onboarding/username',
    {
      access: 'public',
      form: z.object({ username: z.string().max(400).default('') }),
      limit: 'check',
      summary: 'Whether a newcomer can have this name.',
    },
    (ctx, { form, request }) => checkNameFor(ctx, request, form.username),
  ),
  post(
    '/api/community/v1/onboarding/challenge',
    { access: 'public', limit: 'check', summary: 'A question whose answer proves that a browser worked for it.' },
    (ctx) => newChallenge(ctx),
  ),
  post(
    '/auth/sign-up',
    {
      access: 'public',
      form: signUpForm,
      limit: 'signUp',
      summary: 'Signs up and sends the mail that confirms the address.',
    },
    (ctx, { form, request }) => begin(ctx, form, request),
  ),
  post(
    '/auth/sign-up/passkey',
    {
      access: 'public',
      form: passkeyFor,
      limit: 'check',
      summary: 'What a browser needs to make a passkey instead of a password.',
    },
    (ctx, { form }) => beginWithPasskey(ctx, form.username),
  ),
  get(
    '/auth/sign-up',
    { access: 'public', summary: 'How far the sign-up of this browser is, and what became of its mail.' },
    (ctx, { request }) => show(ctx, request),
  ),
  post(
    '/auth/sign-up/resend',
    { access: 'public', limit: 'mail', summary: 'Sends the confirmation once more.' },
    (ctx, { request }) => change(ctx, request, (row) => resend(ctx, row)),
  ),
  put(
    '/auth/sign-up/address',
    {
      access: 'public',
      form: z.object({ email: z.string().max(1000) }),
      limit: 'mail',
      summary: 'Sends the confirmation to another address; older links end.',
    },
    async (ctx, { request, form }) => {
      const hosts = await mailHosts(ctx, form.email.trim())
      return change(ctx, request, (row) => changeAddress(ctx, row, form.email, hosts))
    },
  ),
  post(
    '/auth/sign-up/by-hand',
    { access: 'public', limit: 'mail', summary: 'Asks to be confirmed by hand.' },
    (ctx, { request }) => change(ctx, request, (row) => wishByHand(ctx, row)),
  ),
  del(
    '/auth/sign-up',
    { access: 'public', summary: 'Forgets the sign-up of this browser, to start over.' },
    (ctx, { request }) => startOver(ctx, request),
  ),
  get(
    '/auth/application',
    { access: 'account', summary: 'What somebody who waits for approval wrote, and how long it may take.' },
    (ctx, { viewer }) => readApplication(ctx, viewer),
  ),
  post(
    '/api/community/v1/admin/join-wave/end',
    { access: 'member', may: 'people', summary: 'Lets people join again as the community had chosen.' },
    (ctx, { viewer }) => endWave(ctx, viewer.accountId),
  ),
  post(
    '/api/community/v1/admin/people/:id/confirm',
    { access: 'member', may: 'people', form: z.object({ id }), summary: "Confirms a newcomer's address by hand." },
    (ctx, { viewer, form }) => confirmByHand(ctx, viewer.accountId, form.id),
  ),
]

/** Joining, from the form to the account. */
export const onboardingRoutes = (startSession: StartSession) => [
  ...joining,
  post(
    '/auth/confirm',
    {
      access: 'public',
      form: confirmForm,
      limit: 'mail',
      summary: 'Confirms an address by the secret of the link in the mail.',
    },
    (ctx, { form, request }) => confirm(ctx, startSession, form.token, request),
  ),
]
