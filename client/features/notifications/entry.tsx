import { type JSX, Match, Show, Switch } from 'solid-js'
import { accountOf, type NotificationEntity, notificationOf, relationshipTo, statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { inbox } from '../../locales/en/inbox.ts'
import { session } from '../../session/session.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { EmojiText } from '../../ui/emoji.tsx'
import { Time } from '../../ui/time.tsx'
import { nameOf } from '../relations/act.ts'
import { AnswerButtons } from '../relations/answer-buttons.tsx'
import { FollowButton } from '../relations/follow-button.tsx'
import { Acts } from '../statuses/acts.tsx'
import { profileHref } from '../statuses/address.ts'
import { pictureOf } from '../statuses/picture.ts'
import { Post } from '../statuses/post.tsx'
import { Dateline } from '../timelines/dateline.tsx'
import style from './entry.module.css'

const t = texts(inbox)

interface EntryProps {
  id: string
  /** It came after the inbox was last read. */
  fresh: boolean
  day: string | undefined
  position: { at: number; of: number }
}

/** One entry of the inbox: a post that names me, somebody who follows me, or asks to. */
export function Entry(props: EntryProps) {
  return (
    <Show when={notificationOf(props.id)}>
      {(entry) => (
        <Switch fallback={<Person entry={entry()} {...props} />}>
          <Match when={entry().status_id}>
            {(statusId) => (
              <Post
                id={statusId()}
                day={props.day}
                position={props.position}
                note={<Note entry={entry()} {...props} />}
              >
                <Acts statusId={statusId()} />
              </Post>
            )}
          </Match>
        </Switch>
      )}
    </Show>
  )
}

/** Why a post stands in the inbox. */
function Note(props: { entry: NotificationEntity; fresh: boolean }) {
  const answersMe = () =>
    props.entry.status_id !== undefined &&
    statusOf(props.entry.status_id)?.in_reply_to_account_id === session()?.account?.id
  const name = () => nameOf(props.entry.account_id)
  const words = () => {
    switch (props.entry.type) {
      case 'favourite':
        return t('favourite', name())
      case 'reblog':
        return t('reblog', name())
      case 'status':
        return t('status', name())
      case 'poll':
        return props.entry.account_id === session()?.account?.id ? t('pollOwn') : t('poll')
      case 'quote':
        return t('quote', name())
      case 'quoted_update':
        return t('quotedUpdate', name())
      case 'update':
        return t('update', name())
      default:
        return answersMe() ? t('reply', name()) : t('mention', name())
    }
  }
  return (
    <>
      {words()} <Fresh when={props.fresh} />
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

/** Somebody who follows me, or asks to. */
function Person(props: EntryProps & { entry: NotificationEntity }) {
  const account = () => accountOf(props.entry.account_id)
  const asks = () => props.entry.type === 'follow_request'
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
      <Show when={account()}>
        {(person) => (
          <div class={style.person}>
            <Avatar src={pictureOf(person())} name={person().display_name} handle={person().acct} />
            <div class={style.words}>
              <p id={`entry-${props.id}`}>
                <a class={style.name} href={profileHref(person())} dir="auto">
                  <EmojiText text={nameOf(person().id)} emojis={person().emojis} />
                </a>{' '}
                {asks() ? t('followRequest') : t('follow')} <Fresh when={props.fresh} />
              </p>
              <p class="hint">
                <bdi>@{person().acct}</bdi>, <Time at={props.entry.created_at} />
              </p>
            </div>
            <div class={style.act}>
              <Show when={asks()} fallback={<FollowButton accountId={person().id} kind="plain" />}>
                <Show
                  when={relationshipTo(person().id)?.requested_by !== false}
                  fallback={<span class="hint">{t('answered')}</span>}
                >
                  <AnswerButtons accountId={person().id} />
                </Show>
              </Show>
            </div>
          </div>
        )}
      </Show>
    </article>
  )
}
