import type { About } from '../../../shared/api/about.ts'
import type { Proof } from '../../../shared/api/challenge.ts'
import type { Registration, SignUp } from '../../../shared/api/community.ts'
import { HttpError, send } from '../../api/http.ts'
import { draft, forgetDraft, setBegun } from './draft.ts'
import type { Proving } from './proof.ts'

/** What the account step knows beside the draft: nothing of it is kept. */
export interface Unkept {
  password: string
  /** What the browser made, of who takes a passkey instead of the password. */
  passkey: object | undefined
  /** What stands in the field that nobody sees. */
  website: string
  /** The browser could not make a proof, and the question was answered instead. */
  unproved: boolean
}

/**
 * Sends the account step; with `byHand` also asks to be confirmed by hand. A form that was sent already counts as
 * done, and a proof that the server wants anew is made anew, once. What was typed is forgotten once the server has it.
 * Throws `HttpError` 422 with details per field, `Unable` where the browser makes no proof.
 */
export async function signUp(about: About, unkept: Unkept, proving: Proving, byHand: boolean): Promise<void> {
  const give = async () =>
    send<Registration>(
      'POST',
      '/auth/sign-up',
      formOf(about, unkept, unkept.unproved ? undefined : await proving.proof()),
    ).catch(replayed)
  try {
    await give()
  } catch (error) {
    if (!isRefusedFor(error, 'proof_needed')) throw error
    proving.again()
    await give()
  }
  setBegun(true)
  forgetDraft()
  if (byHand) await send<Registration>('POST', '/auth/sign-up/by-hand')
}

const isRefusedFor = (error: unknown, code: string) => error instanceof HttpError && error.errorCode === code

function replayed(error: unknown): void {
  if (!isRefusedFor(error, 'form_replayed')) throw error
}

function formOf(about: About, { password, passkey, website, unproved }: Unkept, proof: Proof | undefined): SignUp {
  return {
    username: draft.username.trim(),
    email: draft.email.trim(),
    ...(passkey ? { passkey } : { password }),
    adult: true,
    locale: document.documentElement.lang || 'en',
    rules: {
      version: about.rule_set.version,
      locale: about.rule_set.locale,
      acknowledged: [...draft.acknowledged],
    },
    ...(about.registrations.mode === 'approval' || unproved ? { reason: draft.reason.trim() } : {}),
    ...(draft.invite ? { invite: draft.invite } : {}),
    form_id: draft.formId,
    website,
    ...(proof && { proof }),
    ...(unproved && { unproved }),
  }
}
