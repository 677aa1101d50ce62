import { createSignal, For, Show } from 'solid-js'
import type { MediationComplaint, MediationOutcome } from '../../../shared/api/mediation-team.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import type { Loaded } from '../../lib/loaded.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { complaints as words } from '../../locales/en/mediation-complaints.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { readComplaints } from './desk/complaints.tsx'
import { useDoor } from './door.ts'
import { Day } from './due.tsx'
import style from './lists.module.css'

const t = texts(words)

/** One's own complaints, and what came of them; nothing where there are none. */
export function OwnComplaints() {
  const list = readComplaints(useDoor().complaints)
  const own = () => (list.value() ?? []).filter(({ yours }) => yours)
  return (
    <Show when={own().length > 0}>
      <section class="stack-s" aria-labelledby="h-own-complaints">
        <h2 id="h-own-complaints">{t('own')}</h2>
        <ul class={style.list}>
          <For each={own()}>{(complaint) => <Own complaint={complaint} list={list} />}</For>
        </ul>
      </section>
    </Show>
  )
}

function Own(props: { complaint: MediationComplaint; list: Loaded<MediationComplaint[]> }) {
  return (
    <li>
      <p dir="auto">{props.complaint.text}</p>
      <Show when={props.complaint.outcome}>
        {(outcome) => <Answer outcome={outcome()} text={props.complaint.answer} />}
      </Show>
      <Show when={props.complaint.further}>{(further) => <p dir="auto">{further()}</p>}</Show>
      <Show when={props.complaint.last_outcome}>
        {(outcome) => <Answer by={t('stewardSaid')} outcome={outcome()} text={props.complaint.last_answer} />}
      </Show>
      <Show when={!props.complaint.last_outcome && (!props.complaint.outcome || props.complaint.further)}>
        <p class="hint">
          {props.complaint.vacant ? (
            t('vacant')
          ) : (
            <>
              {props.complaint.further ? t('stewardBy') : t('answeredBy')} <Day at={props.complaint.due_at} />.
            </>
          )}
        </p>
      </Show>
      <Show when={props.complaint.can_take_on}>
        <TakeOn {...props} />
      </Show>
    </li>
  )
}

function Answer(props: { by?: string; outcome: MediationOutcome; text: string | null }) {
  return (
    <p>
      {props.by} <b>{t('outcomes')[props.outcome]}</b> <span dir="auto">{props.text}</span>
    </p>
  )
}

/** The way on to a steward: one button, and a form behind it. */
function TakeOn(props: { complaint: MediationComplaint; list: Loaded<MediationComplaint[]> }) {
  const door = useDoor()
  const [open, setOpen] = createSignal(false)
  const [text, setText] = createSignal('')
  const form = submitting(async () => {
    const { id } = props.complaint
    props.list.set(await send<MediationComplaint[]>('POST', door.steward(id), { id, text: text() }))
    toast(t('takenOn'))
  })
  return (
    <Show
      when={open()}
      fallback={
        <p>
          <Button kind="quiet" onClick={() => setOpen(true)}>
            {t('takeOn')}
          </Button>
        </p>
      }
    >
      <Form label={t('takeOnLabel')} onSubmit={form.run}>
        <TextArea
          label={t('takeOnText')}
          hint={t('takeOnHint')}
          rows={4}
          value={text()}
          onInput={setText}
          error={fieldReason(form.error(), 'text')}
        />
        <Failed error={form.error()} what={t('notSent')} />
        <p class="row">
          <Button type="submit" busy={form.busy()}>
            {t('takeOnSend')}
          </Button>
          <Button kind="quiet" onClick={() => setOpen(false)}>
            {t('notNow')}
          </Button>
        </p>
      </Form>
    </Show>
  )
}
