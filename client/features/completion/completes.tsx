import { createEffect, createSignal, lazy, onCleanup, Show, Suspense } from 'solid-js'
import { patiently } from '../../lib/patiently.ts'
import type { Field } from './offering.ts'
import { tokenBefore } from './token.ts'

const List = lazy(() => patiently(() => import('./list.tsx')).then((file) => ({ default: file.List })))

/**
 * Offers people, hashtags and small pictures while their beginning is written into `field`; the list is fetched when
 * the first such word is begun.
 */
export function Completes(props: { field: Field | undefined }) {
  const [begun, setBegun] = createSignal(false)
  createEffect(() => {
    const { field } = props
    if (!field || begun()) return
    const look = () => {
      if (tokenBefore(field.value.slice(0, field.selectionStart ?? 0))) setBegun(true)
    }
    field.addEventListener('input', look)
    onCleanup(() => field.removeEventListener('input', look))
  })
  return (
    <Show when={begun() && props.field}>
      {(field) => (
        <Suspense>
          <List field={field()} />
        </Suspense>
      )}
    </Show>
  )
}
