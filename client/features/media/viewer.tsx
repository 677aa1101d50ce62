import { createEffect, createSignal, For, on, Show } from 'solid-js'
import type { MediaAttachment } from '../../../shared/api/wire.ts'
import { accountOf, statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { viewer } from '../../locales/en/viewer.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { looking } from './gestures.ts'
import style from './viewer.module.css'
import { endViewing, type Viewing, viewing } from './viewing.ts'

const t = texts(viewer)

/** The pictures of a post, one at a time over the whole screen, with what is to be seen in them. */
export function Viewer() {
  let dialog: HTMLDialogElement | undefined
  let opener: Element | null = null
  let opened: Viewing | undefined
  createEffect(
    on(viewing, (open) => {
      if (open && !dialog?.open) {
        opener = document.activeElement
        opened = open
        dialog?.showModal()
      }
      if (open || !dialog?.open) return
      dialog.close()
      focusBack(opener, opened)
    }),
  )
  const author = () => accountOf(statusOf(viewing()?.statusId ?? '')?.account_id ?? '')
  return (
    <dialog
      ref={(element) => {
        dialog = element
      }}
      class={style.viewer}
      aria-label={t('title', author()?.display_name || author()?.username || '')}
      onCancel={(event) => {
        event.preventDefault()
        endViewing()
      }}
    >
      <Show when={viewing()} keyed>
        {(open) => <Pages open={open} />}
      </Show>
    </dialog>
  )
}

/** Gives the focus back to what opened the viewer, or to its picture where a press gave no focus or the post was drawn anew. */
function focusBack(opener: Element | null, opened: Viewing | undefined): void {
  const place = opened && `[data-view="${CSS.escape(opened.statusId)}/${opened.index}"]`
  const there = opener?.isConnected && opener !== document.body ? opener : place && document.querySelector(place)
  if (there instanceof HTMLElement) there.focus({ preventScroll: true })
}

/** The pictures side by side; the browser turns from one to the next, by finger or by key. */
function Pages(props: { open: Viewing }) {
  const pictures = () => statusOf(props.open.statusId)?.media_attachments ?? []
  const [index, setIndex] = createSignal(props.open.index)
  let strip: HTMLElement | undefined
  let frames: { by: (times: number) => void }[] = []
  const go = (to: number, behavior: ScrollBehavior = 'auto') => {
    const next = Math.min(pictures().length - 1, Math.max(0, to))
    strip?.children[next]?.scrollIntoView({ behavior, block: 'nearest', inline: 'center' })
    setIndex(next)
  }
  const zoom = (times: number) => frames[index()]?.by(times)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are beside the buttons that do the same
    <div
      class={style.room}
      onKeyDown={(event) => onKey(event, { index: index(), last: pictures().length - 1, go, zoom })}
    >
      <TopBar pictures={pictures()} index={index()} onGo={go} onZoom={zoom} />
      <section
        ref={(element) => {
          strip = element
          frames = []
          queueMicrotask(() => go(props.open.index))
        }}
        class={style.strip}
        aria-label={t('all')}
        tabindex="0"
        onScrollEnd={(event) => {
          const { scrollLeft, clientWidth } = event.currentTarget
          setIndex(Math.round(Math.abs(scrollLeft) / Math.max(1, clientWidth)))
        }}
      >
        <For each={pictures()}>
          {(picture, n) => (
            <Frame
              picture={picture}
              current={n() === index()}
              onReady={(frame) => {
                frames[n()] = frame
              }}
            />
          )}
        </For>
      </section>
      <p class={style.words} dir="auto" aria-live="polite">
        {pictures()[index()]?.description ?? <i>{t('undescribed')}</i>}
      </p>
    </div>
  )
}

interface Acts {
  index: number
  last: number
  go: (to: number) => void
  zoom: (times: number) => void
}

function onKey(event: KeyboardEvent, { index, last, go, zoom }: Acts): void {
  const keys: Record<string, () => void> = {
    ArrowRight: () => go(index + 1),
    ArrowLeft: () => go(index - 1),
    Home: () => go(0),
    End: () => go(last),
    '+': () => zoom(1.5),
    '=': () => zoom(1.5),
    '-': () => zoom(1 / 1.5),
  }
  const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
  if (act) event.preventDefault()
  act?.()
}

interface BarProps {
  pictures: readonly MediaAttachment[]
  index: number
  onGo: (to: number) => void
  onZoom: (times: number) => void
}

function TopBar(props: BarProps) {
  const several = () => props.pictures.length > 1
  const atEnd = (n: number) => props.index === n
  return (
    <div class={style.bar}>
      <Show when={several()}>
        <Button kind="quiet" why={atEnd(0) ? t('first') : undefined} onClick={() => props.onGo(props.index - 1)}>
          {t('before')}
        </Button>
        <span>{t('place', props.index + 1, props.pictures.length)}</span>
        <Button
          kind="quiet"
          why={atEnd(props.pictures.length - 1) ? t('last') : undefined}
          onClick={() => props.onGo(props.index + 1)}
        >
          {t('next')}
        </Button>
      </Show>
      <Button kind="quiet" class={style.zoom} onClick={() => props.onZoom(1.5)}>
        {t('larger')}
      </Button>
      <Button kind="quiet" class={style.zoom} onClick={() => props.onZoom(1 / 1.5)}>
        {t('smaller')}
      </Button>
      <span class={style.end}>
        <ButtonLink
          kind="quiet"
          href={props.pictures[props.index]?.url ?? undefined}
          download=""
          target="_blank"
          rel="noopener"
          title={t('saveHint')}
        >
          {t('save')}
        </ButtonLink>
        <Button autofocus onClick={endViewing}>
          {t('close')}
        </Button>
      </span>
    </div>
  )
}

interface FrameProps {
  picture: MediaAttachment
  current: boolean
  onReady: (frame: { by: (times: number) => void }) => void
}

/** One picture, to be looked at closely. The small one stands there until the large one has come. */
function Frame(props: FrameProps) {
  const { stand, reset, by, ...handlers } = looking()
  let frame: HTMLDivElement | undefined
  props.onReady({ by: (times) => frame && by(times, frame) })
  createEffect(on(() => props.current, reset, { defer: true }))
  return (
    <div
      ref={(element) => {
        frame = element
      }}
      class={style.frame}
      data-large={stand().scale > 1 ? '' : undefined}
      {...handlers}
    >
      <img
        src={props.picture.url ?? undefined}
        alt={props.picture.description ?? t('undescribed')}
        width={props.picture.meta.original.width}
        height={props.picture.meta.original.height}
        style={{
          'background-image': `url("${props.picture.preview_url ?? ''}")`,
          transform: `translate(${stand().x}px, ${stand().y}px) scale(${stand().scale})`,
        }}
        draggable={false}
        decoding="async"
      />
    </div>
  )
}
