import { createSignal, For, Show } from 'solid-js'
import type { MediationAgreement } from '../../../../shared/api/mediation.ts'
import { agreementLimits } from '../../../../shared/mediation/agreement.ts'
import { texts } from '../../../lib/i18n.ts'
import { submitting } from '../../../lib/submit.ts'
import { agreement as words } from '../../../locales/en/mediation-agreement.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices, TextArea, Tick } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Failed } from '../../shell/failed.tsx'
import type { Act } from '../form/actions.tsx'
import type { Clauses } from '../form/values.ts'
import { ClauseList } from './clause-list.tsx'

const t = texts(words)

const PUBLICITIES = ['none', 'marker', 'statement'] as const satisfies readonly MediationAgreement['publicity'][]

/** Writing the agreement: opened from what is on the table, saved as a new version. */
export function AgreementEditor(props: { agreement: MediationAgreement | null; act: Act }) {
  const [open, setOpen] = createSignal(false)
  return (
    <Show
      when={open()}
      fallback={
        <p class="row">
          <Button onClick={() => setOpen(true)}>{t('edit')}</Button>
          <span class="hint">{t('editHint')}</span>
        </p>
      }
    >
      <Editor agreement={props.agreement} act={props.act} onDone={() => setOpen(false)} />
    </Show>
  )
}

function Editor(props: { agreement: MediationAgreement | null; act: Act; onDone: () => void }) {
  // What the other does meanwhile makes another version; what is being written here stays as it is.
  const start = plain(props.agreement)
  const [clauses, setClauses] = createSignal<Clauses>(start.clauses)
  const [publicity, setPublicity] = createSignal(start.publicity)
  const [statement, setStatement] = createSignal(start.statement)
  const save = submitting(async () => {
    await props.act('edit_agreement', {
      clauses: clauses().map(({ done_by: _, ...clause }) => clause),
      publicity: publicity(),
      statement: publicity() === 'statement' ? statement() : '',
    })
    toast(t('saved'))
    props.onDone()
  })
  return (
    <Form label={t('edit')} onSubmit={save.run} wide>
      <ClauseList clauses={clauses()} onChange={setClauses} />
      <Choices legend={t('publicity')}>
        <For each={PUBLICITIES}>
          {(one) => (
            <Tick
              type="radio"
              name="publicity"
              value={one}
              checked={publicity() === one}
              onChange={() => setPublicity(one)}
            >
              {t('publicities')[one]}
            </Tick>
          )}
        </For>
      </Choices>
      <Show when={publicity() === 'statement'}>
        <TextArea
          label={t('statement')}
          rows={3}
          maxLength={agreementLimits.statement}
          dir="auto"
          value={statement()}
          onInput={setStatement}
        />
      </Show>
      <Failed error={save.error()} what={t('notDone')} />
      <p class="row">
        <Button type="submit" busy={save.busy()}>
          {t('save')}
        </Button>
        <Button kind="quiet" onClick={() => props.onDone()}>
          {t('cancel')}
        </Button>
      </p>
    </Form>
  )
}

type Start = Pick<MediationAgreement, 'clauses' | 'publicity' | 'statement'>

/** A copy that is no part of the store any more. */
function plain(agreement: MediationAgreement | null): Start {
  if (!agreement) return { clauses: [], publicity: 'none', statement: '' }
  return {
    clauses: agreement.clauses.map((clause) => ({ ...clause, done_by: [...clause.done_by] })),
    publicity: agreement.publicity,
    statement: agreement.statement,
  }
}
