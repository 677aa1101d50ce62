import { type PauseAsked, PauseQuestion } from './pause-question.tsx'
import { type TruceAsked, TruceQuestion } from './truce-question.tsx'

/** What is asked about before something is paused or a truce is offered. */
export type PausesAsked = PauseAsked | TruceAsked

const truceOf = (asked: PausesAsked | undefined) => (asked?.about === 'truce' ? asked : undefined)
const pauseOf = (asked: PausesAsked | undefined) => (asked && asked.about !== 'truce' ? asked : undefined)

/** The one question about a pause or truce that stands open. */
export function PausesQuestion(props: { asked: PausesAsked | undefined; onClose: () => void }) {
  return (
    <>
      <TruceQuestion asked={truceOf(props.asked)} onClose={() => props.onClose()} />
      <PauseQuestion asked={pauseOf(props.asked)} onClose={() => props.onClose()} />
    </>
  )
}
