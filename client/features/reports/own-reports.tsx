import { createSignal, For, Show } from 'solid-js'
import type { OwnReport } from '../../../shared/api/moderation.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import type { Listed } from '../../lib/listed.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { reports } from '../../locales/en/reports.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.tsx'
import { askHref } from '../mediation/paths.ts'
import { Failed } from '../shell/failed.tsx'
import { Further } from '../shell/further.tsx'
import style from './reports.module.css'

const t = texts(reports)

/** Whom a report is about, as its reporter reads it. */
export const aboutOf = ({ about }: OwnReport): string =>
  about ? t('about', about.display_name || `@${about.acct}`) : t('aboutNobody')

/** One's own reports, each a line that leads to the whole. */
export function OwnReports(props: { list: Listed<OwnReport> }) {
  return (
    <>
      <ul class={style.list}>
        <For each={props.list.items()}>
          {(report) => (
            <li class="stack-s">
              <p class={style.name}>
                <a href={`/reports/${report.id}`}>{aboutOf(report)}</a>
              </p>
              <p>
                {t('kinds')[report.kind]}. {t('states')[report.state]}
              </p>
              <p class="hint">
                {t('sentAt')} <Time at={report.created_at} />
              </p>
            </li>
          )}
        </For>
      </ul>
      <Further list={props.list}>{t('more')}</Further>
    </>
  )
}

/** One report with its receipt, what was added, and how it ended. */
export function ReportPage(props: { report: OwnReport; onChange: (report: OwnReport) => void }) {
  return (
    <>
      <p role="status">
        <b>{t('states')[props.report.state]}</b>{' '}
        <Show when={props.report.outcome} fallback={<Due report={props.report} />}>
          {(outcome) => t('outcomes')[outcome()]}
        </Show>
      </p>
      <Show when={props.report.suggests_mediator && props.report.about}>
        {(about) => (
          <p>
            {t('suggested')} <a href={askHref({ account: about().id })}>{t('suggestedLink')}</a>
          </p>
        )}
      </Show>
      <p>
        {t('kinds')[props.report.kind]}. <Show when={props.report.kept > 0}>{t('keptPosts', props.report.kept)}</Show>{' '}
        <Show when={props.report.hidden}>{t('hidden')}</Show>
      </p>
      <Show when={props.report.copies}>{(copies) => <p>{t('copies', copies().servers, copies().took)}</p>}</Show>
      <For each={props.report.rules}>
        {(rule) => (
          <p>
            <b>{t('rule', rule.number, rule.version)}</b> {rule.text}
          </p>
        )}
      </For>
      <Said report={props.report} />
      <Show when={props.report.state !== 'decided'}>
        <Add report={props.report} onChange={props.onChange} />
      </Show>
    </>
  )
}

/** What one said oneself: at first, and what was added. */
function Said(props: { report: OwnReport }) {
  return (
    <>
      <Show when={props.report.comment}>
        {(words) => (
          <section class="stack-s">
            <h2>{t('yourWords')}</h2>
            <p class={style.said} dir="auto">
              {words()}
            </p>
          </section>
        )}
      </Show>
      <Show when={props.report.wish !== 'unsure'}>
        <p>
          <b>{t('yourWish')}</b> {t('wishes')[props.report.wish]}.
        </p>
      </Show>
      <For each={props.report.additions}>
        {(addition) => (
          <p class={style.said} dir="auto">
            <span class="hint">
              {t('added')} <Time at={addition.at} />
            </span>{' '}
            {addition.text}
          </p>
        )}
      </For>
    </>
  )
}

function Due(props: { report: OwnReport }) {
  return (
    <>
      {t('due')} <Time at={props.report.due_at} />.
    </>
  )
}

function Add(props: { report: OwnReport; onChange: (report: OwnReport) => void }) {
  const [text, setText] = createSignal('')
  const adding = submitting(async () => {
    const path = `/api/community/v1/reports/${props.report.id}/additions`
    props.onChange(await send<OwnReport>('POST', path, { text: text() }))
    setText('')
    toast(t('addDone'))
  })
  return (
    <Form label={t('add')} wide onSubmit={adding.run}>
      <TextArea
        label={t('add')}
        maxLength={1000}
        value={text()}
        onInput={setText}
        error={fieldReason(adding.error(), 'text', t('addBlank'))}
      />
      <Failed error={adding.error()} what={t('notAdded')} />
      <p class="row">
        <Button type="submit" busy={adding.busy()}>
          {t('addSend')}
        </Button>
      </p>
    </Form>
  )
}
