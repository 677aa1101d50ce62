import { createSignal, For, Show } from 'solid-js'
import type { MediationIntake, MediationView } from '../../../../shared/api/mediation.ts'
import { HttpError } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { submitting } from '../../../lib/submit.ts'
import { guestWords } from '../../../locales/en/mediation-guest.ts'
import { intake } from '../../../locales/en/mediation-intake.ts'
import { ArrivalHeading } from '../../../ui/arrival.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Tick } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Slip } from '../../../ui/slip.tsx'
import { loadAbout } from '../../about/load.ts'
import { Failed } from '../../shell/failed.tsx'
import { useDoor } from '../door.ts'
import { personName } from '../room/names.ts'
import style from './intake.module.css'
import { type Step, stepHref, stepOf } from './steps.ts'

const t = texts(intake)

interface LookProps {
  view: MediationView
  kept: Partial<MediationIntake>
  send: (consent: boolean) => Promise<void>
  back: string | undefined
}

/** Everything once more, the consent with what is kept beside it, and the button that asks. */
export function LastLook(props: LookProps) {
  const [consent, setConsent] = createSignal(false)
  const [looked, setLooked] = createSignal(false)
  const about = loadAbout()
  const send = submitting(async () => {
    setLooked(true)
    if (consent()) await props.send(true)
  })
  return (
    <>
      <div class="stack">
        <ArrivalHeading>{t('lookTitle')}</ArrivalHeading>
        <p class="lede">{t('lookLede')}</p>
      </div>
      <Answers view={props.view} kept={props.kept} />
      <Form label={t('lookTitle')} onSubmit={send.run} wide>
        <section class="stack-s" aria-labelledby="h-kept">
          <h2 id="h-kept">{t('keptTitle')}</h2>
          <ul class={style.plain}>
            <For each={t('keptLines')}>{(line) => <li>{line}</li>}</For>
          </ul>
          <Show when={props.view.other?.acct.includes('@')}>
            <p>{t('farAway')}</p>
          </Show>
          <Show when={useDoor().guest}>
            <p>{guestWords.keptHere}</p>
          </Show>
          <Show when={about.value()?.who_runs}>{(who) => <p class="hint">{t('controller', who())}</p>}</Show>
        </section>
        <Tick
          name="consent"
          checked={consent()}
          onChange={setConsent}
          hint={t('consentHint')}
          error={looked() && !consent() ? t('consentNeeded') : undefined}
        >
          {t('consent')}
        </Tick>
        <Complaints error={send.error()} id={props.view.id} />
        <p class="row">
          <Button type="submit" kind="main" busy={send.busy()}>
            {t('send')}
          </Button>
          <Show when={props.back}>
            {(href) => (
              <ButtonLink kind="quiet" href={href()}>
                {t('back')}
              </ButtonLink>
            )}
          </Show>
        </p>
      </Form>
    </>
  )
}

/** What the server found missing, each with the way back to its step. */
function Complaints(props: { error: unknown; id: string }) {
  const door = useDoor()
  const page = () => door.page(props.id)
  const found = () =>
    props.error instanceof HttpError
      ? Object.entries(props.error.details).map(([field, all]) => ({ field, text: all[0]?.description ?? '' }))
      : []
  return (
    <Show when={found().length > 0} fallback={<Failed error={props.error} what={t('notSent')} />}>
      <Slip tone="danger" role="alert">
        <p>
          <b>{t('notSent')}</b>
        </p>
        <For each={found()}>
          {({ field, text }) => (
            <p>
              {text} <a href={stepHref(page(), stepOf(field))}>{t('change')}</a>
            </p>
          )}
        </For>
      </Slip>
    </Show>
  )
}

function Answers(props: { view: MediationView; kept: Partial<MediationIntake> }) {
  const door = useDoor()
  const said = (): [label: string, text: string, step: Step][] => [
    [t('withWhom'), personName(props.view.other), 'who'],
    [t('posts'), t('postCount', props.kept.status_ids?.length ?? 0), 'who'],
    [t('story'), props.kept.story || t('nothing'), 'story'],
    [t('hoped'), props.kept.hopes?.map((hope) => t('hopes')[hope]).join(', ') || t('nothing'), 'hopes'],
    [t('way'), wayOf(props.kept), 'way'],
    [t('times'), t('timeCount', props.kept.hours?.length ?? 0), 'times'],
  ]
  return (
    <dl class={style.list}>
      <For each={said()}>
        {([label, text, step]) => (
          <div>
            <dt>{label}</dt>
            <dd dir="auto">{text}</dd>
            <dd>
              <a href={stepHref(door.page(props.view.id), step)}>
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

function wayOf({ track, mode }: Partial<MediationIntake>): string {
  if (track !== 'mediation') return t('tracks').message
  return `${t('tracks').mediation}: ${t('modes')[mode ?? 'shuttle']}`
}
