import type { Request } from 'express'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { hashSecret } from '../../core/crypto.ts'
import { answer } from '../../http/answer.ts'
import { readBrowser } from '../../http/browser.ts'
import { readCookie } from '../../http/cookies.ts'
import { id } from '../../http/forms.ts'
import { del, get, post } from '../../http/route.ts'
import { addressRoutes } from './address/routes.ts'
import { askReset, askResetForm } from './ask-reset.ts'
import { makeResetLink } from './by-hand.ts'
import { changePassword, changePasswordForm, newPasswordForm, resetPassword } from './change-password.ts'
import { endDevice, endOtherDevices, presentDevices } from './devices.ts'
import { answerLoggedIn, askSecond } from './entered.ts'
import { logIn, logInForm } from './log-in.ts'
import { presentSession } from './present.ts'
import { deleteSession } from './queries.ts'
import { secondStepRoutes } from './second/routes.ts'
import { sessionCookie } from './start.ts'

const secretOf = (ctx: Context, request: Request) => readCookie(ctx.config, request, 'session')

async function logInFromPage(ctx: Context, form: z.infer<typeof logInForm>, request: Request) {
  const found = await logIn(ctx, form, readBrowser(ctx.config, request))
  return found.ways.length > 0 ? askSecond(found) : answerLoggedIn(ctx, found)
}

function logOut(ctx: Context, request: Request) {
  const secret = secretOf(ctx, request)
  if (secret) deleteSession(ctx.db, { hash: hashSecret(secret) })
  return answer({}, { cookies: [sessionCookie()] })
}

/** Logging in and out, and passwords. */
export const sessionRoutes = [
  ...secondStepRoutes,
  ...addressRoutes,
  get(
    '/auth/session',
    { access: 'public', summary: 'Who is logged in, and what they may do.' },
    (ctx, { viewer, request }) => {
      const secret = viewer && secretOf(ctx, request)
      // each visit moves the cookie's end, as it moves the session's
      return answer(presentSession(ctx, viewer), { cookies: secret ? [sessionCookie(secret)] : [] })
    },
  ),
  post(
    '/auth/session',
    { access: 'public', form: logInForm, limit: 'login', summary: 'Logs in by name or mail address.' },
    (ctx, { form, request }) => logInFromPage(ctx, form, request),
  ),
  del('/auth/session', { access: 'public', summary: 'Logs out.' }, (ctx, { request }) => logOut(ctx, request)),
  post(
    '/auth/password-reset',
    {
      access: 'public',
      form: askResetForm,
      limit: 'mail',
      summary: 'Mails a link for a new password, if the address is known.',
    },
    (ctx, { form }) => askReset(ctx, form.email),
  ),
  post(
    '/auth/password',
    { access: 'public', form: newPasswordForm, limit: 'login', summary: 'Takes a new password by a link.' },
    (ctx, { form }) => resetPassword(ctx, form),
  ),
  post(
    '/auth/password/change',
    {
      access: 'account',
      form: changePasswordForm,
      limit: 'login',
      summary: 'Changes the password by the old one, or sets a first one by a passkey.',
    },
    (ctx, { viewer, form, request }) => changePassword(ctx, viewer, form, secretOf(ctx, request)),
  ),
  get(
    '/api/community/v1/devices',
    { access: 'account', summary: 'The browsers in which one is logged in.' },
    (ctx, { viewer, request }) => presentDevices(ctx, viewer, secretOf(ctx, request)),
  ),
  del(
    '/api/community/v1/devices/:id',
    { access: 'account', form: z.object({ id }), summary: 'Logs one of one’s own browsers out.' },
    (ctx, { viewer, form }) => endDevice(ctx, viewer, form.id),
  ),
  del(
    '/api/community/v1/devices',
    { access: 'account', summary: 'Logs all other browsers of one’s own out.' },
    (ctx, { viewer, request }) => endOtherDevices(ctx, viewer, secretOf(ctx, request)),
  ),
  post(
    '/api/community/v1/admin/people/:id/reset-link',
    {
      access: 'member',
      may: 'people',
      form: z.object({ id }),
      summary: 'Makes a link for a new password, to be given by hand.',
    },
    (ctx, { viewer, form }) => makeResetLink(ctx, viewer, form.id),
  ),
]
