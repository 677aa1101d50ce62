import { For, Show } from 'solid-js'
import { type ComplaintOutcome, complaintOutcomes, type StaffComplaint } from '../../../shared/api/complaints.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Loaded, loaded } from '../../lib/loaded.ts'
import { complaints as words } from '../../locales/en/complaints.ts'
import { toast } from '../../ui/toast.tsx'
import { Day } from '../mediation/due.tsx'
import style from '../mediation/lists.module.css'
import { Waiting } from '../shell/waiting.tsx'
import { ChooseAndSay } from './choose-and-say.tsx'

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

const OUTCOMES = complaintOutcomes.map((value) => ({ value, text: words.outcomes[value] }))

function Answer(props: { complaint: StaffComplaint; list: Loaded<StaffComplaint[]> }) {
  const answer = async (outcome: ComplaintOutcome | undefined, text: string) => {
    props.list.set(await send<StaffComplaint[]>('POST', `${PATH}/${props.complaint.id}/answer`, { outcome, text }))
    toast(t('answerSent'))
  }
  return (
    <ChooseAndSay
      label={t('answer')}
      choice={{
        legend: t('outcome'),
        field: 'outcome',
        id: props.complaint.id,
        options: OUTCOMES,
        blank: t('outcomeBlank'),
      }}
      words={{ label: t('answerText'), hint: t('answerHint'), rows: 4, most: 2000, blank: t('answerBlank') }}
      button={t('sendAnswer')}
      failed={t('notSent')}
      send={answer}
    >
      <p class="hint">
        {t('answerBy')} <Day at={props.complaint.due_at} />.
      </p>
    </ChooseAndSay>
  )
}
