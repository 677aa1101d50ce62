import type { JSX } from 'solid-js'
import type { Tone } from './badge.tsx'
import style from './slip.module.css'

interface SlipProps {
  /** `here` is the red margin: the one thing to do now. */
  tone?: Tone | 'here' | undefined
  /** Read out when it appears: `alert` at once, `status` when there is a pause. */
  role?: 'alert' | 'status'
  id?: string
  children: JSX.Element
}

/** Something slipped between the pages. Its first bold words say what it is. */
export function Slip(props: SlipProps) {
  return (
    <div class={`${style.slip} stack-s`} data-tone={props.tone} role={props.role} id={props.id}>
      {props.children}
    </div>
  )
}
