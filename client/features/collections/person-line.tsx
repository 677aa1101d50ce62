import { type JSX, Show } from 'solid-js'
import { accountOf } from '../../api/store.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { EmojiText } from '../../ui/emoji.tsx'
import { nameOf } from '../relations/act.ts'
import { FollowButton } from '../relations/follow-button.tsx'
import style from '../relations/request-list.module.css'
import { profileHref } from '../statuses/address.ts'
import { pictureOf } from '../statuses/picture.ts'

/** Somebody in a collection, with what can be done about them; without `act`, to follow them. */
export function PersonLine(props: { id: string; hint?: string; act?: JSX.Element }) {
  return (
    <Show when={accountOf(props.id)}>
      {(person) => (
        <li class={style.row}>
          <Avatar src={pictureOf(person())} name={person().display_name} handle={person().acct} />
          <div class={style.words}>
            <a class={style.name} href={profileHref(person())} dir="auto">
              <EmojiText text={nameOf(props.id)} emojis={person().emojis} />
            </a>
            <p class="hint">
              <bdi>@{person().acct}</bdi>
              <Show when={props.hint}>{(hint) => <>, {hint()}</>}</Show>
            </p>
          </div>
          <div class={style.act}>{props.act ?? <FollowButton accountId={props.id} kind="plain" />}</div>
        </li>
      )}
    </Show>
  )
}
