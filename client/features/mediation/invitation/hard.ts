import { type Screening, screeningQuestions } from '../../../../shared/api/mediation.ts'
import { routeOfAnswer } from '../../../../shared/mediation/screening.ts'

/** Whether one of these answers ends the talk before it begins; an unclear one does where nobody may look at it. */
export function isHardAnswer(answers: Partial<Screening>, humanCheck: boolean | undefined): boolean {
  const routes = screeningQuestions.map((question) => routeOfAnswer(question, answers[question] ?? 'no'))
  return (
    routes.some((route) => !['go', 'triage'].includes(route)) || (humanCheck === false && routes.includes('triage'))
  )
}
