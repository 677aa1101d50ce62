import { For, Show } from 'solid-js'
import type { Rule } from '../../../shared/api/about.ts'
import type { RuleSetDoc } from '../../../shared/api/rules.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { ruleNotices } from '../../locales/en/rule-notices.ts'
import { fittingRules, shownUnder } from './fitting.ts'

const t = texts(ruleNotices)

/** Under the box, while somebody writes here for the first time: the two rules that fit best. Nothing to press. */
export function FirstWords(props: { isReply: boolean }) {
  const rules = loaded(
    () => undefined,
    (_, signal) => read<RuleSetDoc>('/api/community/v1/rules', { signal }),
  )
  return (
    <Show when={rules.value()}>
      {(set) => (
        <div class="stack-s hint">
          <p>
            <b>{t('firstTime')}</b>
          </p>
          <ul class="stack-s">
            <For each={fittingRules(set(), props.isReply)}>{(rule) => <FittingRule rule={rule} />}</For>
          </ul>
        </div>
      )}
    </Show>
  )
}

function FittingRule(props: { rule: Rule }) {
  return (
    <li dir="auto">
      {props.rule.text}
      <Show when={shownUnder(props.rule).length > 0}>
        <ul>
          <For each={shownUnder(props.rule)}>{(one) => <li dir="auto">{one.text}</li>}</For>
        </ul>
      </Show>
    </li>
  )
}
