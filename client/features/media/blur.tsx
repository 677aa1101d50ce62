import { decode } from 'blurhash'
import { onMount } from 'solid-js'
import style from './pictures.module.css'

/** Points at each side of a blur: the browser makes it larger. */
const SIDE = 24

/** A blur of a picture, drawn from the few characters that came with the post. */
export function Blur(props: { hash: string }) {
  let canvas: HTMLCanvasElement | undefined
  onMount(() => {
    const points = new Uint8ClampedArray(decode(props.hash, SIDE, SIDE))
    canvas?.getContext('2d')?.putImageData(new ImageData(points, SIDE, SIDE), 0, 0)
  })
  return (
    <canvas
      ref={(element) => {
        canvas = element
      }}
      class={style.blur}
      width={SIDE}
      height={SIDE}
    />
  )
}
