import { Show } from 'solid-js'
import type { Loaded } from '../../lib/loaded.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Refused } from './refused.tsx'

/** While something is asked for, or why it could not be read. */
export function Waiting(props: { label: string; from: Pick<Loaded<unknown>, 'error' | 'reload'> }) {
  return (
    <Show when={props.from.error()} fallback={<Skeleton label={props.label} />}>
      {(error) => <Refused error={error()} onAgain={() => props.from.reload()} />}
    </Show>
  )
}
