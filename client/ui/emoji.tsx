import { For, Show } from 'solid-js'
import { splitByEmoji } from '../../shared/text/emoji-codes.ts'
import { playsByItself } from '../lib/moving.ts'
import style from './emoji.module.css'

/** A small picture that a text names. */
export interface SmallPicture {
  shortcode: string
  url: string
  static_url: string
}

/** A small picture in a line of text; it stands still but for those who want such pictures to move. */
export function Emoji(props: { picture: SmallPicture }) {
  const name = () => `:${props.picture.shortcode}:`
  return (
    <span class={style.place}>
      <img
        class={style.emoji}
        src={playsByItself() ? props.picture.url : props.picture.static_url}
        alt={name()}
        title={name()}
        draggable={false}
      />
    </span>
  )
}

/** A plain text with the small pictures that it names. */
export function EmojiText(props: { text: string; emojis: readonly SmallPicture[] | undefined }) {
  return (
    <Show when={props.emojis?.length} fallback={props.text}>
      <For each={piecesOf(props.text, props.emojis ?? [])}>
        {(piece) => (typeof piece === 'string' ? piece : <Emoji picture={piece} />)}
      </For>
    </Show>
  )
}

/** A text in words and small pictures; a name that none of them has stays as it was written. */
export function piecesOf<Picture extends SmallPicture>(text: string, emojis: readonly Picture[]): (string | Picture)[] {
  if (!text.includes(':')) return [text]
  return splitByEmoji(text).flatMap((piece, n): (string | Picture)[] => {
    if (n % 2 === 0) return piece ? [piece] : []
    return [emojis.find(({ shortcode }) => shortcode === piece) ?? `:${piece}:`]
  })
}
