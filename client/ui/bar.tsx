import style from './bar.module.css'

interface BarProps {
  value: number
  max: number
  /** Whether it is one's own, which has the colour of what one chose. */
  own?: boolean
}

/** How much of something there is, drawn; the words beside it say the same. */
export function Bar(props: BarProps) {
  return (
    <progress
      class={style.bar}
      data-own={props.own ? '' : undefined}
      max={props.max}
      value={Math.min(props.value, props.max)}
      aria-hidden="true"
    />
  )
}
