import { createSignal, For, Show } from 'solid-js'
import type { MediationComplaint } from '../../../../shared/api/mediation-team.ts'
import { read, send } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { type Loaded, loaded } from '../../../lib/loaded.ts'
import { fieldReason } from '../../../lib/reason.ts'
import { submitting } from '../../../lib/submit.ts'
import { complaints as words } from '../../../locales/en/mediation-complaints.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices, TextArea, Tick } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Failed } from '../../shell/failed.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { Day } from '../due.tsx'
import style from '../lists.module.css'
import { MEDIATIONS } from '../paths.ts'
import { personName } from '../room/names.ts'

const t = texts(words)

const PATH = `${MEDIATIONS}/complaints`
const OUTCOMES = ['none', 'apology', 'replacement', 'pause'] as const

/** The complaints one has to answer, and one's own with what was answered. */
export const readComplaints = (from = PATH) =>
  loaded(
    () => undefined,
    (_, signal) => read<MediationComplaint[]>(from, { signal }),
  )

/** What somebody complained of about a mediation, for those who may judge it. */
export function Complaints() {
  const list = readComplaints()
  const toJudge = () => (list.value() ?? []).filter(({ yours }) => !yours)
  return (
    <Show when={list.value()} fallback={<Waiting label={t('loading')} from={list} />}>
      <Show when={toJudge().length > 0} fallback={<p class="hint">{t('none')}</p>}>
        <ul class={style.list} aria-label={t('title')}>
          <For each={toJudge()}>{(complaint) => <ToJudge complaint={complaint} list={list} />}</For>
        </ul>
      </Show>
    </Show>
  )
}

function ToJudge(props: { complaint: MediationComplaint; list: Loaded<MediationComplaint[]> }) {
  const [outcome, setOutcome] = createSignal<(typeof OUTCOMES)[number]>('none')
  const [text, setText] = createSignal('')
  const form = submitting(async () => {
    const path = `${PATH}/${props.complaint.id}/answer`
    props.list.set(await send<MediationComplaint[]>('POST', path, { outcome: outcome(), text: text() }))
    toast(t('sent'))
  })
  return (
    <li>
      <p dir="auto">{props.complaint.text}</p>
      <Show when={props.complaint.further}>
        {(further) => (
          <dl>
            <dt>{t('answered')}</dt>
            <dd dir="auto">{props.complaint.answer}</dd>
            <dt>{t('further')}</dt>
            <dd dir="auto">{further()}</dd>
          </dl>
        )}
      </Show>
      <p class="hint">
        <Show when={props.complaint.mediator}>
          {(person) => (
            <>
              {t('about')} {personName(person())}.{' '}
            </>
          )}
        </Show>
        <Day at={props.complaint.at} />. {t('answerBy')} <Day at={props.complaint.due_at} />.
      </p>
      <Form label={t('answer')} onSubmit={form.run}>
        <Choices legend={t('outcome')}>
          <For each={OUTCOMES}>
            {(one) => (
              <Tick
                type="radio"
                name={`outcome-${props.complaint.id}`}
                value={one}
                checked={outcome() === one}
                onChange={() => setOutcome(one)}
              >
                {t('outcomes')[one]}
              </Tick>
            )}
          </For>
        </Choices>
        <TextArea
          label={t('text')}
          hint={t('textHint')}
          rows={4}
          value={text()}
          onInput={setText}
          error={fieldReason(form.error(), 'text')}
        />
        <Failed error={form.error()} what={t('notSent')} />
        <p>
          <Button type="submit" busy={form.busy()}>
            {t('send')}
          </Button>
        </p>
      </Form>
    </li>
  )
}
