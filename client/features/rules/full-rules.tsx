import { For, Show } from 'solid-js'
import type { FullRule, RuleSetDoc } from '../../../shared/api/rules.ts'
import { rules } from '../../../shared/locales/en/rules.ts'
import { texts } from '../../lib/i18n.ts'
import style from './diff.module.css'
import { introIn } from './in-language.ts'

const t = texts(rules)

/** A whole version, with the examples of each rule; in `locale` where it is translated. */
export function FullRules(props: { set: RuleSetDoc; locale: string }) {
  return (
    <div class="stack">
      <Show when={introIn(props.set, props.locale)}>
        {(intro) => (
          <p class="prose" dir="auto">
            {intro()}
          </p>
        )}
      </Show>
      <h3>{t('groundRules')}</h3>
      <List rules={props.set.ground_rules} locale={props.locale} />
      <Show when={props.set.guidelines.length > 0}>
        <h3>{t('customs')}</h3>
        <List rules={props.set.guidelines} locale={props.locale} />
      </Show>
      <Show when={props.set.notices.length > 0}>
        <h3>{t('notices')}</h3>
        <List rules={props.set.notices} locale={props.locale} />
      </Show>
    </div>
  )
}

function List(props: { rules: readonly FullRule[]; locale: string }) {
  return (
    <ol>
      <For each={props.rules}>{(rule) => <OneRule rule={rule} locale={props.locale} />}</For>
    </ol>
  )
}

function OneRule(props: { rule: FullRule; locale: string }) {
  const translation = () => props.rule.translations[props.locale]
  const said = () => translation() ?? props.rule
  return (
    <li class={style.rule} id={props.rule.slug}>
      <span class={style.number}>{props.rule.number}</span>
      <div class="stack-s">
        <p class={style.words} dir="auto">
          {said().text}
        </p>
        <Show when={translation()?.origin === 'machine'}>
          <p class="hint">{t('machine')}</p>
        </Show>
        <Show when={props.rule.children.length > 0}>
          <List rules={props.rule.children} locale={props.locale} />
        </Show>
        <Show when={said().hint}>
          <p class="hint" dir="auto">
            {said().hint}
          </p>
        </Show>
        <Examples rule={props.rule} />
      </div>
    </li>
  )
}

/** What is fine and what is not, beside each other. */
export function Examples(props: { rule: Pick<FullRule, 'ok_examples' | 'not_ok_examples'> }) {
  return (
    <Show when={props.rule.ok_examples.length + props.rule.not_ok_examples.length > 0}>
      <dl class={style.examples}>
        <Side label={t('okExamples')} examples={props.rule.ok_examples} />
        <Side label={t('notOkExamples')} examples={props.rule.not_ok_examples} />
      </dl>
    </Show>
  )
}

function Side(props: { label: string; examples: readonly string[] }) {
  return (
    <Show when={props.examples.length > 0}>
      <div>
        <dt>{props.label}</dt>
        <For each={props.examples}>{(example) => <dd dir="auto">{example}</dd>}</For>
      </div>
    </Show>
  )
}
