import { type JSX, Show } from 'solid-js'
import { reasonKeeping } from '../../lib/reason.ts'
import { Slip } from '../../ui/slip.tsx'

/** Over a form's button when sending failed: what did not happen, and why. Read out when it appears. */
export function Failed(props: { error: unknown; what: string; children?: JSX.Element }) {
  return (
    <Show when={props.error}>
      <Slip tone="danger" role="alert">
        <p>
          <b>{props.what}</b> {reasonKeeping(props.error)} {props.children}
        </p>
      </Slip>
    </Show>
  )
}
