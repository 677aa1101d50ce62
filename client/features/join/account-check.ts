import type { About } from '../../../shared/api/about.ts'
import { texts } from '../../lib/i18n.ts'
import { looksLikeMail } from '../../lib/mail-address.ts'
import { lengthOf, PASSWORD_MIN } from '../../lib/password.ts'
import { join } from '../../locales/en/join.ts'
import type { JoinDraft } from './draft.ts'

const t = texts(join)

/** A field of the account step, by its name on the wire. */
export type AccountField = 'username' | 'password' | 'email' | 'adult' | 'reason'

/** What is plainly missing, field by field, before the server is asked. Empty when nothing is. */
export function missing(
  draft: Readonly<JoinDraft>,
  password: string,
  registrations: About['registrations'],
): Partial<Record<AccountField, string>> {
  const length = lengthOf(password)
  return {
    ...(draft.username.trim() === '' && { username: t('usernameMissing') }),
    ...(length < PASSWORD_MIN && { password: t('tooShort', length) }),
    ...(!looksLikeMail(draft.email) && { email: t('emailMissing') }),
    ...(!draft.adult && { adult: t('adultMissing', registrations.min_age) }),
    ...(registrations.mode === 'approval' && draft.reason.trim() === '' && { reason: t('reasonMissing') }),
  }
}
