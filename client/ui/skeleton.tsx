import style from './skeleton.module.css'

/** Stands where something is about to come. `label` says what, for screen readers. */
export function Skeleton(props: { label: string }) {
  return (
    <div class={style.skeleton} role="status" aria-label={props.label}>
      <span />
      <span />
      <span />
      <span />
    </div>
  )
}
