import { type JSX, Show } from 'solid-js'
import { posts } from '../../../shared/locales/en/posts.ts'
import { formatWhen } from '../../../shared/text/figures.ts'
import { accountOf, type StatusEntity, statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { session } from '../../session/session.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { EmojiText } from '../../ui/emoji.tsx'
import { Time } from '../../ui/time.tsx'
import { Card } from '../cards/card.tsx'
import { Filtered } from '../filters/filtered.tsx'
import { Pictures } from '../media/pictures.tsx'
import { Poll } from '../polls/poll.tsx'
import { Quoted } from '../quotes/quoted.tsx'
import { Dateline } from '../timelines/dateline.tsx'
import { profileHref, statusHref } from './address.ts'
import { Fold } from './fold.tsx'
import { pictureOf } from './picture.ts'
import style from './post.module.css'
import { ask } from './question.ts'
import { Words } from './words.tsx'

const t = texts(posts)

interface PostProps {
  id: string
  /** The entry of the list at which it stands, where that is a boost of it. */
  at?: string
  /** The day that begins with it, as any moment of it: a date is set above. */
  day?: string | undefined
  /** A line above it that says why it stands here, instead of what it answers. */
  note?: JSX.Element
  /** What it answers stands above it already. */
  under?: boolean
  /** Where it stands in a feed, from 1, and of how many (-1 while nobody knows). */
  position?: { at: number; of: number }
  /** Nothing stands above it, so no line does either. */
  first?: boolean | undefined
  /** The post that its page is about: larger, with its whole date. */
  focal?: boolean
  /** Its whole date is said, as no day stands above it. */
  dated?: boolean | undefined
  /** How deep it stands in a thread: 0 for what answers the page's post itself. */
  depth?: number
  /** What can be done with it, below its text. */
  children?: JSX.Element
}

/** A post: no card, the name in serif, the time at the end. Nothing once it is deleted. */
export function Post(props: PostProps) {
  const key = () => props.at ?? props.id
  return (
    <Show when={statusOf(props.id)}>
      {(status) => (
        <article
          class={style.item}
          data-post={key()}
          data-first={props.first ? '' : undefined}
          data-focal={props.focal ? '' : undefined}
          data-depth={props.depth || undefined}
          tabindex="-1"
          aria-labelledby={namedBy(status(), key())}
          aria-posinset={props.position?.at}
          aria-setsize={props.position?.of}
        >
          <Dateline day={props.day} />
          <div class={style.post}>
            <Show when={props.note} fallback={<Answers status={status()} hidden={props.under} />}>
              {(note) => <p class={style.via}>{note()}</p>}
            </Show>
            <Head status={status()} at={key()} whole={props.focal || props.dated || props.depth !== undefined} />
            <Filtered status={status()} at={key()}>
              <Body status={status()} at={key()} />
            </Filtered>
            {props.children}
          </div>
        </article>
      )}
    </Show>
  )
}

/** Whose words name a post: who wrote it and when, and of a folded one what stands on the fold. */
function namedBy({ spoiler_text, filtered }: StatusEntity, at: string): string {
  const filters = filtered?.length ? ` filter-${at}` : ''
  return `name-${at} time-${at}${filters}${spoiler_text ? ` warning-${at} topics-${at}` : ''}`
}

/** Says what a post answers, with the way there. */
function Answers(props: { status: StatusEntity; hidden?: boolean | undefined }) {
  const answered = () => {
    const { in_reply_to_account_id: personId, in_reply_to_id: postId, account_id: ownId, mentions } = props.status
    if (props.hidden || !personId || !postId) return undefined
    const person = accountOf(personId) ?? mentions.find((one) => one.id === personId)
    if (!person) return undefined
    const own = personId === ownId
    return { href: statusHref(person, postId), text: own ? t('answersOwn') : t('answers', `@${person.acct}`) }
  }
  return (
    <Show when={answered()}>
      {(line) => (
        <p class={style.via}>
          <a href={line().href}>{line().text}</a>
        </p>
      )}
    </Show>
  )
}

/** Who and when; with `whole`, the day too, where no date stands above. */
function Head(props: { status: StatusEntity; at: string; whole: boolean | undefined }) {
  const author = () => accountOf(props.status.account_id)
  return (
    <Show when={author()}>
      {(person) => (
        <>
          <div class={style.face}>
            <Avatar src={pictureOf(person())} name={person().display_name} handle={person().acct} />
          </div>
          <header class={style.head}>
            <a class={style.name} id={`name-${props.at}`} href={profileHref(person())} dir="auto">
              <EmojiText text={person().display_name || person().username} emojis={person().emojis} />
            </a>
            <span class={`${style.meta} ${style.who}`}>
              <bdi>@{person().acct}</bdi> <Audience status={props.status} />
            </span>
            <span class={style.meta}>
              <a class={style.time} id={`time-${props.at}`} href={statusHref(person(), props.status.id)}>
                <Time at={props.status.created_at} as={props.whole ? 'when' : 'clock'} />
              </a>
              <Edited status={props.status} />
            </span>
          </header>
        </>
      )}
    </Show>
  )
}

/** Says that a post was edited, and shows what it said before. */
function Edited(props: { status: StatusEntity }) {
  return (
    <Show when={props.status.edited_at}>
      {(at) => (
        <button
          type="button"
          class={style.edited}
          aria-label={t('editedAt', formatWhen(new Date(at())))}
          title={t('editedAt', formatWhen(new Date(at())))}
          onClick={() => ask({ about: 'history', statusId: props.status.id })}
        >
          {t('edited')}
        </button>
      )}
    </Show>
  )
}

/** Who may see a post, said only where that is not everybody. */
function Audience(props: { status: StatusEntity }) {
  const isForMe = () =>
    props.status.visibility === 'direct' &&
    props.status.mentions.length === 0 &&
    props.status.account_id === session()?.account?.id
  const words = () => {
    if (isForMe()) return t('onlyYou')
    return props.status.visibility === 'public' ? undefined : t(props.status.visibility)
  }
  return (
    <Show when={words() || props.status.local_only || props.status.hidden_by_moderators}>
      <span class={style.badges}>
        <Show when={words()}>{(text) => <Badge>{text()}</Badge>}</Show>
        <Show when={props.status.local_only && !isForMe()}>
          <Badge>{t('localOnly')}</Badge>
        </Show>
        <Show when={props.status.hidden_by_moderators}>
          <Badge>{t('hiddenByModerators')}</Badge>
        </Show>
      </span>
    </Show>
  )
}

function Body(props: { status: StatusEntity; at: string }) {
  const inside = () => (
    <>
      <Show when={props.status.content}>
        <div class={style.text}>
          <Words html={props.status.content} named={props.status} lang={props.status.language} />
        </div>
      </Show>
      <Pictures status={props.status} />
      <Show when={props.status.quote}>{(quote) => <Quoted quote={quote()} />}</Show>
      <Show when={props.status.poll}>{(poll) => <Poll status={props.status} poll={poll()} />}</Show>
      <Show when={props.status.card}>{(card) => <Card card={card()} status={props.status} />}</Show>
    </>
  )
  return (
    <Show when={props.status.spoiler_text} fallback={inside()}>
      <Fold status={props.status} at={props.at}>
        {inside()}
      </Fold>
    </Show>
  )
}
