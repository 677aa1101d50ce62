import { Show } from 'solid-js'
import type { About } from '../../../shared/api/about.ts'
import type { Registration } from '../../../shared/api/community.ts'
import { texts } from '../../lib/i18n.ts'
import { join } from '../../locales/en/join.ts'
import { Slip } from '../../ui/slip.tsx'
import style from './by-hand.module.css'

const t = texts(join)

/** The short code, and what to do with it. */
export function ByHand(props: { registration: Registration; contact: About['contact'] | undefined }) {
  const mailable = () => props.registration.mail.state !== 'file' && props.registration.mail.state !== 'none'
  return (
    <Slip tone="here">
      <h2 class="kicker">{t('byHandCode')}</h2>
      <p>
        <strong class={style.code}>{props.registration.code}</strong>
      </p>
      <p class="prose">{t('byHandWhat')}</p>
      <Show when={props.contact?.email || props.contact?.account}>
        <p>
          {t('byHandWrite')}{' '}
          <Show when={props.contact?.email}>{(email) => <a href={`mailto:${email()}`}>{email()}</a>}</Show>
          <Show when={props.contact?.email && props.contact.account}>{t('byHandOr')} </Show>
          <Show when={props.contact?.account}>
            {(account) => <a href={`/@${account().acct}`}>@{account().acct}</a>}
          </Show>
          .
        </p>
      </Show>
      <Show when={mailable()}>
        <p class="hint">{t('byHandStop')}</p>
      </Show>
    </Slip>
  )
}
