import { createSignal, For, Show } from 'solid-js'
import { sharedLimits } from '../../../shared/limits.ts'
import { texts } from '../../lib/i18n.ts'
import { pictures } from '../../locales/en/pictures.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, Tick } from '../../ui/field.tsx'
import { announce } from '../../ui/live.tsx'
import { placeOf } from '../media/focus.ts'
import { FocusPicker } from './focus-picker.tsx'
import { previewOf } from './preview.ts'
import { isReminding, setReminding } from './remind.ts'
import style from './tray.module.css'
import type { Writing } from './writing.ts'

const t = texts(pictures)

/** The pictures of a draft, each with what is to be seen in it. */
export function Tray(props: { writing: Writing; onEmpty: () => void }) {
  const { draft, change } = props.writing
  const keys = () => draft.pictures.map(({ key }) => key)
  return (
    <div class={style.tray}>
      <ol class={style.list} aria-label={t('list')}>
        <For each={keys()}>
          {(key, n) => (
            <Item
              writing={props.writing}
              pictureKey={key}
              n={n()}
              onGone={() => (keys().length === 0 ? props.onEmpty() : undefined)}
            />
          )}
        </For>
      </ol>
      <Show when={!draft.warned} fallback={<p class={style.said}>{t('sensitiveByWarning')}</p>}>
        <Tick checked={draft.sensitive} hint={t('sensitiveHint')} onChange={(sensitive) => change({ sensitive })}>
          {t('sensitive')}
        </Tick>
      </Show>
      <Tick checked={isReminding()} onChange={setReminding}>
        {t('remindMe')}
      </Tick>
    </div>
  )
}

interface ItemProps {
  writing: Writing
  pictureKey: string
  /** Its place, from 0. */
  n: number
  onGone: () => void
}

function Item(props: ItemProps) {
  const [aiming, setAiming] = createSignal(false)
  const box = () => props.writing.pictures
  const picture = () => props.writing.draft.pictures.find(({ key }) => key === props.pictureKey)
  const focus = () => picture()?.focus ?? { x: 0, y: 0 }
  const preview = previewOf(picture)
  const left = () => sharedLimits.mediaDescription - (picture()?.description.length ?? 0)
  return (
    <li class={style.item} data-picture={props.pictureKey}>
      <Show when={preview()}>
        {(src) => (
          <img
            class={style.shown}
            src={src()}
            alt={t('one', props.n + 1)}
            style={{ 'object-position': placeOf(focus()) }}
          />
        )}
      </Show>
      <div class={style.about}>
        <TextArea
          label={t('alt', props.n + 1)}
          hint={left() < 200 ? (left() < 0 ? t('altTooLong', -left()) : t('altLeft', left())) : t('altHint')}
          value={picture()?.description ?? ''}
          onInput={(description) => box().patch(props.pictureKey, { description })}
          readOnly={props.writing.busy()}
          rows="2"
          dir="auto"
          lang={props.writing.draft.language}
        />
        <OnItsWay writing={props.writing} pictureKey={props.pictureKey} />
        <Acts {...props} aiming={aiming()} onAim={() => setAiming((open) => !open)} />
      </div>
      <Show when={aiming() && preview()}>
        {(src) => (
          <FocusPicker
            src={src()}
            focus={focus()}
            onFocus={(next) => box().patch(props.pictureKey, { focus: next })}
            onDone={() => setAiming(false)}
          />
        )}
      </Show>
    </li>
  )
}

/** How far a picture is, and what to do when it got stuck. */
function OnItsWay(props: { writing: Writing; pictureKey: string }) {
  const state = () => props.writing.pictures.stateOf(props.pictureKey)
  const words = () => {
    const now = state()
    if (now?.waiting) return t('waiting')
    if (!now) return t('sent')
    return now.part < 1 ? t('sending', Math.round(now.part * 100)) : t('making')
  }
  return (
    <Show
      when={state()?.problem}
      fallback={
        <p class={style.said}>
          <Show when={state()}>
            {(now) => <progress class={style.part} max="1" value={now().part} aria-hidden="true" />}
          </Show>
          {words()}
        </p>
      }
    >
      {(problem) => (
        <p class={`row ${style.problem}`} role="alert">
          {problem()}{' '}
          <Button kind="quiet" onClick={() => props.writing.pictures.retry(props.pictureKey)}>
            {t('again')}
          </Button>
        </p>
      )}
    </Show>
  )
}

/** Its place among the others, the point to keep in view, and taking it out. */
function Acts(props: ItemProps & { aiming: boolean; onAim: () => void }) {
  const count = () => props.writing.draft.pictures.length
  const move = (by: 1 | -1) => {
    props.writing.pictures.move(props.pictureKey, by)
    announce(t('movedTo', props.n + 1))
  }
  const remove = () => {
    announce(t('removed', props.n + 1))
    props.writing.pictures.remove(props.pictureKey)
    props.onGone()
  }
  return (
    <p class={`row ${style.acts}`}>
      <Show when={props.n > 0}>
        <Button kind="quiet" onClick={() => move(-1)}>
          {t('earlier')}
        </Button>
      </Show>
      <Show when={props.n < count() - 1}>
        <Button kind="quiet" onClick={() => move(1)}>
          {t('later')}
        </Button>
      </Show>
      <Button kind="quiet" aria-expanded={props.aiming} onClick={() => props.onAim()}>
        {t('focus')}
      </Button>
      <Button kind="quiet" onClick={remove}>
        {t('remove')}
      </Button>
    </p>
  )
}
