import type { About } from '../../../shared/api/about.ts'
import type { Registration, SignUp } from '../../../shared/api/community.ts'
import { HttpError, send } from '../../api/http.ts'
import { draft, forgetDraft, setBegun } from './draft.ts'

/**
 * Sends the account step; with `byHand` also asks to be confirmed by hand. A form that was sent already counts as
 * done. What was typed is forgotten once the server has it. Throws `HttpError` 422 with details per field.
 */
export async function signUp(about: About, password: string, byHand: boolean): Promise<void> {
  try {
    await send<Registration>('POST', '/auth/sign-up', formOf(about, password))
  } catch (error) {
    if (!(error instanceof HttpError && error.errorCode === 'form_replayed')) throw error
  }
  setBegun(true)
  forgetDraft()
  if (byHand) await send<Registration>('POST', '/auth/sign-up/by-hand')
}

function formOf(about: About, password: string): SignUp {
  return {
    username: draft.username.trim(),
    email: draft.email.trim(),
    password,
    adult: true,
    locale: document.documentElement.lang || 'en',
    rules: {
      version: about.rule_set.version,
      locale: about.rule_set.locale,
      acknowledged: [...draft.acknowledged],
    },
    ...(about.registrations.mode === 'approval' ? { reason: draft.reason.trim() } : {}),
    ...(draft.invite ? { invite: draft.invite } : {}),
    form_id: draft.formId,
  }
}
