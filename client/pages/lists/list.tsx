import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { keys } from '../../api/keys.ts'
import { readStatuses } from '../../api/pages.ts'
import { ownList } from '../../features/lists/lists.ts'
import { Main } from '../../features/shell/main.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { Asked } from '../../features/statuses/asked.tsx'
import { Beside } from '../../features/timelines/beside.tsx'
import type { ListSource } from '../../features/timelines/look.ts'
import { PostFeed } from '../../features/timelines/post-feed.tsx'
import { texts } from '../../lib/i18n.ts'
import { lists } from '../../locales/en/lists.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'

const t = texts(lists)

const sourceOf = (id: string): ListSource => ({
  key: keys.list(id),
  path: `/api/v1/timelines/list/${id}`,
  read: readStatuses,
  live: { stream: 'list', list: id },
})

/** `/lists/:id`: what the people of a list write. */
export function Page() {
  const params = useParams<{ id: string }>()
  const list = ownList(() => params.id)
  return (
    <>
      <Main title={list.value()?.title ?? (list.error() ? t('gone') : undefined)}>
        <Show when={list.value()} fallback={<Waiting label={t('loading')} from={list} />} keyed>
          {(one) => (
            <>
              <p class="row">
                <ButtonLink href={`/lists/${one.id}/edit`}>{t('edit')}</ButtonLink>
              </p>
              <PostFeed
                source={sourceOf(one.id)}
                label={one.title}
                empty={
                  <Empty title={t('empty')}>
                    <p>{t('emptyText')}</p>
                  </Empty>
                }
              />
            </>
          )}
        </Show>
        <Asked />
      </Main>
      <Beside />
    </>
  )
}
