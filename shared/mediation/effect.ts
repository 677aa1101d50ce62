import type { Case, CaseEvent } from './case.ts'

/** What an event changes in a case. */
export type Effect = (c: Case, event: CaseEvent) => Partial<Case>
