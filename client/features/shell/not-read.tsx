import { Show } from 'solid-js'
import { isMistaken, reasonOf } from '../../lib/reason.ts'
import { Button } from '../../ui/button.tsx'
import { Slip } from '../../ui/slip.tsx'

/** In the place of what could not be read: what that is, why, and a button that asks for it again. */
export function NotRead(props: { error: unknown; what: string; again: string; onAgain: () => void }) {
  return (
    <Slip tone="danger" role="alert">
      <p>
        <b>{props.what}</b> {reasonOf(props.error)}
      </p>
      <Show when={!isMistaken(props.error)}>
        <p>
          <Button onClick={() => props.onAgain()}>{props.again}</Button>
        </p>
      </Show>
    </Slip>
  )
}
