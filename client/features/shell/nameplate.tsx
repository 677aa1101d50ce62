import { communityName } from '../../session/session.ts'
import style from './nameplate.module.css'

/** The community's name with the red margin: the way to the about page. */
export function Nameplate(props: { class?: string }) {
  return (
    <a class={[style.nameplate, props.class].filter(Boolean).join(' ')} href="/about">
      {communityName()}
    </a>
  )
}
