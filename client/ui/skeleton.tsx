import style from './skeleton.module.css'

/**
 * Stands where something is about to come. `label` says what, for screen readers; `tall` where that fills the window, so
 * that what stands below it does not jump.
 */
export function Skeleton(props: { label: string; tall?: boolean }) {
  return (
    <div class={props.tall ? `${style.skeleton} ${style.tall}` : style.skeleton} role="status" aria-label={props.label}>
      <span />
      <span />
      <span />
      <span />
    </div>
  )
}
