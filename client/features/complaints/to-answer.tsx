import { createSignal, For, Show } from 'solid-js'
import { type ComplaintOutcome, complaintOutcomes, type StaffComplaint } from '../../../shared/api/complaints.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Loaded, loaded } from '../../lib/loaded.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { complaints as words } from '../../locales/en/complaints.ts'
import { Button } from '../../ui/button.tsx'
import { Choices, TextArea, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Day } from '../mediation/due.tsx'
import style from '../mediation/lists.module.css'
import { Failed } from '../shell/failed.tsx'
import { Waiting } from '../shell/waiting.tsx'

const t = texts(words)
const PATH = '/api/community/v1/admin/complaints'

/** What members say about those who run the community, for a steward to answer. */
export function ComplaintsToAnswer() {
  const list = loaded(
    () => undefined,
    (_, signal) => read<StaffComplaint[]>(PATH, { signal }),
  )
  return (
    <>
      <p class="prose">{t('stewardLede')}</p>
      <Show when={list.value()} fallback={<Waiting label={t('loading')} from={list} />}>
        {(all) => (
          <ul class={style.list}>
            <For each={all()} fallback={<li>{t('none')}</li>}>
              {(one) => <Complaint complaint={one} list={list} />}
            </For>
          </ul>
        )}
      </Show>
    </>
  )
}

function Complaint(props: { complaint: StaffComplaint; list: Loaded<StaffComplaint[]> }) {
  return (
    <li>
      <p class="hint" dir="auto">
        {t('from')} {props.complaint.by?.display_name}, {t('aboutWhom')} <b>{props.complaint.about?.display_name}</b> ·{' '}
        <Day at={props.complaint.at} />
      </p>
      <p dir="auto">{props.complaint.text}</p>
      <Show when={props.complaint.outcome} fallback={<Answer {...props} />}>
        {(outcome) => (
          <p>
            {t('answered')} <b>{t('outcomes')[outcome()]}</b> <span dir="auto">{props.complaint.answer}</span>
          </p>
        )}
      </Show>
    </li>
  )
}

function Answer(props: { complaint: StaffComplaint; list: Loaded<StaffComplaint[]> }) {
  const [outcome, setOutcome] = createSignal<ComplaintOutcome>()
  const [text, setText] = createSignal('')
  const form = submitting(async () => {
    const sent = { outcome: outcome(), text: text() }
    props.list.set(await send<StaffComplaint[]>('POST', `${PATH}/${props.complaint.id}/answer`, sent))
    toast(t('answerSent'))
  })
  return (
    <Form label={t('answer')} onSubmit={form.run}>
      <p class="hint">
        {t('answerBy')} <Day at={props.complaint.due_at} />.
      </p>
      <Choices legend={t('outcome')} error={fieldReason(form.error(), 'outcome', t('outcomeBlank'))}>
        <For each={complaintOutcomes}>
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
        label={t('answerText')}
        hint={t('answerHint')}
        rows={4}
        dir="auto"
        maxLength={2000}
        value={text()}
        onInput={setText}
        error={fieldReason(form.error(), 'text', t('answerBlank'))}
      />
      <Failed error={form.error()} what={t('notSent')} />
      <p>
        <Button type="submit" busy={form.busy()}>
          {t('sendAnswer')}
        </Button>
      </p>
    </Form>
  )
}
