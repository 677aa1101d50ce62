import { createUniqueId, For, Index, Show, untrack } from 'solid-js'
import type { Enforcement } from '../../../shared/api/rules.ts'
import { texts } from '../../lib/i18n.ts'
import { ruleDrafts } from '../../locales/en/rule-drafts.ts'
import { Button } from '../../ui/button.tsx'
import { Choices, TextArea, Tick } from '../../ui/field.tsx'
import style from './folds.module.css'
import { newRule, type RuleDraft } from './rule-draft.ts'
import { Translations } from './translations.tsx'

const t = texts(ruleDrafts)

interface ListProps {
  rules: readonly RuleDraft[]
  /** What a rule is called by its place, from 1. */
  name: (n: number) => string
  add: string
  /** What may follow from breaking one; the first is what a new one has. */
  follows: readonly Enforcement[]
  /** Whether more can stand under each. */
  parents?: boolean
  onChange: (rules: RuleDraft[]) => void
}

/** Rules of one kind, or what stands under one of them, each folded away; with a button for another. */
export function RuleList(props: ListProps) {
  const up = (n: number) => {
    const others = props.rules.filter((_, at) => at !== n)
    props.onChange([...others.slice(0, n - 1), ...props.rules.slice(n, n + 1), ...others.slice(n - 1)])
  }
  const put = (n: number, part: Partial<RuleDraft>) =>
    props.onChange(props.rules.map((one, at) => (at === n ? { ...one, ...part } : one)))
  return (
    <>
      <Index each={props.rules}>
        {(rule, n) => (
          <RuleFields
            rule={rule()}
            name={props.name(n + 1)}
            follows={props.follows}
            parent={props.parents}
            first={n === 0}
            onChange={(part) => put(n, part)}
            onUp={() => up(n)}
            onRemove={() => props.onChange(props.rules.filter((_, at) => at !== n))}
          />
        )}
      </Index>
      <p class="row">
        <Button onClick={() => props.onChange([...props.rules, newRule(props.follows[0] ?? 'advice')])}>
          {props.add}
        </Button>
      </p>
    </>
  )
}

interface FieldsProps {
  rule: RuleDraft
  name: string
  /** What may follow from breaking it. */
  follows: readonly Enforcement[]
  /** Whether more can stand under it. */
  parent?: boolean
  first: boolean
  onChange: (part: Partial<RuleDraft>) => void
  onUp: () => void
  onRemove: () => void
}

// Everything of one rule: its words, examples, consequences, and other languages. A new one is open, others folded. */
function RuleFields(props: FieldsProps) {
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
        <Text {...props} field="ok" label={t('ok')} optional />
        <Text {...props} field="notOk" label={t('notOk')} optional />
        <Show when={props.follows.length > 1}>
          <Follows {...props} />
        </Show>
        <Translations rule={props.rule} onChange={(translations) => props.onChange({ translations })} />
        <Show when={props.parent}>
          <Below {...props} />
        </Show>
        <Moves {...props} />
      </fieldset>
    </details>
  )
}

function Below(props: FieldsProps) {
  return (
    <fieldset class="stack">
      <legend>{t('below')}</legend>
      <RuleList
        rules={props.rule.children}
        name={(n) => t('part', props.name, n)}
        add={t('addPart')}
        follows={[]}
        onChange={(children) => props.onChange({ children })}
      />
    </fieldset>
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
  field: 'text' | 'hint' | 'ok' | 'notOk'
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
