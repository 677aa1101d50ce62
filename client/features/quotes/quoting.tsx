import { Show } from 'solid-js'
import { quotes } from '../../../shared/locales/en/quotes.ts'
import { keys } from '../../api/keys.ts'
import { readStatuses } from '../../api/pages.ts'
import { statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { session } from '../../session/session.ts'
import { Empty } from '../../ui/empty.tsx'
import { PostFeed } from '../timelines/post-feed.tsx'

const t = texts(quotes)

/** The posts that quote a post, as far as one may see them; its author takes it out of each there. */
export function Quoting(props: { statusId: string }) {
  const isOwn = () => {
    const me = session()?.account?.id
    return me !== undefined && statusOf(props.statusId)?.account_id === me
  }
  const source = {
    key: keys.quoting(props.statusId),
    path: `/api/v1/statuses/${props.statusId}/quotes`,
    read: readStatuses,
    ownOrder: true,
  }
  return (
    <>
      <Show when={isOwn()}>
        <p class="hint">{t('allOwn')}</p>
      </Show>
      <PostFeed
        source={source}
        label={t('all')}
        end={t('end')}
        empty={
          <Empty title={t('none')}>
            <p>{t('noneText')}</p>
          </Empty>
        }
      />
    </>
  )
}
