import { For, Show } from 'solid-js'
import type { MediationTriage } from '../../../../shared/api/mediation-team.ts'
import { texts } from '../../../lib/i18n.ts'
import { desk as words } from '../../../locales/en/mediation-desk.ts'
import { Slip } from '../../../ui/slip.tsx'
import { Day } from '../due.tsx'
import { Lines } from '../lines.tsx'
import style from '../lists.module.css'
import { personName } from '../room/names.ts'
import { Debriefs } from './debrief.tsx'

const t = texts(words)

/** The coordinators' page: who waits, what piles up, who has room. Nothing of any talk is in it. */
export function Triage(props: { triage: MediationTriage }) {
  return (
    <>
      <For each={props.triage.vacant}>
        {(line) => (
          <Slip tone="warn">
            <p>{vacantText(line)}</p>
          </Slip>
        )}
      </For>
      <section class={`${style.part} stack-s`} aria-labelledby="h-waiting">
        <h2 id="h-waiting">{t('waiting')}</h2>
        <p class="hint">{t('waitingHint')}</p>
        <Show when={props.triage.waiting.length > 0} fallback={<p class="hint">{t('noneWaiting')}</p>}>
          <Lines lines={props.triage.waiting} label={t('waiting')} />
        </Show>
      </section>
      <Debriefs debriefs={props.triage.debriefs} />
      <Alerts alerts={props.triage.alerts} />
      <Capacity capacity={props.triage.capacity} />
      <Show when={props.triage.complaints.length > 0}>
        <section class={`${style.part} stack-s`} aria-labelledby="h-complaints">
          <h2 id="h-complaints">{t('complaints')}</h2>
          <p>
            <a href="/mediation/complaints">{t('complaintsWait', props.triage.complaints.length)}</a>
          </p>
        </section>
      </Show>
      <Show when={props.triage.feedback.length > 0}>
        <section class={`${style.part} stack-s`} aria-labelledby="h-feedback">
          <h2 id="h-feedback">{t('feedback')}</h2>
          <p class="hint">{t('feedbackHint')}</p>
          <ul class={style.list}>
            <For each={props.triage.feedback}>
              {(one) => (
                <li>
                  <p dir="auto">{one.text}</p>
                  <p class="hint">
                    <Day at={one.at} />
                  </p>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </>
  )
}

function Alerts(props: { alerts: MediationTriage['alerts'] }) {
  return (
    <section class={`${style.part} stack-s`} aria-labelledby="h-alerts">
      <h2 id="h-alerts">{t('alerts')}</h2>
      <Show when={props.alerts.length > 0} fallback={<p class="hint">{t('noAlerts')}</p>}>
        <ul class={style.list}>
          <For each={props.alerts}>
            {(alert) => (
              <li>
                <p>
                  <b>{t('alertTitles')[alert.kind]}</b> {t('alertTexts')[alert.kind]}
                </p>
                <p class="hint">
                  <Day at={alert.at} />.{' '}
                  <Show when={alert.account}>
                    {(account) => <a href={`/@${account().acct}`}>{personName(account())}</a>}
                  </Show>{' '}
                  <Show when={alert.status_id}>
                    {(id) => <a href={`/@${alert.account?.acct ?? 'post'}/${id()}`}>{t('thread')}</a>}
                  </Show>
                </p>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}

function Capacity(props: { capacity: MediationTriage['capacity'] }) {
  const figures = (): [number, string][] => [
    [props.capacity.mediators, t('mediators')],
    [props.capacity.away, t('awayCount')],
    [props.capacity.open_cases, t('openCases')],
    [props.capacity.free_places, t('freePlaces')],
  ]
  return (
    <section class={`${style.part} stack-s`} aria-labelledby="h-capacity">
      <h2 id="h-capacity">{t('capacity')}</h2>
      <dl class={style.figures}>
        <For each={figures()}>
          {([n, what]) => (
            <div>
              <dt>{what}</dt>
              <dd>{n}</dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  )
}

/** What it means that nobody has a role. */
const vacantText = (role: string): string => (words.vacant as Record<string, string>)[role] ?? role
