import { HttpError, send } from '../../api/http.ts'
import { type Session, setSession } from '../../session/session.ts'
import { smtpUrl } from '../settings/smtp.ts'
import { forgetSetup, type SetupDraft } from './draft.ts'
import { forgetSetupToken } from './token.ts'

/** Opens the community and logs its owner in. Throws `HttpError` 422 with details per field, 410 when it was done. */
export async function finishSetup(token: string, draft: SetupDraft): Promise<void> {
  const session = await send<Session>('POST', '/auth/setup', {
    token,
    owner: { username: draft.username.trim(), email: draft.email.trim(), password: draft.password },
    name: draft.name.trim(),
    statement: draft.statement.trim(),
    purpose: draft.purpose.trim(),
    registrations: draft.mode,
    ...(draft.mode === 'approval' ? { question: draft.question.trim() } : {}),
    hosting: { text: draft.hosting.trim(), published: draft.publishHosting === true },
    mail:
      draft.mail === 'none'
        ? { kind: 'none' }
        : { kind: 'smtp', url: smtpUrl(draft.smtp), from: draft.smtp.from.trim() },
    contact_email: draft.contactEmail.trim() || null,
  })
  forgetSetup()
  forgetSetupToken()
  setSession(session)
}

/** Which step a field of the server's refusal belongs to, counted from 0. */
const STEP_OF: readonly (readonly [RegExp, number])[] = [
  [/username|password|^owner|^email/, 0],
  [/^name|statement|purpose|contact/, 1],
  [/registrations|question/, 2],
  [/hosting/, 3],
  [/mail|smtp|url|from/, 4],
]

/** What the server found wrong: the step, and its words. */
export function complaints(error: unknown): { step: number; text: string }[] {
  if (!(error instanceof HttpError)) return []
  return Object.entries(error.details).map(([field, reasons]) => ({
    step: STEP_OF.find(([pattern]) => pattern.test(field))?.[1] ?? 0,
    text: reasons.map((reason) => reason.description).join(' '),
  }))
}
