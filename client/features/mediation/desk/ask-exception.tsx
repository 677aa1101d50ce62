import { createSignal, For, Show } from 'solid-js'
import type { MediationException } from '../../../../shared/api/mediation-team.ts'
import { send } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { fieldReason } from '../../../lib/reason.ts'
import { submitting } from '../../../lib/submit.ts'
import { exceptions as words } from '../../../locales/en/mediation-exceptions.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices, TextArea, TextField, Tick } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Failed } from '../../shell/failed.tsx'
import style from '../lists.module.css'

const t = texts(words)

const KINDS = ['break_glass', 'legal_hold', 'lift_hold'] as const

/** One admin asks a second one. */
export function AskException(props: { path: string; onSent: (all: MediationException[]) => void }) {
  const [kind, setKind] = createSignal<(typeof KINDS)[number]>('break_glass')
  const [which, setWhich] = createSignal('')
  const [reason, setReason] = createSignal('')
  const [silent, setSilent] = createSignal(false)
  const form = submitting(async () => {
    const asked = { kind: kind(), case: which(), reason: reason(), silent: kind() === 'legal_hold' && silent() }
    props.onSent(await send<MediationException[]>('POST', props.path, asked))
    setWhich('')
    setReason('')
    toast(t('sent'))
  })
  return (
    <section class={`${style.part} stack`} aria-labelledby="h-ask-exception">
      <h2 id="h-ask-exception">{t('ask')}</h2>
      <Form label={t('ask')} onSubmit={form.run}>
        <Choices legend={t('what')}>
          <For each={KINDS}>
            {(one) => (
              <Tick
                type="radio"
                name="kind"
                value={one}
                checked={kind() === one}
                hint={t('kindHints')[one]}
                onChange={() => setKind(one)}
              >
                {t('kinds')[one]}
              </Tick>
            )}
          </For>
        </Choices>
        <TextField
          label={t('which')}
          hint={t('whichHint')}
          autocomplete="off"
          value={which()}
          onInput={setWhich}
          error={fieldReason(form.error(), 'case')}
        />
        <TextArea
          label={t('reason')}
          hint={t('reasonHint')}
          rows={3}
          maxLength={1000}
          value={reason()}
          onInput={setReason}
          error={fieldReason(form.error(), 'reason')}
        />
        <Show when={kind() === 'legal_hold'}>
          <Tick checked={silent()} onChange={setSilent}>
            {t('law')}
          </Tick>
        </Show>
        <Failed error={form.error()} what={t('notDone')} />
        <p>
          <Button type="submit" busy={form.busy()}>
            {t('send')}
          </Button>
        </p>
      </Form>
    </section>
  )
}
