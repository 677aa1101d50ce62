import { texts } from '../../lib/i18n.ts'
import { looksLikeMail } from '../../lib/mail-address.ts'
import { lengthOf, PASSWORD_MIN } from '../../lib/password.ts'
import { join } from '../../locales/en/join.ts'
import type { JoinDraft } from './draft.ts'

const t = texts(join)

/** A field of the account step, by its name on the wire. */
export type AccountField = 'username' | 'password' | 'passkey' | 'email' | 'adult' | 'reason'

/** What this newcomer has to say beside name, password and address. */
export interface Asked {
  minAge: number | null
  /** Whether the community's question is asked: it is not of those who were invited. */
  reason: boolean
}

/** What is plainly missing, field by field, before the server is asked. No `password` is said by who takes a passkey. */
export function missing(
  draft: Readonly<JoinDraft>,
  password: string | undefined,
  asked: Asked,
): Partial<Record<AccountField, string>> {
  const length = password === undefined ? PASSWORD_MIN : lengthOf(password)
  return {
    ...(draft.username.trim() === '' && { username: t('usernameMissing') }),
    ...(length < PASSWORD_MIN && { password: t('tooShort', length) }),
    ...(!looksLikeMail(draft.email) && { email: t('emailMissing') }),
    ...(!draft.adult && { adult: t('adultMissing', asked.minAge) }),
    ...(asked.reason && draft.reason.trim() === '' && { reason: t('reasonMissing') }),
  }
}
