import type { MediationState } from '../api/mediation.ts'
import type { Actor, Case } from './case.ts'

/** What somebody may do, where, and where it leads; `when` narrows it by what happened before. */
export type Move = {
  verb: string
  by: readonly Actor[]
  from: readonly MediationState[]
  /** Every state that may follow; none where the case stays where it is. */
  leads: readonly MediationState[]
  when?: (c: Case, by: Actor) => boolean
}
