import { createSignal, Show } from 'solid-js'
import type { MediaAttachment } from '../../../shared/api/wire.ts'
import { media } from '../../../shared/locales/en/media.ts'
import { texts } from '../../lib/i18n.ts'
import { playsByItself } from '../../lib/moving.ts'
import { Blur } from './blur.tsx'
import { placeOf } from './focus.ts'
import style from './pictures.module.css'
import { view } from './viewing.ts'

const t = texts(media)

interface TileProps {
  picture: MediaAttachment
  at: { statusId: string; index: number; of: number }
  /** Whether what is to be seen stands below the pictures, and under which id. */
  described: boolean
  describedId: string
  onDescribe: () => void
}

/** One picture: a blur until it has come, `ALT` where it is described; pressed, it opens. */
export function Tile(props: TileProps) {
  const [here, setHere] = createSignal(false)
  const plays = () => props.picture.meta.animated === true && playsByItself()
  const which = () => (props.at.of > 1 ? t('which', props.at.index + 1, props.at.of) : t('one'))
  return (
    <li class={style.tile}>
      <Show when={!here() && props.picture.blurhash}>{(hash) => <Blur hash={hash()} />}</Show>
      <a
        class={style.open}
        data-act="media"
        data-view={`${props.at.statusId}/${props.at.index}`}
        href={props.picture.url ?? undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          view(props.at)
        }}
      >
        <img
          class={style.image}
          src={(plays() ? props.picture.url : props.picture.preview_url) ?? undefined}
          alt={props.picture.description ?? `${which()}, ${t('undescribed')}`}
          width={props.picture.meta.small.width}
          height={props.picture.meta.small.height}
          style={{ 'object-position': placeOf(props.picture.meta.focus) }}
          loading="lazy"
          decoding="async"
          onLoad={() => setHere(true)}
        />
      </a>
      <span class={style.marks}>
        <Show when={props.picture.description}>
          <button
            type="button"
            class={style.mark}
            aria-expanded={props.described}
            aria-controls={props.describedId}
            aria-label={`${t('alt')}. ${t('altHint', which())}`}
            onClick={() => props.onDescribe()}
          >
            {t('alt')}
          </button>
        </Show>
        <Show when={props.picture.meta.animated && !plays()}>
          <span class={style.mark} title={t('movesHint')}>
            {t('moves')}
          </span>
        </Show>
      </span>
    </li>
  )
}
