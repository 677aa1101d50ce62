import { Show } from 'solid-js'
import { faceOf, lettersOf } from '../../shared/text/face.ts'
import style from './avatar.module.css'

interface AvatarProps {
  /** The picture's address; without one, two letters stand for the face. */
  src?: string | undefined
  name: string
  /** Decides the letters' ground, so that it stays the same when the name changes. */
  handle: string
  size?: 's' | 'm' | 'l'
}

/** A square face beside a name; the name is said there, so this is not read aloud. */
export function Avatar(props: AvatarProps) {
  return (
    <Show
      when={props.src}
      fallback={
        <span class={style.avatar} data-face={faceOf(props.handle)} data-size={props.size} aria-hidden="true">
          {lettersOf(props.name || props.handle)}
        </span>
      }
    >
      {(src) => (
        <img
          class={style.avatar}
          data-size={props.size}
          src={src()}
          alt=""
          width="44"
          height="44"
          loading="lazy"
          decoding="async"
        />
      )}
    </Show>
  )
}
