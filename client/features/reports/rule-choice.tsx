import { For, Show } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import type { FullRule, RuleSetDoc } from '../../../shared/api/rules.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { reports } from '../../locales/en/reports.ts'
import { Choices, Tick } from '../../ui/field.tsx'
import { Slip } from '../../ui/slip.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { type ReportDraft, toggled } from './report-draft.ts'

const t = texts(reports)

/** Every rule under the number that it has on the page of the rules. */
const flat = (rules: readonly FullRule[], before = ''): { rule: FullRule; number: string }[] =>
  rules.flatMap((rule) => [{ rule, number: `${before}${rule.number}` }, ...flat(rule.children, before)])

interface RuleChoiceProps {
  draft: ReportDraft
  set: SetStoreFunction<ReportDraft>
  error: string | undefined
}

/** The rules in their own words, to choose those that fit. */
export function RuleChoice(props: RuleChoiceProps) {
  const rules = loaded(
    () => undefined,
    (_, signal) => read<RuleSetDoc>('/api/community/v1/rules', { signal }),
  )
  return (
    <Show when={rules.value()} fallback={<Waiting label={t('loading')} from={rules} />}>
      {(set) => (
        <Choices legend={t('whichRule')} hint={t('whichRuleHint', set().version)}>
          <For
            each={[
              ...flat(set().ground_rules),
              ...flat(set().guidelines, 'G').filter(({ rule }) => rule.enforcement !== 'advice'),
            ]}
          >
            {({ rule, number }) => (
              <Tick
                checked={props.draft.rules.includes(rule.slug)}
                onChange={(on) => props.set('rules', toggled(props.draft.rules, rule.slug, on))}
              >
                <b>{number}</b> {rule.text}
              </Tick>
            )}
          </For>
          <Show when={props.error}>
            <Slip tone="danger" role="alert">
              <p>{props.error}</p>
            </Slip>
          </Show>
        </Choices>
      )}
    </Show>
  )
}
