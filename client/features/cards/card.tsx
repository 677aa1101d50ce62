import { Show } from 'solid-js'
import { hostOf } from '../../../shared/text/host.ts'
import type { StatusEntity } from '../../api/store.ts'
import { Blur } from '../media/blur.tsx'
import { isUncovered } from '../media/cover.ts'
import style from './card.module.css'

/**
 * What the page behind a post's link says about itself: one link, with the place it leads to in plain sight. Its picture
 * comes from our own server, and is not fetched where the post's pictures would be covered.
 */
export function Card(props: { card: NonNullable<StatusEntity['card']>; status: StatusEntity }) {
  return (
    <a class={style.card} href={props.card.url} target="_blank" rel="nofollow noopener noreferrer">
      <Show when={props.card.image}>
        {(image) => (
          <span class={style.picture}>
            <Show
              when={isUncovered(props.status)}
              fallback={<Show when={props.card.blurhash}>{(hash) => <Blur hash={hash()} />}</Show>}
            >
              <img
                class={style.image}
                src={image()}
                alt=""
                width={props.card.width}
                height={props.card.height}
                loading="lazy"
                decoding="async"
              />
            </Show>
          </span>
        )}
      </Show>
      <span class={style.words} lang={props.card.language ?? undefined}>
        <span class={style.host} dir="ltr">
          {hostOf(props.card.url)}
        </span>
        <b class={style.title} dir="auto">
          {props.card.title}
        </b>
        <Show when={props.card.description}>
          {(text) => (
            <span class={style.text} dir="auto">
              {text()}
            </span>
          )}
        </Show>
      </span>
    </a>
  )
}
