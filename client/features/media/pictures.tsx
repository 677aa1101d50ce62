import { createSignal, createUniqueId, For, Match, Show, Switch } from 'solid-js'
import { media } from '../../../shared/locales/en/media.ts'
import type { StatusEntity } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Blur } from './blur.tsx'
import { isUncovered, mediaChoiceFor, setUncovered } from './cover.ts'
import style from './pictures.module.css'
import { Tile } from './tile.tsx'

const t = texts(media)

/** The pictures of a post, covered where its author or the reader wants that. */
export function Pictures(props: { status: StatusEntity }) {
  const count = () => props.status.media_attachments.length
  return (
    <Show when={count() > 0}>
      <div class={style.pictures}>
        <Switch fallback={<Covered status={props.status} />}>
          <Match when={isUncovered(props.status)}>
            <Grid status={props.status} />
          </Match>
          <Match when={mediaChoiceFor(props.status) === 'hide'}>
            <p class={`row ${style.left}`}>
              {t('hiddenByChoice', count())}{' '}
              <Button kind="quiet" data-act="reveal" onClick={(event) => turn(event.currentTarget, props.status, true)}>
                {t('show', count())}
              </Button>
            </p>
          </Match>
        </Switch>
      </div>
    </Show>
  )
}

/** Uncovers or covers; who pressed that by key stands on the button for the other then. */
function turn(pressed: Element, status: StatusEntity, uncovered: boolean): void {
  const place = pressed.closest(`.${style.pictures}`)
  const held = document.activeElement === pressed
  setUncovered(status, uncovered)
  if (held) place?.querySelector<HTMLElement>('[data-act="reveal"]')?.focus({ preventScroll: true })
}

/** One picture whole, several beside each other around the point that each wants to keep in view; one press covers all. */
function Grid(props: { status: StatusEntity }) {
  const pictures = () => props.status.media_attachments
  const [described, setDescribed] = createSignal<number>()
  const id = createUniqueId()
  return (
    <>
      <ul class={style.grid} data-count={pictures().length} aria-label={t('pictures', pictures().length)}>
        <For each={pictures()}>
          {(picture, index) => (
            <Tile
              picture={picture}
              at={{ statusId: props.status.id, index: index(), of: pictures().length }}
              described={described() === index()}
              describedId={id}
              onDescribe={() => setDescribed((open) => (open === index() ? undefined : index()))}
            />
          )}
        </For>
      </ul>
      <Show when={pictures()[described() ?? -1]?.description}>
        {(words) => (
          <p class={style.words} id={id} dir="auto">
            {words()}
          </p>
        )}
      </Show>
      <button
        type="button"
        class={`${style.mark} ${style.coverAll}`}
        data-act="reveal"
        aria-label={t('hide', pictures().length)}
        title={t('hide', pictures().length)}
        onClick={(event) => turn(event.currentTarget, props.status, false)}
      >
        {t('cover')}
      </button>
    </>
  )
}

/** Nothing is fetched of a covered picture: what is seen of it came with the post. */
function Covered(props: { status: StatusEntity }) {
  const pictures = () => props.status.media_attachments
  const why = () => {
    if (mediaChoiceFor(props.status) === 'open') return t('byHand')
    const byAuthor = props.status.sensitive && props.status.spoiler_text === ''
    return byAuthor ? t('sensitive', pictures().length) : t('byChoice')
  }
  return (
    <div class={style.covered}>
      <div class={style.grid} data-count={pictures().length}>
        <For each={pictures()}>
          {(picture) => (
            <div class={style.tile}>
              <Show when={picture.blurhash}>{(hash) => <Blur hash={hash()} />}</Show>
            </div>
          )}
        </For>
      </div>
      <div class={style.cover}>
        <p>{why()}</p>
        <Button data-act="reveal" onClick={(event) => turn(event.currentTarget, props.status, true)}>
          {t('show', pictures().length)}
        </Button>
      </div>
    </div>
  )
}
