import { type JSX, Show } from 'solid-js'
import { accountOf, relationshipTo } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { inbox } from '../../locales/en/inbox.ts'
import { session } from '../../session/session.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { EmojiText } from '../../ui/emoji.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Time } from '../../ui/time.tsx'
import { nameOf } from '../relations/act.ts'
import { AnswerButtons } from '../relations/answer-buttons.tsx'
import { FollowButton } from '../relations/follow-button.tsx'
import { menuAbout } from '../relations/menu.ts'
import { profileHref } from '../statuses/address.ts'
import { pictureOf } from '../statuses/picture.ts'
import style from './entry.module.css'

const t = texts(inbox)

interface PersonProps {
  accountId: string
  /** The id of the line that says what they did. */
  line: string
  at: string
  /** How many others did the same. */
  others: number
  asks: boolean
  children: JSX.Element
}

/** Somebody who follows me, alone or with others, or asks to; with what I can do about it. */
export function Person(props: PersonProps) {
  const followers = () => `${profileHref({ acct: session()?.account?.acct ?? '' })}/followers`
  return (
    <Show when={accountOf(props.accountId)}>
      {(person) => (
        <div class={style.person}>
          <Avatar src={pictureOf(person())} name={person().display_name} handle={person().acct} />
          <div class={style.words}>
            <p id={props.line}>
              <a class={style.name} href={profileHref(person())} dir="auto">
                <EmojiText text={nameOf(person().id)} emojis={person().emojis} />
              </a>{' '}
              <Show when={props.others > 0} fallback={props.asks ? t('followRequest') : t('follow')}>
                {t('and')} <a href={followers()}>{t('others', props.others)}</a> {t('followMany')}
              </Show>{' '}
              {props.children}
            </p>
            <p class="hint">
              <bdi>@{person().acct}</bdi>, <Time at={props.at} />
            </p>
          </div>
          <div class={`${style.act} row`}>
            <Show when={props.asks} fallback={<FollowButton accountId={person().id} kind="plain" />}>
              <Show
                when={relationshipTo(person().id)?.requested_by !== false}
                fallback={<span class="hint">{t('answered')}</span>}
              >
                <AnswerButtons accountId={person().id} />
              </Show>
            </Show>
            <Menu kind="quiet" label={t('moreAbout', nameOf(person().id))} items={menuAbout(person().id)}>
              {t('more')}
            </Menu>
          </div>
        </div>
      )}
    </Show>
  )
}
