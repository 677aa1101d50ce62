import { z } from 'zod'
import { readBrowser } from '../../../http/browser.ts'
import { id } from '../../../http/forms.ts'
import { del, get, post, type Route } from '../../../http/route.ts'
import { answerLoggedIn } from '../entered.ts'
import { logInByPasskey, logInBySecond } from '../log-in.ts'
import {
  addPasskey,
  beginCodeApp,
  beginPasskey,
  confirmApp,
  endCodeApp,
  passkeyForm,
  removePasskey,
  renewCodes,
} from './change.ts'
import { optionsToSign, signedByPasskey } from './passkeys.ts'
import { readSecondStep } from './present.ts'
import { proof } from './prove.ts'
import { stepForm, stepOptions } from './step.ts'

const PATH = '/api/community/v1/second-step'
const proved = z.object(proof)

const doors: readonly Route[] = [
  post(
    '/auth/session/second',
    { access: 'public', form: stepForm, limit: 'login', summary: 'Takes the second step of a log-in.' },
    async (ctx, { form, request }) =>
      answerLoggedIn(ctx, await logInBySecond(ctx, form, readBrowser(ctx.config, request))),
  ),
  post(
    '/auth/session/second/options',
    { access: 'public', limit: 'login', summary: 'What a browser needs to take the second step with a passkey.' },
    (ctx, { request }) => stepOptions(ctx, readBrowser(ctx.config, request).step),
  ),
  post(
    '/auth/passkey/options',
    { access: 'public', limit: 'login', summary: 'What a browser needs to log in with a passkey alone.' },
    (ctx) => optionsToSign(ctx, { purpose: 'log_in', accountId: undefined }),
  ),
  post(
    '/auth/passkey',
    {
      access: 'public',
      form: z.object({ passkey: signedByPasskey }),
      limit: 'login',
      summary: 'Logs in with a passkey alone.',
    },
    async (ctx, { form, request }) =>
      answerLoggedIn(ctx, await logInByPasskey(ctx, form.passkey, readBrowser(ctx.config, request))),
  ),
]

/** The second step of logging in, and what members set up for it. */
export const secondStepRoutes: readonly Route[] = [
  ...doors,
  get(PATH, { access: 'account', summary: 'What is asked of one beside the password.' }, (ctx, { viewer }) =>
    readSecondStep(ctx, viewer.accountId),
  ),
  post(
    `${PATH}/prove-options`,
    { access: 'account', limit: 'login', summary: 'What a browser needs to prove oneself with a passkey.' },
    (ctx, { viewer }) => optionsToSign(ctx, { purpose: 'prove', accountId: viewer.accountId }),
  ),
  post(
    `${PATH}/code-app`,
    { access: 'account', form: proved, limit: 'login', summary: 'Begins with an app that shows codes.' },
    (ctx, { viewer, form }) => beginCodeApp(ctx, viewer, form),
  ),
  post(
    `${PATH}/code-app/confirm`,
    {
      access: 'account',
      form: z.object({ code: z.string().max(100) }),
      limit: 'login',
      summary: 'Asks for the app’s codes from now on, once a right one is given.',
    },
    (ctx, { viewer, form }) => confirmApp(ctx, viewer, form.code),
  ),
  del(
    `${PATH}/code-app`,
    { access: 'account', form: proved, limit: 'login', summary: 'Removes the app that shows codes.' },
    (ctx, { viewer, form }) => endCodeApp(ctx, viewer, form),
  ),
  post(
    `${PATH}/recovery-codes`,
    { access: 'account', form: proved, limit: 'login', summary: 'Makes the recovery codes anew.' },
    (ctx, { viewer, form }) => renewCodes(ctx, viewer, form),
  ),
  post(
    `${PATH}/passkeys/options`,
    { access: 'account', form: proved, limit: 'login', summary: 'What a browser needs to make a passkey.' },
    (ctx, { viewer, form }) => beginPasskey(ctx, viewer, form),
  ),
  post(
    `${PATH}/passkeys`,
    { access: 'account', form: passkeyForm, limit: 'login', summary: 'Adds a passkey.' },
    (ctx, { viewer, form }) => addPasskey(ctx, viewer, form),
  ),
  del(
    `${PATH}/passkeys/:id`,
    { access: 'account', form: proved.extend({ id }), limit: 'login', summary: 'Takes a passkey away.' },
    (ctx, { viewer, form }) => removePasskey(ctx, viewer, form),
  ),
]
