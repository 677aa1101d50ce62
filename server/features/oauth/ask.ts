import { z } from 'zod'
import { oauth as words } from '../../../shared/locales/en/oauth.ts'
import type { Context } from '../../context.ts'
import { forbidden } from '../../core/errors.ts'
import { type Answer, redirect } from '../../http/answer.ts'
import type { Caller, Viewer } from '../../policies/viewer.ts'
import { accountById } from '../accounts/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { allow } from './allow.ts'
import { type Asked, type AskForm, askForm, authorizeAddress, readAsked, type Unaskable } from './asked.ts'
import { consentPage, logInPage, type Place } from './pages.ts'
import { sendBack } from './send-back.ts'

/** The answer to a program's request; `account` is whom the page showed as logged in. */
export const answerForm = askForm.extend({
  account: z.string().optional(),
  answer: z.enum(['allow', 'deny']).catch('deny'),
})

/** What pages say of the place. */
export const placeOf = (ctx: Context): Place => ({ community: readSettings(ctx.db).name })

/** Tells a program what was wrong with its request. */
export const tellProgram = ({ redirectUri, state, error, description }: Unaskable): Answer =>
  sendBack(redirectUri, { error, error_description: description, state })

/** The person at our own client; a program's token cannot allow another program anything. */
const ownPerson = ({ viewer }: Caller): Viewer | undefined => (viewer?.scopes === undefined ? viewer : undefined)

const isOn = (flag: string | undefined) => flag === 'true' || flag === '1'

function refuseWaiting(viewer: Viewer): void {
  if (viewer.state !== 'waiting') return
  throw forbidden(words.waiting)
}

/** Shows the next step of a program's request: to log in, or to allow it. Throws 403 for people who wait. */
export function ask(ctx: Context, caller: Caller, form: AskForm): Answer {
  const asked = readAsked(ctx, form)
  if ('error' in asked) return tellProgram(asked)
  const viewer = ownPerson(caller)
  const account = viewer && accountById(ctx.db, { id: viewer.accountId })
  if (!viewer || !account || isOn(form.force_login)) return logInPage(placeOf(ctx), asked, form)
  refuseWaiting(viewer)
  return consentPage(placeOf(ctx), asked, form, { accountId: account.id, username: account.username })
}

function finish(ctx: Context, viewer: Viewer, asked: Asked, allowed: boolean): Answer {
  const { redirectUri, state } = asked
  if (allowed) return sendBack(redirectUri, { code: allow(ctx, viewer.accountId, asked), state })
  return tellProgram({ ...asked, error: 'access_denied', description: 'The person did not allow it.' })
}

/** Does as the person answered; asks again when somebody else has logged in meanwhile. */
export function answerAsked(ctx: Context, caller: Caller, form: z.infer<typeof answerForm>): Answer {
  const { account, answer, ...request } = form
  const asked = readAsked(ctx, request)
  if ('error' in asked) return tellProgram(asked)
  const viewer = ownPerson(caller)
  if (!viewer || account !== String(viewer.accountId)) return redirect(authorizeAddress(request))
  refuseWaiting(viewer)
  return finish(ctx, viewer, asked, answer === 'allow')
}
