import { createSignal, For, Show } from 'solid-js'
import type { MailProvider, Metrics } from '../../../shared/api/staff.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { house } from '../../locales/en/house.ts'
import { houseNumbers } from '../../locales/en/house-staff.ts'
import { session } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { Slip } from '../../ui/slip.tsx'
import { Waiting } from '../shell/waiting.tsx'
import style from './numbers.module.css'

const t = texts(houseNumbers)
const h = texts(house)

/** How the work of the last week went, with what the team should look at first. */
export function Numbers() {
  const [ago, setAgo] = createSignal(0)
  const metrics = loaded(ago, (weeks, signal) =>
    read<Metrics>(`/api/community/v1/admin/metrics?weeks_ago=${weeks}`, { signal }),
  )
  return (
    <div class="stack">
      <p>{t('lede')}</p>
      <Show when={metrics.value()} fallback={<Waiting label={h('loading')} from={metrics} />}>
        {(now) => (
          <>
            <Weeks of={now()} ago={ago()} onChoose={setAgo} />
            <Week of={now()} />
          </>
        )}
      </Show>
      <Show when={session()?.may.people}>
        <Mails />
      </Show>
    </div>
  )
}

/** Weeks that can be looked back at; the server has no more. */
const WEEKS = 12

function Weeks(props: { of: Metrics; ago: number; onChoose: (ago: number) => void }) {
  return (
    <p class={style.weeks}>
      <span aria-live="polite">{t('week', props.of.from, props.of.until)}</span>
      <Button
        kind="quiet"
        why={props.ago >= WEEKS ? t('noEarlier') : undefined}
        onClick={() => props.onChoose(props.ago + 1)}
      >
        {t('earlier')}
      </Button>
      <Button
        kind="quiet"
        why={props.ago === 0 ? t('noLater') : undefined}
        onClick={() => props.onChoose(props.ago - 1)}
      >
        {t('later')}
      </Button>
    </p>
  )
}

function Week(props: { of: Metrics }) {
  return (
    <>
      <For each={props.of.alarms}>
        {(alarm) => (
          <Slip tone="warn">
            <p>{t('alarms')[alarm]}</p>
          </Slip>
        )}
      </For>
      <Cases of={props.of} />
      <section class="stack-s">
        <h2>{t('work')}</h2>
        <ul>
          <li>{t('actions', props.of.actions)}</li>
          <li>{t('withReason', props.of.with_reason)}</li>
          <li>{t('second', props.of.second_confirmed)}</li>
          <li>{t('upheld', props.of.appeals_upheld)}</li>
          <li>{t('reverted', props.of.reverted)}</li>
          <li>{t('reopened', props.of.reopened)}</li>
          <li>{t('busiest', props.of.busiest)}</li>
          <li>{t('reports', props.of.reports_per_hundred)}</li>
          <li>{t('late', props.of.late)}</li>
        </ul>
      </section>
      <section class="stack-s">
        <h2>{t('joining')}</h2>
        <ul>
          <For each={props.of.steps}>
            {({ step, count }) => (
              <li>
                {count} {t('steps')[step] ?? step}
              </li>
            )}
          </For>
          <li>{t('wait', props.of.applications_wait_hours)}</li>
        </ul>
      </section>
      <section class="stack-s">
        <h2>{t('mediation', props.of.mediation.year)}</h2>
        <p class="hint">{t('mediationText')}</p>
        <ul>
          <li>{t('asked', props.of.mediation.asked)}</li>
          <li>{t('wentAhead', props.of.mediation.went_ahead)}</li>
          <li>{t('agreed', props.of.mediation.agreed)}</li>
        </ul>
      </section>
    </>
  )
}

function Cases(props: { of: Metrics }) {
  return (
    <section class="stack-s">
      <h2>{t('cases')}</h2>
      <table class={style.table}>
        <thead>
          <tr>
            <th scope="col">{t('class')}</th>
            <th scope="col">{t('count')}</th>
            <th scope="col">{t('look')}</th>
            <th scope="col">{t('decision')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.of.classes}>
            {(one) => (
              <tr>
                <th scope="row">{t('urgency')[one.urgency] ?? one.urgency}</th>
                <td>{one.cases}</td>
                <td>{t('hours', one.look_hours)}</td>
                <td>{t('hours', one.decision_hours)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}

function Mails() {
  const providers = loaded(
    () => undefined,
    (_, signal) => read<MailProvider[]>('/api/community/v1/admin/mail-providers', { signal }),
  )
  return (
    <section class="stack-s">
      <h2>{t('mail')}</h2>
      <p class="hint">{t('mailText')}</p>
      <Show when={providers.value()} fallback={<Waiting label={h('loading')} from={providers} />}>
        {(rows) => (
          <Show when={rows().length > 0} fallback={<p>{t('mailNone')}</p>}>
            <ul class={style.mails}>
              <For each={rows()}>{(row) => <Provider row={row} />}</For>
            </ul>
          </Show>
        )}
      </Show>
    </section>
  )
}

function Provider(props: { row: MailProvider }) {
  const counts = () =>
    (['accepted', 'refused', 'waiting', 'files'] as const)
      .filter((which) => props.row[which] > 0)
      .map((which) => `${t(which)}: ${props.row[which]}`)
      .join(', ')
  return (
    <li>
      <b>{props.row.domain}</b> <span class="hint">{counts()}</span>
      <Show when={props.row.answer}>
        {(answer) => (
          <p>
            {t('answer')}: <code>{answer()}</code>
          </p>
        )}
      </Show>
    </li>
  )
}
