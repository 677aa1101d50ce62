import { useNavigate } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { setup } from '../../locales/en/setup.ts'
import { ArrivalHeading } from '../../ui/arrival.tsx'
import { Button } from '../../ui/button.tsx'
import { Slip } from '../../ui/slip.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { firstIncomplete } from './check.ts'
import type { SetupDraft } from './draft.ts'
import { complaints, finishSetup } from './finish.ts'
import style from './last-look.module.css'

const t = texts(setup)

/** Everything once more, and the button that opens the community. */
export function LastLook(props: { draft: SetupDraft; token: string }) {
  const navigate = useNavigate()
  const finish = submitting(async () => {
    await finishSetup(props.token, props.draft)
    navigate('/home', { replace: true })
    toast(t('opened', props.draft.name.trim()))
  })
  const why = () => {
    const step = firstIncomplete(props.draft)
    return step === undefined ? undefined : t('incomplete', t('stepNames')[step] ?? '')
  }
  return (
    <>
      <div class="stack">
        <ArrivalHeading>{t('lookTitle')}</ArrivalHeading>
        <p class="lede">{t('lookLede')}</p>
      </div>
      <Answers draft={props.draft} />
      <div class="stack">
        <Complaints error={finish.error()} />
        <p class="row">
          <Button kind="main" busy={finish.busy()} why={why()} aria-describedby="why" onClick={() => finish.run()}>
            {t('finish')}
          </Button>
        </p>
        <p class="hint" id="why">
          {why()}
        </p>
      </div>
    </>
  )
}

/** What the server found wrong, each with the way back to its step; else why it could not be asked. */
function Complaints(props: { error: unknown }) {
  return (
    <Show when={complaints(props.error).length > 0} fallback={<Failed error={props.error} what={t('notDone')} />}>
      <Slip tone="danger" role="alert">
        <p>
          <b>{t('notDone')}</b>
        </p>
        <For each={complaints(props.error)}>
          {(complaint) => (
            <p>
              {complaint.text} <a href={`/setup?step=${complaint.step + 1}`}>{t('change')}</a>
            </p>
          )}
        </For>
      </Slip>
    </Show>
  )
}

function Answers(props: { draft: SetupDraft }) {
  const said = (): [label: string, text: string][] => [
    [t('you'), `@${props.draft.username}, ${props.draft.email}`],
    [t('name'), `${props.draft.name}: ${props.draft.statement}`],
    [t('joining'), t(props.draft.mode)],
    [t('hostingLabel'), props.draft.publishHosting ? t('hostingPublished') : t('hostingLeft')],
    [t('mail'), props.draft.mail === 'none' ? t('mailNone') : t('mailVia', props.draft.smtp.host)],
  ]
  return (
    <dl class={style.list}>
      <For each={said()}>
        {([label, text], n) => (
          <div>
            <dt>{label}</dt>
            <dd dir="auto">{text}</dd>
            <dd>
              <a href={`/setup?step=${n() + 1}`}>
                {t('change')}
                <span class="sr"> {label}</span>
              </a>
            </dd>
          </div>
        )}
      </For>
    </dl>
  )
}
