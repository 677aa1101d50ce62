import { For, Show } from 'solid-js'
import type { Rule } from '../../../shared/api/about.ts'
import type { RuleSetDoc } from '../../../shared/api/rules.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { ruleNotices } from '../../locales/en/rule-notices.ts'

const t = texts(ruleNotices)

/** What a post is most about, and a reply; a community that has no such custom shows its first, or its last. */
const FITTING = { post: 'g1', reply: 'g2' }

/** A rule that leads into those under it says nothing without them. */
const isWhole = ({ text }: Rule) => !/[:：]$/.test(text.trim())

function pick({ ground_rules: rules, guidelines }: RuleSetDoc, isReply: boolean): Rule[] {
  const wanted = isReply ? FITTING.reply : FITTING.post
  const custom = guidelines.find(({ slug }) => slug === wanted) ?? guidelines.at(isReply ? -1 : 0)
  const rule = rules.find(({ slug }) => slug === 'gr7') ?? rules.at(-1)
  return [custom, rule].filter((one) => one !== undefined)
}

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
            <For each={pick(set(), props.isReply)}>{(rule) => <FittingRule rule={rule} />}</For>
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
      <Show when={!isWhole(props.rule) && props.rule.children.length > 0}>
        <ul>
          <For each={props.rule.children}>{(one) => <li dir="auto">{one.text}</li>}</For>
        </ul>
      </Show>
    </li>
  )
}
