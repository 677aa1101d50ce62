import { createEffect, createSignal, on, onMount, Show } from 'solid-js'
import { byNewest } from '../api/pages.ts'
import { notificationOf } from '../api/store.ts'
import { Notices } from '../features/notices/notices.tsx'
import { Entry } from '../features/notifications/entry.tsx'
import { type InboxKind, inboxKinds, inboxOf } from '../features/notifications/source.ts'
import { markRead, readUpTo } from '../features/notifications/unread.ts'
import { WaitingLine } from '../features/notifications/waiting-line.tsx'
import { Main } from '../features/shell/main.tsx'
import { Asked } from '../features/statuses/asked.tsx'
import { Beside } from '../features/timelines/beside.tsx'
import { beginsDay } from '../features/timelines/day.ts'
import { ListFeed } from '../features/timelines/list-feed.tsx'
import { texts } from '../lib/i18n.ts'
import { inbox, listOfInbox } from '../locales/en/inbox.ts'
import { Empty } from '../ui/empty.tsx'
import { TabButtons } from '../ui/tabs.tsx'

const t = texts(inbox)

// the keys are the kinds
const KINDS = Object.keys(inboxKinds) as InboxKind[]

/** `/inbox`: what the community says to one, then follows, requests, mentions and replies. Opening it reads it; what is new stays marked meanwhile. */
export function Page() {
  const [newest, setNewest] = createSignal<string>()
  const [since, setSince] = createSignal<string>()
  const [kind, setKind] = createSignal<InboxKind>('all')

  // Without an answer nothing is marked, as new or as read.
  onMount(() => readUpTo().then(setSince, () => undefined))
  createEffect(
    on([newest, since], ([id, from]) => {
      // A lost mark only means that the entries count as new once more.
      if (id !== undefined && from !== undefined && byNewest(id, from) < 0) markRead(id).catch(() => undefined)
    }),
  )
  const isFresh = (id: string) => {
    const from = since()
    return from !== undefined && byNewest(id, from) < 0
  }

  return (
    <>
      <Main title={t('title')}>
        <Notices />
        <WaitingLine />
        <TabButtons
          label={t('kinds')}
          items={KINDS.map((value) => ({ value, text: t('kind')[value] }))}
          value={kind()}
          onChoose={setKind}
        />
        <Show when={kind()} keyed>
          {(shown) => (
            <ListFeed
              source={inboxOf(shown)}
              label={t('label')}
              words={listOfInbox}
              empty={<NothingYet kind={shown} />}
              onNewest={(id) => shown === 'all' && setNewest(id)}
            >
              {(id, place) => (
                <Entry
                  id={id}
                  fresh={isFresh(id)}
                  day={beginsDay(timeOf(id), timeOf(place.above))}
                  position={place.position}
                />
              )}
            </ListFeed>
          )}
        </Show>
        <Asked />
      </Main>
      <Beside />
    </>
  )
}

function timeOf(id: string | undefined): string | undefined {
  return id === undefined ? undefined : notificationOf(id)?.created_at
}

function NothingYet(props: { kind: InboxKind }) {
  return (
    <Show when={props.kind === 'all'} fallback={<Empty title={t('emptyKind')} />}>
      <Empty title={t('empty')}>
        <p>{t('emptyText')}</p>
      </Empty>
    </Show>
  )
}
