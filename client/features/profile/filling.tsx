import { createSignal, onMount, Show } from 'solid-js'
import type { FilledProfile } from '../../../shared/api/threads.ts'
import { queryClient } from '../../api/client.ts'
import { send } from '../../api/http.ts'
import { keys } from '../../api/keys.ts'
import { texts } from '../../lib/i18n.ts'
import { elsewhere } from '../../locales/en/elsewhere.ts'
import { Skeleton } from '../../ui/skeleton.tsx'

const t = texts(elsewhere)

/** Has the profile of somebody elsewhere filled with their latest posts, and shows them once they are here. */
export function Filling(props: { accountId: string; acct: string }) {
  const [busy, setBusy] = createSignal(true)
  const host = () => props.acct.split('@')[1] ?? ''
  onMount(async () => {
    const path = `/api/community/v1/people/${props.accountId}/posts`
    const { filled } = await send<FilledProfile>('POST', path).catch(() => ({ filled: 0 }))
    setBusy(false)
    if (filled === 0) return
    const changed = [keys.pinned(props.accountId), keys.profile(props.acct), ['posts', 'profile', props.accountId]]
    for (const queryKey of changed) void queryClient().invalidateQueries({ queryKey })
  })
  return (
    <Show when={busy()}>
      <Skeleton label={t('filling', host())} />
    </Show>
  )
}
