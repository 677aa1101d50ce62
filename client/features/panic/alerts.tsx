import { For } from 'solid-js'
import { formatWhen } from '../../../shared/text/figures.ts'
import { session } from '../../session/session.ts'
import { Slip } from '../../ui/slip.tsx'

/** What everybody is told in bad hours, at the top of every page. */
export function Alerts() {
  return (
    <For each={session()?.alerts}>
      {(alert) => (
        <Slip tone="warn">
          <p>
            <b dir="auto">{alert.text}</b> ({formatWhen(alert.until)})
          </p>
        </Slip>
      )}
    </For>
  )
}
