import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { PanicDoc, PanicKind } from '../../../shared/api/panic.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { house } from '../../locales/en/house.ts'
import { housePanic } from '../../locales/en/house-panic.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Failed } from '../shell/failed.tsx'

const t = texts(housePanic)
const h = texts(house)

interface TurnProps {
  kind: PanicKind
  solo: number
  onTurned: (now: PanicDoc) => void
  onClose: () => void
}

/** Why, for how long, and what everybody reads meanwhile. */
export function TurnForm(props: TurnProps) {
  const [draft, setDraft] = createStore({ reason: '', notice: '', hours: '3' })
  const sending = submitting(async () =>
    props.onTurned(
      await send<PanicDoc>('POST', '/api/community/v1/admin/panic', {
        ...draft,
        hours: Number(draft.hours),
        kind: props.kind,
      }),
    ),
  )
  const wrong = (field: string) => fieldReason(sending.error(), field)
  const lasts = () => props.kind !== 'log_out_all'
  return (
    <Form label={t('kinds')[props.kind].title} onSubmit={sending.run}>
      <p>
        <b>{t('breaksTitle')}:</b> {t('kinds')[props.kind].breaks}
      </p>
      <TextArea
        label={t('reason')}
        hint={t('reasonHint')}
        error={wrong('reason')}
        rows={2}
        value={draft.reason}
        onInput={(reason) => setDraft({ reason })}
        dir="auto"
      />
      <Show when={lasts()}>
        <TextField
          type="number"
          min="1"
          max="72"
          label={t('hours')}
          hint={t('hoursHint', props.solo)}
          error={wrong('hours')}
          value={draft.hours}
          onInput={(hours) => setDraft({ hours })}
        />
        <TextArea
          label={t('notice')}
          optional={h('optional')}
          hint={t('noticeHint')}
          error={wrong('notice')}
          rows={2}
          value={draft.notice}
          onInput={(notice) => setDraft({ notice })}
          dir="auto"
        />
      </Show>
      <Failed error={sending.error()} what={h('notDone')} />
      <p class="row">
        <Button type="submit" kind="danger" busy={sending.busy()}>
          {lasts() ? t('turnOn') : t('doIt')}
        </Button>
        <Button kind="quiet" onClick={() => props.onClose()}>
          {h('no')}
        </Button>
      </p>
    </Form>
  )
}
