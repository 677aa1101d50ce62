import { Show } from 'solid-js'
import { quotes } from '../../../shared/locales/en/quotes.ts'
import { accountOf, type StatusEntity, statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { EmojiText } from '../../ui/emoji.tsx'
import { Time } from '../../ui/time.tsx'
import { Filtered } from '../filters/filtered.tsx'
import { Pictures } from '../media/pictures.tsx'
import { nameOf } from '../relations/act.ts'
import { profileHref, statusHref } from '../statuses/address.ts'
import { Fold } from '../statuses/fold.tsx'
import { Words } from '../statuses/words.tsx'
import style from './quoted.module.css'

const t = texts(quotes)

/** What a post quotes, within it: the quoted post, or why it is not here. */
export function Quoted(props: { quote: NonNullable<StatusEntity['quote']> }) {
  const status = () =>
    props.quote.state === 'accepted' && props.quote.quoted_id ? statusOf(props.quote.quoted_id) : undefined
  return (
    <Show
      when={status()}
      fallback={
        <div class={style.quoted}>
          <p class={style.none}>{t('states')[props.quote.state]}</p>
        </div>
      }
    >
      {(quoted) => <QuotedPost status={quoted()} />}
    </Show>
  )
}

/** A post as it stands in another one: its own warning folds it, and what it quotes itself is a word. */
export function QuotedPost(props: { status: StatusEntity }) {
  const author = () => accountOf(props.status.account_id)
  const words = () => (
    <>
      <Show when={props.status.content}>
        <Words html={props.status.content} named={props.status} lang={props.status.language} />
      </Show>
      <Pictures status={props.status} />
      <Show when={props.status.poll}>
        <p class={style.none}>{t('poll')}</p>
      </Show>
      <Show when={props.status.quote}>
        <p class={style.none}>{t('more')}</p>
      </Show>
    </>
  )
  return (
    <Show when={author()}>
      {(person) => (
        <section class={style.quoted} aria-label={t('label', nameOf(props.status.account_id))}>
          <p class={style.head}>
            <a class={style.name} href={profileHref(person())} dir="auto">
              <EmojiText text={nameOf(person().id)} emojis={person().emojis} />
            </a>
            <span class={style.meta}>
              <bdi>@{person().acct}</bdi>,{' '}
              <a href={statusHref(person(), props.status.id)}>
                <Time at={props.status.created_at} as="when" />
              </a>
            </span>
          </p>
          <Filtered status={props.status}>
            <Show when={props.status.spoiler_text} fallback={words()}>
              <Fold status={props.status}>{words()}</Fold>
            </Show>
          </Filtered>
        </section>
      )}
    </Show>
  )
}
