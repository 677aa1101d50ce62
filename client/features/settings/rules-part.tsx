import { Index, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { settings } from '../../locales/en/settings.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { type Editing, editing, type PartProps } from './editing.ts'
import style from './part.module.css'
import { PartFrame } from './part.tsx'
import { fromRuleLine, type RuleLine, toRuleLine } from './rule-lines.ts'

const t = texts(settings)

interface Rules {
  intro: string
  ground: RuleLine[]
  customs: RuleLine[]
}

type Kind = 'ground' | 'customs'

/** The words of rules and customs, as long as nobody else has agreed to them. */
export function RulesPart(props: PartProps) {
  return (
    <Show when={props.settings.rules_editable} fallback={<FixedRules />}>
      <EditableRules {...props} />
    </Show>
  )
}

function FixedRules() {
  return (
    <section class={`${style.part} stack`} id="rules" aria-labelledby="h-rules">
      <h2 id="h-rules">{t('rules')}</h2>
      <p class="prose">
        {t('rulesFixed')} <a href="/settings/rules">{t('changeRules')}</a>
      </p>
    </section>
  )
}

function EditableRules(props: PartProps) {
  const edit = editing<Rules>(
    props,
    (now) => ({
      intro: now.rules_intro,
      ground: now.ground_rules.map(toRuleLine),
      customs: now.guidelines.map(toRuleLine),
    }),
    (draft) => ({
      rules_intro: draft.intro,
      ground_rules: draft.ground.map(fromRuleLine),
      guidelines: draft.customs.map(fromRuleLine),
    }),
  )
  return (
    <PartFrame id="rules" title={t('rules')} hint={t('rulesFirst')} editing={edit}>
      <TextArea
        label={t('rulesIntro')}
        name="rules_intro"
        rows={2}
        dir="auto"
        value={edit.draft.intro}
        onInput={(intro) => edit.change({ intro })}
      />
      <h3>{t('groundRules')}</h3>
      <Lines edit={edit} kind="ground" />
      <h3>{t('guidelines')}</h3>
      <Lines edit={edit} kind="customs" />
    </PartFrame>
  )
}

function Lines(props: { edit: Editing<Rules>; kind: Kind }) {
  const lines = () => props.edit.draft[props.kind]
  const put = (now: RuleLine[]) => props.edit.change({ [props.kind]: now })
  const change = (at: number, part: Partial<RuleLine>) =>
    put(lines().map((line, n) => (n === at ? { ...line, ...part } : line)))
  const add = () => put([...lines(), { text: '', hint: '', below: '', children: [] }])
  return (
    <>
      <Index each={lines()}>
        {(line, n) => (
          <RuleFields
            line={line()}
            kind={props.kind}
            n={n + 1}
            onChange={(part) => change(n, part)}
            onRemove={() => put(lines().filter((_, other) => other !== n))}
          />
        )}
      </Index>
      <p class="row">
        <Button onClick={add}>{props.kind === 'ground' ? t('addRule') : t('addGuideline')}</Button>
      </p>
    </>
  )
}

interface RuleFieldsProps {
  line: RuleLine
  kind: Kind
  n: number
  onChange: (part: Partial<RuleLine>) => void
  onRemove: () => void
}

function RuleFields(props: RuleFieldsProps) {
  const ground = () => props.kind === 'ground'
  return (
    <fieldset class={style.item}>
      <legend>{ground() ? t('groundRule', props.n) : t('guideline', props.n)}</legend>
      <TextArea
        label={ground() ? t('ruleText') : t('guidelineText')}
        name="text"
        rows={2}
        dir="auto"
        value={props.line.text}
        onInput={(text) => props.onChange({ text })}
      />
      <TextArea
        label={ground() ? t('ruleHint') : t('guidelineHint')}
        optional={t('optional')}
        name="hint"
        rows={2}
        dir="auto"
        value={props.line.hint}
        onInput={(hint) => props.onChange({ hint })}
      />
      <Show when={ground()}>
        <TextArea
          label={t('ruleChildren')}
          optional={t('optional')}
          name="below"
          rows={2}
          dir="auto"
          value={props.line.below}
          onInput={(below) => props.onChange({ below })}
        />
      </Show>
      <p class="hang">
        <Button kind="quiet" onClick={() => props.onRemove()}>
          {ground() ? t('removeRule', props.n) : t('removeGuideline', props.n)}
        </Button>
      </p>
    </fieldset>
  )
}
