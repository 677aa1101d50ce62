import { useParams } from '@solidjs/router'
import { createEffect, onCleanup, Show } from 'solid-js'
import { posts } from '../../shared/locales/en/posts.ts'
import { listen } from '../api/live.ts'
import { statusOf } from '../api/store.ts'
import { readTalk } from '../features/conversations/unread.ts'
import { nameOf } from '../features/relations/act.ts'
import { Main } from '../features/shell/main.tsx'
import { Asked } from '../features/statuses/asked.tsx'
import { Back } from '../features/threads/back.tsx'
import { Thread } from '../features/threads/thread.tsx'
import { threadQuery } from '../features/threads/thread-query.ts'
import { Beside } from '../features/timelines/beside.tsx'
import { useBack } from '../lib/back.ts'
import { texts } from '../lib/i18n.ts'

const t = texts(posts)

/** `/@name/:id`: a post and the conversation round it. */
export function Page() {
  const params = useParams<{ handle: string; id: string }>()
  return (
    <>
      <Show when={params.id} keyed>
        {(id) => <Conversation id={id} />}
      </Show>
      <Beside writing />
    </>
  )
}

function Conversation(props: { id: string }) {
  const back = useBack()
  const query = threadQuery(props.id)
  createEffect(() => {
    const thread = statusOf(props.id)?.thread_id
    if (thread) onCleanup(listen({ stream: 'thread', thread }, { returned: () => void query.refetch() }))
  })
  createEffect(() => {
    if (statusOf(props.id)?.visibility === 'direct') void readTalk(props.id)
  })
  const title = () => {
    const author = statusOf(props.id)?.account_id
    if (author) return t('thread', nameOf(author))
    return query.isPending ? undefined : t('goneTitle')
  }
  const leave = (statusId: string) => {
    if (statusId === props.id) back()
  }
  return (
    <Main title={title()} heading="hidden">
      <Back onPress={back} />
      <Thread id={props.id} query={query} />
      <Asked onGone={leave} />
    </Main>
  )
}
