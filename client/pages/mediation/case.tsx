import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { CasePage } from '../../features/mediation/room/case-page.tsx'

/** `/mediation/:id`: a case: its draft, its safety page, or its room. */
export function Page() {
  const params = useParams<{ id: string }>()
  return (
    <Show when={params.id} keyed>
      {(id) => <CasePage id={id} />}
    </Show>
  )
}
