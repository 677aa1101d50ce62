import { createEffect, Show } from 'solid-js'
import type { RuleSetDoc } from '../../../shared/api/rules.ts'
import { read } from '../../api/http.ts'
import { loaded } from '../../lib/loaded.ts'
import { fittingRules } from '../rules/fitting.ts'

/** On this device: the custom about warnings was shown beside the question. */
const TOLD = 'custom-of-warnings-told'

/** What the community says about warnings, the first time that somebody is asked about one; nothing after that. */
export function CustomOnce() {
  const isFirst = localStorage.getItem(TOLD) === null
  return (
    <Show when={isFirst}>
      <Custom />
    </Show>
  )
}

function Custom() {
  const rules = loaded(
    () => undefined,
    (_, signal) => read<RuleSetDoc>('/api/community/v1/rules', { signal }),
  )
  const custom = () => {
    const set = rules.value()
    return set && fittingRules({ ...set, ground_rules: [] }, false)[0]
  }
  createEffect(() => custom() && localStorage.setItem(TOLD, '1'))
  return <Show when={custom()}>{(rule) => <p dir="auto">{rule().text}</p>}</Show>
}
