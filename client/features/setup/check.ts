import { texts } from '../../lib/i18n.ts'
import { looksLikeMail } from '../../lib/mail-address.ts'
import { lengthOf, PASSWORD_MIN } from '../../lib/password.ts'
import { sessions } from '../../locales/en/sessions.ts'
import { setup } from '../../locales/en/setup.ts'
import { smtpHoles } from '../settings/smtp-fields.tsx'
import type { SetupDraft } from './draft.ts'

const t = texts(setup)
const tp = texts(sessions)

/** What is wrong, by the name of the field. */
export type Holes = Readonly<Record<string, string>>

const CHECKS: readonly ((draft: SetupDraft) => Holes)[] = [owner, naming, joining, hosting, mail]

/** How many steps are filled in before the last look. */
export const STEPS = CHECKS.length

/** What is plainly missing in a step, counted from 0; empty when nothing is. */
export function holesIn(step: number, draft: SetupDraft): Holes {
  return CHECKS[step]?.(draft) ?? {}
}

/** The first step in which something is missing. */
export function firstIncomplete(draft: SetupDraft): number | undefined {
  const step = CHECKS.findIndex((check) => Object.keys(check(draft)).length > 0)
  return step < 0 ? undefined : step
}

function owner(draft: SetupDraft): Holes {
  const length = lengthOf(draft.password)
  return {
    ...(draft.username.trim() === '' && { username: t('usernameMissing') }),
    ...(!looksLikeMail(draft.email) && { email: t('emailMissing') }),
    ...(length < PASSWORD_MIN && { password: tp('tooShort', length) }),
  }
}

function naming(draft: SetupDraft): Holes {
  return {
    ...(draft.name.trim() === '' && { name: t('nameMissing') }),
    ...(draft.statement.trim() === '' && { statement: t('statementMissing') }),
    ...(draft.contactEmail.trim() !== '' && !looksLikeMail(draft.contactEmail) && { contact_email: t('emailMissing') }),
  }
}

function joining(draft: SetupDraft): Holes {
  return draft.mode === 'approval' && draft.question.trim() === '' ? { question: t('questionMissing') } : {}
}

function hosting(draft: SetupDraft): Holes {
  if (draft.publishHosting === undefined) return { published: t('hostingMissing') }
  return draft.publishHosting && draft.hosting.trim() === '' ? { text: t('hostingEmpty') } : {}
}

function mail(draft: SetupDraft): Holes {
  return draft.mail === 'smtp' ? smtpHoles(draft.smtp) : {}
}
