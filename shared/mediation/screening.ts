import { type Screening, type ScreeningAnswer, type ScreeningQuestion, screeningQuestions } from '../api/mediation.ts'
import type { ScreeningRoute } from './case.ts'

/** Where `yes` and `unsure` lead for each question; `no` leads nowhere. The last question is about the way of talking. */
export const screeningTable: Record<ScreeningQuestion, Record<'yes' | 'unsure', ScreeningRoute>> = {
  q1: { yes: 'divert', unsure: 'triage' },
  q2: { yes: 'divert', unsure: 'divert' },
  q3: { yes: 'divert', unsure: 'triage' },
  q4: { yes: 'divert', unsure: 'triage' },
  q5: { yes: 'divert', unsure: 'divert' },
  q6: { yes: 'triage', unsure: 'triage' },
  q7: { yes: 'moderator_help', unsure: 'triage' },
  q8: { yes: 'moderator_help', unsure: 'triage' },
  q9: { yes: 'crisis', unsure: 'crisis' },
  q10: { yes: 'go', unsure: 'go' },
}

const weight: Record<ScreeningRoute, number> = { crisis: 4, divert: 3, moderator_help: 2, triage: 1, go: 0 }

/** Where one answer leads. */
export const routeOfAnswer = (question: ScreeningQuestion, answer: ScreeningAnswer = 'no'): ScreeningRoute =>
  answer === 'no' ? 'go' : screeningTable[question][answer]

/** What screening decides: where it leads, whether joint talk is out, and which answers a person may look at. */
export type ScreeningOutcome = { route: ScreeningRoute; shuttleOnly: boolean; flagged: ScreeningQuestion[] }

/**
 * Reads the answers, or as many as there are; the gravest decides. An unclear one is looked at by a coordinator only where the member
 * agreed to that (`humanCheck`), and leads to the safety page otherwise.
 */
export function readScreening(screening: Partial<Screening>, humanCheck: boolean): ScreeningOutcome {
  const routes = screeningQuestions.map((question) => routeOfAnswer(question, screening[question]))
  const gravest = routes.reduce((a, b) => (weight[b] > weight[a] ? b : a), 'go')
  const shuttleOnly = screening.q6 === 'yes' || screening.q10 !== 'no'
  if (gravest !== 'triage') return { route: gravest, shuttleOnly, flagged: [] }
  if (!humanCheck) return { route: 'divert', shuttleOnly, flagged: [] }
  const flagged = screeningQuestions.filter((question) => routeOfAnswer(question, screening[question]) === 'triage')
  return { route: 'triage', shuttleOnly, flagged }
}

/** Whether an answer is among them that leads to the safety page, whatever the others are. */
export const isHard = (screening: Partial<Screening>): boolean =>
  !['go', 'triage'].includes(readScreening(screening, true).route)

/** Whether every question about harm was answered with a plain no: then one message goes without a person's look. */
export const allNo = (screening: Screening): boolean =>
  screeningQuestions.every((question) => question === 'q10' || screening[question] === 'no')
