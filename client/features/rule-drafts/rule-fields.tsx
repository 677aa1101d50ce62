import { createUniqueId, For, Show, untrack } from 'solid-js'
import type { Enforcement } from '../../../shared/api/rules.ts'
import { texts } from '../../lib/i18n.ts'
import { ruleDrafts } from '../../locales/en/rule-drafts.ts'
import { Button } from '../../ui/button.tsx'
import { Choices, TextArea, Tick } from '../../ui/field.tsx'
import style from './folds.module.css'
import type { RuleDraft } from './rule-draft.ts'
import { Translations } from './translations.tsx'

const t = texts(ruleDrafts)

interface FieldsProps {
  rule: RuleDraft
  name: string
  /** What may follow from breaking it. */
  follows: readonly Enforcement[]
  first: boolean
  onChange: (part: Partial<RuleDraft>) => void
  onUp: () => void
  onRemove: () => void
}

/** Everything of one rule: its words, examples, consequences, and other languages. A new one is open, others folded. */
export function RuleFields(props: FieldsProps) {
  const isNew = untrack(() => props.rule.text === '')
  return (
    <details class={`${style.fold} ${style.rule}`} open={isNew}>
      <summary>
        <b>{props.name}</b>{' '}
        <span class={style.words} dir="auto">
          {props.rule.text}
        </span>
      </summary>
      <fieldset class="stack" aria-label={props.name}>
        <Text {...props} field="text" label={t('text')} />
        <Text {...props} field="hint" label={t('hint')} optional />
        <Text {...props} field="below" label={t('below')} optional />
        <Text {...props} field="ok" label={t('ok')} optional />
        <Text {...props} field="notOk" label={t('notOk')} optional />
        <Follows {...props} />
        <Translations rule={props.rule} onChange={(translations) => props.onChange({ translations })} />
        <Moves {...props} />
      </fieldset>
    </details>
  )
}

function Moves(props: FieldsProps) {
  return (
    <p class="row hang">
      <Show when={!props.first}>
        <Button kind="quiet" onClick={() => props.onUp()}>
          {t('up')}
          <span class="sr"> {props.name}</span>
        </Button>
      </Show>
      <Button kind="quiet" onClick={() => props.onRemove()}>
        {t('remove', props.name)}
      </Button>
    </p>
  )
}

interface TextProps extends FieldsProps {
  field: 'text' | 'hint' | 'below' | 'ok' | 'notOk'
  label: string
  optional?: boolean
}

function Text(props: TextProps) {
  return (
    <TextArea
      label={props.label}
      optional={props.optional ? t('optional') : undefined}
      name={props.field}
      rows={2}
      dir="auto"
      value={props.rule[props.field]}
      onInput={(value) => props.onChange({ [props.field]: value })}
    />
  )
}

function Follows(props: FieldsProps) {
  const name = createUniqueId()
  return (
    <Choices legend={t('follows')}>
      <For each={props.follows}>
        {(one) => (
          <Tick
            type="radio"
            name={name}
            checked={props.rule.enforcement === one}
            onChange={() => props.onChange({ enforcement: one })}
          >
            {t(one)}
          </Tick>
        )}
      </For>
    </Choices>
  )
}
