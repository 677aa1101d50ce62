import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { keys } from '../api/keys.ts'
import { readStatuses } from '../api/pages.ts'
import { Main } from '../features/shell/main.tsx'
import { Asked } from '../features/statuses/asked.tsx'
import { TagButton } from '../features/tags/tag-button.tsx'
import { Beside } from '../features/timelines/beside.tsx'
import type { ListSource } from '../features/timelines/look.ts'
import { PostFeed } from '../features/timelines/post-feed.tsx'
import { texts } from '../lib/i18n.ts'
import { timelines } from '../locales/en/timelines.ts'
import { isMember } from '../session/session.ts'
import { Empty } from '../ui/empty.tsx'

const t = texts(timelines)

const sourceOf = (tag: string): ListSource => ({
  key: keys.tag(tag),
  path: `/api/v1/timelines/tag/${encodeURIComponent(tag)}`,
  read: readStatuses,
  live: { stream: 'hashtag', tag },
})

/** `/tags/:tag`: public posts with a hashtag. */
export function Page() {
  const params = useParams<{ tag: string }>()
  const name = () => decodeURIComponent(params.tag)
  return (
    <>
      <Main title={t('tag', name())}>
        <p class="hint">{t('tagHint', name())}</p>
        <Show when={isMember()}>
          <TagButton name={name()} />
        </Show>
        <Show when={name()} keyed>
          {(tag) => <PostFeed source={sourceOf(tag)} label={t('tag', tag)} empty={<NothingYet />} />}
        </Show>
        <Asked />
      </Main>
      <Beside />
    </>
  )
}

function NothingYet() {
  return (
    <Empty title={t('emptyTag')}>
      <p>{t('emptyTagText')}</p>
    </Empty>
  )
}
