import { Show } from 'solid-js'
import { loaded } from '../../lib/loaded.ts'
import { patiently } from '../../lib/patiently.ts'
import style from './second-step.module.css'

/** The dark squares of a picture that a camera reads, a path in units of one square. */
async function drawSquares(text: string): Promise<{ size: number; path: string }> {
  const { encode } = await patiently(() => import('uqr'))
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { size, path }
}

/** A text as a picture for a camera, always dark on light: not every camera reads it the other way round. */
export function QrPicture(props: { text: string; label: string }) {
  const drawn = loaded(() => props.text, drawSquares)
  return (
    <Show when={drawn.value()}>
      {(qr) => (
        <svg class={style.qr} viewBox={`0 0 ${qr().size} ${qr().size}`} role="img" aria-label={props.label}>
          <path d={qr().path} />
        </svg>
      )}
    </Show>
  )
}
