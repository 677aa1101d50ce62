import { createSignal, Show } from 'solid-js'
import type { About } from '../../../shared/api/about.ts'
import type { Registration } from '../../../shared/api/community.ts'
import { formatClock } from '../../../shared/text/figures.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { join } from '../../locales/en/join.ts'
import { Button } from '../../ui/button.tsx'
import { announce } from '../../ui/live.tsx'
import { Failed } from '../shell/failed.tsx'
import { AddressForm } from './address-form.tsx'
import { ByHand } from './by-hand.tsx'
import { MailSlip } from './mail-slip.tsx'
import { StartOver } from './start-over.tsx'

const t = texts(join)

interface ConfirmProps {
  registration: Registration
  contact: About['contact'] | undefined
  onChange: (registration: Registration) => void
  onStartOver: () => void
}

/** Step 3: how the mail stands, and every way on when it does not come. */
export function ConfirmStep(props: ConfirmProps) {
  const [changing, setChanging] = createSignal(false)
  const now = () => props.registration
  const mailable = () => now().mail.state !== 'file' && now().mail.state !== 'none'
  const ask = (path: string, said?: string) =>
    submitting(async () => {
      props.onChange(await send<Registration>('POST', path))
      if (said) announce(said)
    })
  const resend = ask('/auth/sign-up/resend', t('resent'))
  const byHand = ask('/auth/sign-up/by-hand')
  const tooSoon = () => {
    const from = mailable() ? now().resend_after : null
    return from && Date.parse(from) > Date.now() ? t('resendFrom', formatClock(from)) : undefined
  }
  return (
    <>
      <div class="stack">
        <h1>{mailable() ? t('confirmTitle') : t('byHandTitle')}</h1>
        <Show when={mailable()}>
          <p class="lede">{t('confirmLede', now().email)}</p>
        </Show>
        <Show when={now().approval.required}>
          <p>{t('approvalNext', now().approval.expected_wait_hours)}</p>
        </Show>
      </div>
      <div class="stack">
        <MailSlip registration={now()} />
        <Show when={now().by_hand}>
          <ByHand registration={now()} contact={props.contact} />
        </Show>
        <Failed error={resend.error() ?? byHand.error()} what={t('notDone')} />
        <p class="row">
          <Show when={mailable()}>
            <Button busy={resend.busy()} why={tooSoon()} onClick={() => resend.run()}>
              {t('resend')}
            </Button>
            <Button aria-expanded={changing()} onClick={() => setChanging((open) => !open)}>
              {t('change')}
            </Button>
          </Show>
          <Show when={!now().by_hand}>
            <Button kind={mailable() ? 'plain' : 'main'} busy={byHand.busy()} onClick={() => byHand.run()}>
              {t('byHand')}
            </Button>
          </Show>
        </p>
        <Show when={tooSoon()}>{(text) => <p class="hint">{text()}</p>}</Show>
        <Show when={changing()}>
          <AddressForm
            email={now().email}
            onChanged={(changed) => {
              setChanging(false)
              props.onChange(changed)
            }}
            onKeep={() => setChanging(false)}
          />
        </Show>
      </div>
      <StartOver onDone={() => props.onStartOver()} />
    </>
  )
}
