import { type JSX, Show } from 'solid-js'
import type { MediationGuest } from '../../../../shared/api/mediation-guest.ts'
import { texts } from '../../../lib/i18n.ts'
import { guestWords } from '../../../locales/en/mediation-guest.ts'
import style from './guest.module.css'

const t = texts(guestWords)

/** The code that one sends from one's own account to show who one is; `fallback` where there is none. */
export function CodeSection(props: {
  guest: MediationGuest | undefined
  fallback: JSX.Element
  children?: JSX.Element
}) {
  return (
    <section class="stack" aria-labelledby="h-code">
      <h2 id="h-code">{t('codeTitle')}</h2>
      {props.children}
      <Show when={props.guest?.code} fallback={props.fallback}>
        {(code) => (
          <>
            <p>{t('codeText', props.guest?.service ?? '')}</p>
            <p class={style.code}>{code()}</p>
            <p class="hint">{t('codeNote')}</p>
          </>
        )}
      </Show>
    </section>
  )
}
