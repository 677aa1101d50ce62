import { For, Match, Switch } from 'solid-js'
import type { Screening as Answers, MediationField, MediationPerson } from '../../../../shared/api/mediation.ts'
import { texts } from '../../../lib/i18n.ts'
import { mediation } from '../../../locales/en/mediation.ts'
import { Choices, TextArea, TextField, Tick } from '../../../ui/field.tsx'
import { ClauseList } from '../room/clause-list.tsx'
import { Screening } from '../screening.tsx'
import { PeopleField } from './people-field.tsx'
import type { Clauses, FieldValue } from './values.ts'

const t = texts(mediation)

interface InputProps {
  field: MediationField
  value: FieldValue | undefined
  error: string | undefined
  onInput: (value: FieldValue) => void
}

/** One field as the server describes it, whatever the form is about. */
export function FieldInput(props: InputProps) {
  const text = () => (typeof props.value === 'string' ? props.value : '')
  const said = () => ({
    label: props.field.label,
    hint: props.field.hint || undefined,
    optional: props.field.required ? undefined : t('optional'),
    error: props.error,
    name: props.field.name,
  })
  return (
    <Switch>
      <Match when={props.field.kind === 'text'}>
        <TextArea
          {...said()}
          rows={3}
          dir="auto"
          maxLength={props.field.max ?? undefined}
          value={text()}
          onInput={props.onInput}
        />
      </Match>
      <Match when={LINES[props.field.kind]}>
        {(how) => (
          <TextField
            {...said()}
            {...how()}
            dir="auto"
            autocomplete="off"
            maxLength={props.field.max ?? undefined}
            value={text()}
            onInput={props.onInput}
          />
        )}
      </Match>
      <Match when={props.field.kind === 'tick'}>
        <Tick
          name={props.field.name}
          hint={props.field.hint || undefined}
          error={props.error}
          checked={props.value === true}
          onChange={props.onInput}
        >
          {props.field.label}
        </Tick>
      </Match>
      <Match when={props.field.kind === 'choice' || props.field.kind === 'choices'}>
        <Options {...props} />
      </Match>
      <Match when={props.field.kind === 'people'}>
        <PeopleField
          label={props.field.label}
          hint={props.field.hint || undefined}
          error={props.error}
          most={props.field.max ?? undefined}
          value={(props.value ?? []) as readonly MediationPerson[]}
          onInput={props.onInput}
        />
      </Match>
      <Match when={props.field.kind === 'screening'}>
        <Screening answers={(props.value ?? {}) as Partial<Answers>} onAnswers={props.onInput} />
      </Match>
      <Match when={props.field.kind === 'clauses'}>
        <ClauseList clauses={(props.value ?? []) as Clauses} onChange={props.onInput} />
      </Match>
    </Switch>
  )
}

/** The fields of one line, and what the browser should know of each. */
const LINES: Partial<Record<MediationField['kind'], { type?: string; inputmode?: 'numeric' }>> = {
  line: {},
  number: { inputmode: 'numeric' },
  date: { type: 'date' },
}

/** One of several, or several of many. */
function Options(props: InputProps) {
  const many = () => props.field.kind === 'choices'
  const chosen = () => (many() ? ((props.value ?? []) as readonly string[]) : [props.value])
  const choose = (value: string, on: boolean) => {
    if (!many()) return props.onInput(value)
    const others = (chosen() as readonly string[]).filter((one) => one !== value)
    props.onInput(on ? [...others, value] : others)
  }
  return (
    <Choices legend={props.field.label} hint={props.error ?? (props.field.hint || undefined)}>
      <For each={props.field.options}>
        {(option) => (
          <Tick
            type={many() ? 'checkbox' : 'radio'}
            name={props.field.name}
            value={option.value}
            hint={option.hint || undefined}
            checked={chosen().includes(option.value)}
            onChange={(on) => choose(option.value, on)}
          >
            {option.label}
          </Tick>
        )}
      </For>
    </Choices>
  )
}
