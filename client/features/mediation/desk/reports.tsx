import { createSignal, For, Show } from 'solid-js'
import type { EvidenceBundle } from '../../../../shared/api/evidence.ts'
import type { MediationPerson } from '../../../../shared/api/mediation.ts'
import type { MediationReport } from '../../../../shared/api/mediation-team.ts'
import { type Outcome, outcomes } from '../../../../shared/api/moderation.ts'
import { read, send } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { loaded } from '../../../lib/loaded.ts'
import { submitting } from '../../../lib/submit.ts'
import { desk as words } from '../../../locales/en/mediation-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Choices, Tick } from '../../../ui/field.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Failed } from '../../shell/failed.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { profileHref, statusHref } from '../../statuses/address.ts'
import { Day } from '../due.tsx'
import style from '../lists.module.css'
import { MEDIATIONS } from '../paths.ts'
import { personName } from '../room/names.ts'

const t = texts(words)

/** What members sent to moderators instead of talking it through. */
export function Reports() {
  const list = loaded(
    () => undefined,
    (_, signal) => read<MediationReport[]>(`${MEDIATIONS}/reports`, { signal }),
  )
  const gone = (id: string) => list.set((list.value() ?? []).filter((one) => one.id !== id))
  return (
    <Show when={list.value()} fallback={<Waiting label={t('loading')} from={list} />}>
      {(all) => (
        <Show
          when={all().length > 0}
          fallback={
            <Empty title={t('noReports')}>
              <p>{t('noReportsText')}</p>
            </Empty>
          }
        >
          <ul class={style.list} aria-label={t('reportsTitle')}>
            <For each={all()}>{(report) => <Line report={report} onGone={() => gone(report.id)} />}</For>
          </ul>
        </Show>
      )}
    </Show>
  )
}

function Line(props: { report: MediationReport; onGone: () => void }) {
  const [outcome, setOutcome] = createSignal<Outcome>()
  const settle = submitting(async () => {
    const how = props.report.asks_outcome ? { outcome: outcome() } : {}
    await send('POST', `${MEDIATIONS}/reports/${props.report.id}/settle`, how)
    toast(t('settled'))
    props.onGone()
  })
  return (
    <li class="stack-s">
      <p>
        <b>{t('reportKinds')[props.report.kind]}</b>{' '}
        <span class="hint">
          <Day at={props.report.at} />
        </span>
      </p>
      <p>
        {t('reportFrom')} <Person person={props.report.from} />. {t('reportAbout')}{' '}
        <Person person={props.report.about} />.
      </p>
      <Show when={props.report.about && props.report.status_ids.length > 0}>
        <p>
          {t('reportPosts')}:{' '}
          <For each={props.report.status_ids}>
            {(id, n) => (
              <>
                <a href={statusHref({ acct: props.report.about?.acct ?? '' }, id)}>{t('reportPost', n() + 1)}</a>{' '}
              </>
            )}
          </For>
        </p>
      </Show>
      <Show when={props.report.text}>
        {(text) => (
          <p dir="auto">
            {t('reportWords')}: {text()}
          </p>
        )}
      </Show>
      <Show when={props.report.has_evidence}>
        <Evidence id={props.report.id} />
      </Show>
      <Show when={props.report.asks_outcome}>
        <Choices legend={t('reportEnd')} hint={t('reportEndHint')}>
          <For each={outcomes}>
            {(one) => (
              <Tick
                type="radio"
                name={`outcome-${props.report.id}`}
                value={one}
                checked={outcome() === one}
                onChange={() => setOutcome(one)}
              >
                {t('reportEnds')[one]}
              </Tick>
            )}
          </For>
        </Choices>
      </Show>
      <Failed error={settle.error()} what={t('notSaved')} />
      <p>
        <Button
          busy={settle.busy()}
          onClick={() => settle.run()}
          why={props.report.asks_outcome && !outcome() ? t('reportEndMissing') : undefined}
        >
          {t('settle')}
        </Button>
      </p>
    </li>
  )
}

/** The posts as they were kept, whatever became of them since. */
function Evidence(props: { id: string }) {
  const [bundle, setBundle] = createSignal<EvidenceBundle>()
  const opening = submitting(async () => {
    setBundle(bundle() ? undefined : await read<EvidenceBundle>(`${MEDIATIONS}/reports/${props.id}/evidence`))
  })
  return (
    <>
      <p>
        <Button aria-expanded={bundle() !== undefined} busy={opening.busy()} onClick={() => opening.run()}>
          {bundle() ? t('reportEvidenceClose') : t('reportEvidence')}
        </Button>
      </p>
      <Failed error={opening.error()} what={t('notSaved')} />
      <Show when={bundle()}>
        {(kept) => (
          <ol class="stack-s">
            <For each={kept().items}>
              {(item) => (
                <li>
                  <p class="hint">
                    <bdi>{item.author.handle}</bdi>, <Day at={item.created_at} />
                  </p>
                  <Show when={item.spoiler_text}>
                    {(line) => (
                      <p dir="auto">
                        <b>{line()}</b>
                      </p>
                    )}
                  </Show>
                  <p dir="auto">{item.text}</p>
                </li>
              )}
            </For>
          </ol>
        )}
      </Show>
    </>
  )
}

function Person(props: { person: MediationPerson | null }) {
  return (
    <Show when={props.person} fallback={t('unknown')}>
      {(person) => <a href={profileHref(person())}>{personName(person())}</a>}
    </Show>
  )
}
