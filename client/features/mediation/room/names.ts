import { createContext, useContext } from 'solid-js'
import type { MediationQuote, MediationView } from '../../../../shared/api/mediation.ts'
import { texts } from '../../../lib/i18n.ts'
import { room } from '../../../locales/en/mediation-room.ts'

const t = texts(room)

/** What the parts of a form need to know of the case that they belong to. */
export interface AboutCase {
  id: string
  /** What each side is called in front of the person looking. */
  names: { a: string; b: string }
  quotes: readonly MediationQuote[]
}

/** A case of which only the id is known yet, as at its invitation. */
export const barely = (id: string) => (): AboutCase => ({
  id,
  names: { a: t('sideA'), b: t('sideB') },
  quotes: [],
})

/** The case round a form. */
export const CaseContext = createContext<() => AboutCase>(barely(''))

/** The case that this part belongs to. */
export const useCaseAbout = (): (() => AboutCase) => useContext(CaseContext)

/** What a person is called: the name they chose, else their handle. */
export const personName = (person: { display_name: string; acct: string } | null): string =>
  person ? person.display_name || `@${person.acct}` : t('other')

/** The names of both sides, with `you` for whoever looks. */
export function aboutCase({ id, other, parties, quotes, role }: MediationView): AboutCase {
  if (parties) return { id, names: { a: personName(parties.a), b: personName(parties.b) }, quotes }
  const their = personName(other)
  const isB = role === 'b' || role === 'support_b'
  return { id, names: isB ? { a: their, b: t('you') } : { a: t('you'), b: their }, quotes }
}
