import { type MediationIntake, screeningQuestions } from '../../../../shared/api/mediation.ts'

/** The steps of asking, in their order. */
export const STEPS = ['who', 'safety', 'story', 'hopes', 'way', 'times', 'people', 'care', 'look'] as const
/** One of {@link STEPS}. */
export type Step = (typeof STEPS)[number]

/** Which of the five named parts each step belongs to, counted from 0. */
export const PART_OF: Record<Step, number> = {
  who: 0,
  safety: 1,
  story: 2,
  hopes: 2,
  way: 3,
  times: 3,
  people: 3,
  care: 3,
  look: 4,
}

const FIELDS: Record<Step, readonly (keyof MediationIntake)[]> = {
  who: ['account_id', 'status_ids'],
  safety: ['screening', 'human_check'],
  story: ['story'],
  hopes: ['hopes'],
  way: ['track', 'mode'],
  times: ['languages', 'hours'],
  people: ['trusted', 'unwanted', 'support_id'],
  care: ['access_needs', 'warnings', 'already_reported'],
  look: ['consent'],
}

/** The step that asks for a field. */
export const stepOf = (field: string): Step =>
  STEPS.find((step) => (FIELDS[step] as readonly string[]).includes(field)) ?? 'look'

/** The step named in the address, counted there from 1. */
export function stepAt(search: string | undefined): Step {
  const n = Math.round(Number(search)) || 1
  return STEPS[Math.min(STEPS.length, Math.max(1, n)) - 1] ?? 'who'
}

/** The address of a step of a draft, which has a page of its own. */
export const stepHref = (page: string, step: Step): string => `${page}?step=${STEPS.indexOf(step) + 1}`

/** The step after this one; the last look has none. */
export const after = (step: Step): Step => STEPS[STEPS.indexOf(step) + 1] ?? 'look'

/** The step before this one. */
export const before = (step: Step): Step | undefined => STEPS[STEPS.indexOf(step) - 1]

/** Where a draft that was left lying goes on: the first step that needs something. */
export function firstOpen({ screening, story, hopes, track, languages }: Partial<MediationIntake>): Step {
  if (screeningQuestions.some((question) => screening?.[question] === undefined)) return 'safety'
  if (!story) return 'story'
  if (!hopes?.length) return 'hopes'
  if (!track) return 'way'
  return languages?.length ? 'look' : 'times'
}
