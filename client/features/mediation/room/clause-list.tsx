import { createUniqueId, For, Index, Show } from 'solid-js'
import type { MediationClause } from '../../../../shared/api/mediation.ts'
import { texts } from '../../../lib/i18n.ts'
import { agreement } from '../../../locales/en/mediation-agreement.ts'
import { Button } from '../../../ui/button.tsx'
import { Field, TextArea, TextField, Tick } from '../../../ui/field.tsx'
import type { Clauses } from '../form/values.ts'
import style from './agreement.module.css'
import { useCaseAbout } from './names.ts'

const t = texts(agreement)

/** The kinds of clause, in the order in which they are offered. */
const KINDS = [
  'free',
  'topic_rule',
  'no_contact',
  'truce',
  'correction',
  'apology',
  'delete_post',
  'edit_cw',
  'no_screenshots',
  'check_in',
] as const satisfies readonly MediationClause['type'][]

const WITH_POST: readonly MediationClause['type'][] = ['delete_post', 'edit_cw', 'correction']
const WITH_DAY: readonly MediationClause['type'][] = ['no_contact', 'truce', 'check_in']

const fresh = (): MediationClause => ({
  type: 'free',
  owed_by: 'both',
  text: '',
  status_id: null,
  until: null,
  public: false,
  done_by: [],
})

/** The clauses of an agreement while they are written: each says who owes what. */
export function ClauseList(props: { clauses: Clauses; onChange: (clauses: Clauses) => void }) {
  const change = (at: number, part: Partial<MediationClause>) =>
    props.onChange(props.clauses.map((clause, n) => (n === at ? { ...clause, ...part } : clause)))
  return (
    <div class="stack">
      <Index each={props.clauses}>
        {(clause, n) => (
          <fieldset class={style.clause}>
            <legend>{t('clause', n + 1)}</legend>
            <ClauseFields clause={clause()} onChange={(part) => change(n, part)} />
            <p class="hang">
              <Button kind="quiet" onClick={() => props.onChange(props.clauses.filter((_, at) => at !== n))}>
                {t('remove', n + 1)}
              </Button>
            </p>
          </fieldset>
        )}
      </Index>
      <p>
        <Button onClick={() => props.onChange([...props.clauses, fresh()])}>{t('add')}</Button>
      </p>
    </div>
  )
}

interface ClauseProps {
  clause: MediationClause
  onChange: (part: Partial<MediationClause>) => void
}

function ClauseFields(props: ClauseProps) {
  const about = useCaseAbout()
  const has = (kinds: readonly string[]) => kinds.includes(props.clause.type)
  return (
    <>
      <Select
        label={t('kind')}
        value={props.clause.type}
        options={KINDS.map((kind) => ({ value: kind, label: t('kinds')[kind] }))}
        onChoose={(type) => props.onChange({ type })}
      />
      <Select
        label={t('owedBy')}
        value={props.clause.owed_by}
        options={(['both', 'a', 'b'] as const).map((who) => ({
          value: who,
          label: who === 'both' ? t('both') : about().names[who],
        }))}
        onChoose={(owed_by) => props.onChange({ owed_by })}
      />
      <TextArea
        label={t('words')}
        rows={2}
        dir="auto"
        maxLength={1000}
        value={props.clause.text}
        onInput={(text) => props.onChange({ text })}
      />
      <Show when={has(WITH_POST) && about().quotes.length > 0}>
        <Select
          label={t('post')}
          value={props.clause.status_id ?? ''}
          options={[
            { value: '', label: t('noPost') },
            ...about().quotes.map(({ id, text, author }) => ({ value: id, label: excerpt(author, text) })),
          ]}
          onChoose={(id) => props.onChange({ status_id: id === '' ? null : id })}
        />
      </Show>
      <Show when={has(WITH_DAY)}>
        <TextField
          type="date"
          label={props.clause.type === 'check_in' ? t('on') : t('until')}
          value={props.clause.until?.slice(0, 10) ?? ''}
          onInput={(day) => props.onChange({ until: day === '' ? null : day })}
        />
      </Show>
      <Show when={props.clause.type === 'apology'}>
        <Tick checked={props.clause.public} onChange={(open) => props.onChange({ public: open })}>
          {t('publicApology')}
        </Tick>
      </Show>
    </>
  )
}

const excerpt = (author: string, text: string | null): string => `${author}: ${text?.slice(0, 60) ?? t('gone')}`

interface SelectProps<T extends string> {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChoose: (value: T) => void
}

function Select<T extends string>(props: SelectProps<T>) {
  const name = createUniqueId()
  const choose = (value: string) => {
    const option = props.options.find((one) => one.value === value)
    if (option) props.onChoose(option.value)
  }
  return (
    <Field label={props.label}>
      {(control) => (
        <select {...control} name={name} onChange={(event) => choose(event.currentTarget.value)}>
          <For each={props.options}>
            {(option) => (
              <option value={option.value} selected={option.value === props.value}>
                {option.label}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  )
}
