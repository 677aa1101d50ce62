import { Match, Show, Switch } from 'solid-js'
import type { Registration } from '../../../shared/api/community.ts'
import { formatWhen } from '../../../shared/text/figures.ts'
import { texts } from '../../lib/i18n.ts'
import { domainOf } from '../../lib/mail-address.ts'
import { join } from '../../locales/en/join.ts'
import type { Tone } from '../../ui/badge.tsx'
import { Slip } from '../../ui/slip.tsx'

const t = texts(join)

/** How the mail with the link really stands. */
export function MailSlip(props: { registration: Registration }) {
  const mail = () => props.registration.mail
  const host = () => domainOf(props.registration.email)
  const tone = (): Tone | undefined => {
    if (mail().state === 'refused') return 'danger'
    if (mail().state === 'accepted') return 'ok'
    return mail().state === 'waiting' && mail().attempts > 0 ? 'warn' : undefined
  }
  return (
    <div role="status">
      <Slip tone={tone()}>
        <Switch>
          <Match when={mail().state === 'waiting'}>
            <p>
              <b>{mail().attempts > 0 ? t('mailDeferred', host()) : t('mailWaiting')}</b>
            </p>
            <Answer text={mail().attempts > 0 ? mail().answer : null} />
          </Match>
          <Match when={mail().state === 'accepted'}>
            <p>
              <b>{t('mailAccepted', host(), formatWhen(mail().at ?? Date.now()))}</b> {t('mailAcceptedHint')}
            </p>
          </Match>
          <Match when={mail().state === 'refused'}>
            <p>
              <b>{t('mailRefused', host())}</b> {t('mailRefusedHint')}
            </p>
            <Answer text={mail().answer} />
          </Match>
          <Match when={mail().state === 'file' || mail().state === 'none'}>
            <p>
              <b>{t('mailNone')}</b> {t('mailNoneHint')}
            </p>
          </Match>
        </Switch>
      </Slip>
    </div>
  )
}

function Answer(props: { text: string | null }) {
  return (
    <Show when={props.text}>
      <p class="hint">
        {t('answer')} <code>{props.text}</code>
      </p>
    </Show>
  )
}
