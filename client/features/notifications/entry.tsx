import { type JSX, Match, Show, Switch } from 'solid-js'
import { accountOf, type NotificationEntity, notificationOf, statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { inbox } from '../../locales/en/inbox.ts'
import { session } from '../../session/session.ts'
import { Badge } from '../../ui/badge.tsx'
import { EmojiText } from '../../ui/emoji.tsx'
import { nameOf } from '../relations/act.ts'
import { Acts } from '../statuses/acts.tsx'
import { profileHref, statusHref } from '../statuses/address.ts'
import { Post } from '../statuses/post.tsx'
import { Dateline } from '../timelines/dateline.tsx'
import style from './entry.module.css'
import { Person } from './person.tsx'

const t = texts(inbox)

interface EntryProps {
  id: string
  /** It came after the inbox was last read. */
  fresh: boolean
  day: string | undefined
  position: { at: number; of: number }
}

/** One entry of the inbox: a post and why it stands here, or people who follow me or ask to. */
export function Entry(props: EntryProps) {
  return (
    <Show when={notificationOf(props.id)}>
      {(entry) => (
        <Switch fallback={<People entry={entry()} {...props} />}>
          <Match when={entry().status_id}>
            {(statusId) => (
              <Post
                id={statusId()}
                at={props.id}
                day={props.day}
                position={props.position}
                note={<Note entry={entry()} {...props} />}
              >
                <Acts statusId={statusId()} at={props.id} />
              </Post>
            )}
          </Match>
        </Switch>
      )}
    </Show>
  )
}

/** Somebody by name, with the way to them. */
function Name(props: { id: string | undefined }) {
  return (
    <Show when={accountOf(props.id ?? '')}>
      {(person) => (
        <a class={style.who} href={profileHref(person())} dir="auto">
          <EmojiText text={nameOf(person().id)} emojis={person().emojis} />
        </a>
      )}
    </Show>
  )
}

/** How many did the same beside the first who is named, with the way to all of them. */
function Others(props: { entry: NotificationEntity }) {
  const others = () => props.entry.count - 1
  const which = () => (props.entry.type === 'reblog' ? 'boosts' : 'likes')
  const post = () => (props.entry.status_id ? statusOf(props.entry.status_id) : undefined)
  return (
    <Show when={others() > 0 && post()}>
      {(status) => (
        <>
          {t('and')}{' '}
          <a href={`${statusHref({ acct: accountOf(status().account_id)?.acct ?? '' }, status().id)}/${which()}`}>
            {t('others', others())}
          </a>{' '}
        </>
      )}
    </Show>
  )
}

/** What was done, said after the name of who did it. */
function deedOf({ type, status_id: statusId }: NotificationEntity): string {
  const answersMe = () => statusId && statusOf(statusId)?.in_reply_to_account_id === session()?.account?.id
  if (type === 'mention') return answersMe() ? t('reply') : t('mention')
  const deeds = { favourite: t('favourite'), reblog: t('reblog'), status: t('status'), quote: t('quote') } as const
  if (type === 'update') return t('update')
  if (type === 'quoted_update') return t('quotedUpdate')
  return type in deeds ? deeds[type as keyof typeof deeds] : ''
}

/** Why a post stands in the inbox. */
function Note(props: { entry: NotificationEntity; fresh: boolean }) {
  const first = () => props.entry.account_ids[0]
  const own = () => first() === session()?.account?.id
  return (
    <>
      <Show when={props.entry.type !== 'poll'} fallback={own() ? t('pollOwn') : t('poll')}>
        <Name id={first()} /> <Others entry={props.entry} />
        {deedOf(props.entry)}
      </Show>{' '}
      <Fresh when={props.fresh} />
    </>
  )
}

function Fresh(props: { when: boolean }): JSX.Element {
  return (
    <Show when={props.when}>
      <Badge tone="info">{t('fresh')}</Badge>
    </Show>
  )
}

/** People who follow me, or somebody who asks to. */
function People(props: EntryProps & { entry: NotificationEntity }) {
  const first = () => props.entry.account_ids[0] ?? ''
  return (
    <article
      class={style.entry}
      data-post={props.id}
      tabindex="-1"
      aria-labelledby={`entry-${props.id}`}
      aria-posinset={props.position.at}
      aria-setsize={props.position.of}
    >
      <Dateline day={props.day} />
      <Person
        accountId={first()}
        line={`entry-${props.id}`}
        at={props.entry.created_at}
        others={props.entry.count - 1}
        asks={props.entry.type === 'follow_request'}
      >
        <Fresh when={props.fresh} />
      </Person>
    </article>
  )
}
