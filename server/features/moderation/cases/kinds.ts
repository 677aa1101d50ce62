import type { ActionKind, ReportKind } from '../../../../shared/api/moderation.ts'
import { type CaseKind, caseKinds, type Urgency } from '../../../../shared/api/moderation-team.ts'
import type { RuleRef } from '../rules/present.ts'

/** Which hard case a rule of the preset is about; a community that names its rules otherwise has the other ways in. */
const ofRule: Record<string, CaseKind> = {
  gr6: 'children',
  gr7: 'stalking',
  gr7a: 'doxxing',
  gr7b: 'evasion',
  gr7c: 'mocking',
}

const ofKind: Record<ReportKind, CaseKind> = {
  rule: 'other',
  private: 'doxxing',
  intimate: 'intimate',
  evasion: 'evasion',
  spam: 'spam',
  legal: 'legal',
  other: 'other',
}

/** Which of two a case is rather: the more pressing one. */
export const worse = (a: CaseKind, b: CaseKind): CaseKind => (caseKinds.indexOf(a) <= caseKinds.indexOf(b) ? a : b)

/** Everything that a report is about. */
export const kindsOf = (kind: ReportKind, rules: readonly RuleRef[]): CaseKind[] => [
  ofKind[kind],
  ...rules.map(({ slug }) => ofRule[slug] ?? 'other'),
]

/** What a report makes a case. */
export const caseKindOf = (kind: ReportKind, rules: readonly RuleRef[]): CaseKind => kindsOf(kind, rules).reduce(worse)

/** What the hard cases leave to nobody alone. */
const byTwo: Partial<Record<CaseKind, readonly ActionKind[]>> = {
  mocking: ['delete', 'limit', 'suspend'],
  intimate: ['delete'],
  children: ['delete'],
}

/** What a kind of case leaves to nobody alone. */
export const byTwoOf = (kind: string): readonly ActionKind[] => new Map(Object.entries(byTwo)).get(kind) ?? []

/** What a report leaves to nobody alone, whatever else is reported beside it. */
export const byTwoFor = (kind: ReportKind, rules: readonly RuleRef[]): ActionKind[] =>
  kindsOf(kind, rules).flatMap((one) => byTwo[one] ?? [])

const dangers: readonly CaseKind[] = ['children', 'doxxing', 'intimate', 'legal']
const harassments: readonly CaseKind[] = ['stalking', 'evasion', 'mocking']

/** How pressing it is. */
export function urgencyOf(kind: CaseKind): Urgency {
  if (dangers.includes(kind)) return 'danger'
  return harassments.includes(kind) ? 'harassment' : 'other'
}
