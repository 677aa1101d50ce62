import { For, Show } from 'solid-js'
import type { MediationComplaint } from '../../../../shared/api/mediation-team.ts'
import { read, send } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { type Loaded, loaded } from '../../../lib/loaded.ts'
import { complaints as words } from '../../../locales/en/mediation-complaints.ts'
import { toast } from '../../../ui/toast.tsx'
import { ChooseAndSay } from '../../complaints/choose-and-say.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { Day } from '../due.tsx'
import style from '../lists.module.css'
import { MEDIATIONS } from '../paths.ts'
import { personName } from '../room/names.ts'

const t = texts(words)

const PATH = `${MEDIATIONS}/complaints`
type Outcome = keyof typeof words.outcomes
const OUTCOMES = (['none', 'apology', 'replacement', 'pause'] as const).map((value) => ({
  value,
  text: words.outcomes[value],
}))

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
  const answer = async (outcome: Outcome | undefined, text: string) => {
    const path = `${PATH}/${props.complaint.id}/answer`
    props.list.set(await send<MediationComplaint[]>('POST', path, { outcome, text }))
    toast(t('sent'))
  }
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
      <ChooseAndSay
        label={t('answer')}
        choice={{ legend: t('outcome'), field: 'outcome', id: props.complaint.id, options: OUTCOMES, start: 'none' }}
        words={{ label: t('text'), hint: t('textHint'), rows: 4, most: 1000 }}
        button={t('send')}
        failed={t('notSent')}
        send={answer}
      />
    </li>
  )
}
