import type { MediationState } from '../api/mediation.ts'
import type { Both, ClosedReason } from './case.ts'
import { mediationTimes } from './times.ts'

const DAY = 24 * 60 * 60 * 1000

/** What a sealed text is of; each class of each case has a key of its own and its own date to go. */
export const textClasses = ['screening', 'intake', 'notes', 'room', 'agreement'] as const
/** One of {@link textClasses}. */
export type TextClass = (typeof textClasses)[number]

/** How many days the talk can be kept after the end: only what both choose counts, or else the middle one. */
export const keepChoices = [0, 30, 90] as const
/** One of {@link keepChoices}. */
export type KeepDays = (typeof keepChoices)[number]

/** How long what was written stays, in ms; each number with its reason. */
const retentionTimes = {
  /** The mediator's own notes serve a second look at the end and nobody after that. */
  notes: 7 * DAY,
  /** In each side's own keeping: half a year covers both check-ins and a time after. */
  agreement: 180 * DAY,
} as const

/** As much of a case as its dates depend on; times in ms. */
export type Ageing = {
  state: MediationState
  reason?: ClosedReason
  /** In this state since. */
  since: number
  routedAt?: number
  signedAt?: number
  /** Whether anything was ever said in the room. */
  talked: boolean
  keep: { a?: KeepDays; b?: KeepDays }
  dropped: Both
}

/** How many days the talk of a case stays after its end. */
export const keptDays = ({ a, b }: Ageing['keep']): KeepDays => (a !== undefined && a === b ? a : 30)

/**
 * When each class of a case has to be destroyed. A class that is missing here still has no date, because what decides
 * about it has not happened; a date that lies behind is due at once.
 */
export function datesOf(ageing: Ageing): Partial<Record<TextClass, number>> {
  const { state, since, routedAt } = ageing
  const screening = routedAt === undefined ? undefined : routedAt + mediationTimes.screening
  switch (state) {
    case 'draft':
      return all(since + mediationTimes.draft)
    case 'diverted':
      return { ...all(since + mediationTimes.diverted), ...(screening && { screening }) }
    case 'not_taken_up':
      return { ...all(since + mediationTimes.notTakenUp), ...(screening && { screening }) }
    case 'closed':
      return { ...afterTheEnd(ageing), ...(screening && { screening }) }
    case 'purged':
      return all(since)
    default:
      return screening === undefined ? {} : { screening }
  }
}

const all = (at: number): Record<TextClass, number> => ({
  screening: at,
  intake: at,
  notes: at,
  room: at,
  agreement: at,
})

function afterTheEnd(ageing: Ageing): Record<TextClass, number> {
  const { since, signedAt, dropped } = ageing
  if (!ageing.talked) return all(since + mediationTimes.refused)
  const room = since + keptDays(ageing.keep) * DAY
  const inKeeping = signedAt === undefined ? room : signedAt + retentionTimes.agreement
  return {
    screening: since,
    intake: room,
    room,
    notes: since + retentionTimes.notes,
    agreement: dropped.a && dropped.b ? since : Math.max(inKeeping, since),
  }
}
