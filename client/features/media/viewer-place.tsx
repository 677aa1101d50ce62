import { createMemo, lazy, Show, Suspense } from 'solid-js'
import { patiently } from '../../lib/patiently.ts'
import { viewing } from './viewing.ts'

/** Fetched when the first picture is opened. */
const Viewer = lazy(() => patiently(() => import('./viewer.tsx')).then((file) => ({ default: file.Viewer })))

/** Where an opened picture is shown; stands once round all pages on which there are posts. */
export function ViewerPlace() {
  const ever = createMemo((before: boolean) => before || viewing() !== undefined, false)
  return (
    <Suspense>
      <Show when={ever()}>
        <Viewer />
      </Show>
    </Suspense>
  )
}
