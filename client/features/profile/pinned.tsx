import { useQuery } from '@tanstack/solid-query'
import { For } from 'solid-js'
import { profile } from '../../../shared/locales/en/profile.ts'
import { queryClient } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { readStatuses } from '../../api/pages.ts'
import { statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { Acts } from '../statuses/acts.tsx'
import { Post } from '../statuses/post.tsx'

const t = texts(profile)

/** How long what somebody pinned counts as fresh, in milliseconds. */
const FRESH_FOR = 30_000

/** What somebody put at the top of their profile; nothing where they did not, or where it cannot be read. */
export function Pinned(props: { accountId: string }) {
  const query = useQuery(
    () => ({
      queryKey: keys.pinned(props.accountId),
      queryFn: async () => {
        const { ids } = await readStatuses(`/api/v1/accounts/${props.accountId}/statuses?pinned=true`)
        return { ids }
      },
      staleTime: FRESH_FOR,
    }),
    () => queryClient(),
  )
  // Reading `data` before there is any would suspend the whole page; a deleted post leaves a hole.
  const ids = () => (query.isSuccess ? query.data.ids : []).filter((id) => statusOf(id) !== undefined)
  return (
    <For each={ids()}>
      {(id, n) => (
        <Post id={id} at={`pinned-${id}`} first={n() === 0} dated note={t('pinned')}>
          <Acts statusId={id} at={`pinned-${id}`} />
        </Post>
      )}
    </For>
  )
}
