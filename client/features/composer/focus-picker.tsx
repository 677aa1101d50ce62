import { texts } from '../../lib/i18n.ts'
import { pictures } from '../../locales/en/pictures.ts'
import { Button } from '../../ui/button.tsx'
import { type Point, placeOf } from '../media/focus.ts'
import style from './tray.module.css'

const t = texts(pictures)

interface PickerProps {
  src: string
  focus: Point
  onFocus: (focus: Point) => void
  onDone: () => void
}

const rounded = (value: number) => Math.round(Math.min(1, Math.max(-1, value)) * 100) / 100

/** Chooses the point of a picture to keep in view: by pressing or dragging on it, or by keys on the two sliders. */
export function FocusPicker(props: PickerProps) {
  const aim = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    const x = ((event.clientX - left) / width) * 2 - 1
    const y = 1 - ((event.clientY - top) / height) * 2
    props.onFocus({ x: rounded(x), y: rounded(y) })
  }
  const place = () => {
    const [left = '50%', top = '50%'] = placeOf(props.focus).split(' ')
    return { left, top }
  }
  const slider = (label: string, axis: 'x' | 'y') => (
    <label class={style.slider}>
      {label}
      <input
        type="range"
        min="-1"
        max="1"
        step="0.05"
        value={props.focus[axis]}
        onInput={(event) => props.onFocus({ ...props.focus, [axis]: rounded(event.currentTarget.valueAsNumber) })}
      />
    </label>
  )
  return (
    <div class={style.picker}>
      <p class={style.said}>{t('focusHint')}</p>
      <div
        class={style.plane}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          aim(event)
        }}
        onPointerMove={(event) => event.buttons > 0 && aim(event)}
      >
        <img src={props.src} alt="" draggable={false} />
        <span class={style.aim} style={place()} />
      </div>
      {slider(t('focusAcross'), 'x')}
      {slider(t('focusUp'), 'y')}
      <p>
        <Button onClick={() => props.onDone()}>{t('focusDone')}</Button>
      </p>
    </div>
  )
}
