import { For, Show } from 'solid-js'
import type { Account } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'
import { accountOf, keepAccounts } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { warningSettings } from '../../locales/en/warning-settings.ts'
import { Waiting } from '../shell/waiting.tsx'
import { ChoiceField } from './choice-field.tsx'
import style from './choices.module.css'
import { choices, chooseAloud } from './choices.ts'

const t = texts(warningSettings)

const options = [
  { value: 'open' as const, words: t('personOpen') },
  { value: 'fold' as const, words: t('personFold') },
  { value: 'none' as const, words: t('personNone') },
]

/** So many people the server names in one answer. */
const AT_ONCE = 20

async function readPeople(ids: readonly string[], signal: AbortSignal): Promise<true> {
  const missing = ids.filter((id) => !accountOf(id))
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const query = missing.slice(from, from + AT_ONCE).map((id) => `id[]=${id}`)
    keepAccounts(await read<Account[]>(`/api/v1/accounts?${query.join('&')}`, { signal }))
  }
  return true
}

/** The people whose warnings are met in a way of their own. */
export function PeopleChoices() {
  // whoever was there when the page opened stays in view, so that a choice can be taken back
  const ids = Object.keys(choices().people)
  const people = loaded(
    () => undefined,
    (_, signal) => readPeople(ids, signal),
  )
  return (
    <section class={`${style.part} stack`} aria-labelledby="h-people">
      <h2 id="h-people">{t('peopleTitle')}</h2>
      <p class="hint">{t('peopleHint')}</p>
      <Show when={ids.length > 0} fallback={<p>{t('peopleNone')}</p>}>
        <Show when={people.value()} fallback={<Waiting label={t('loading')} from={people} />}>
          <div>
            <For each={ids.filter((id) => accountOf(id))}>{(id) => <PersonChoice id={id} />}</For>
          </div>
        </Show>
      </Show>
    </section>
  )
}

function PersonChoice(props: { id: string }) {
  return (
    <ChoiceField
      label={t('person', `@${accountOf(props.id)?.acct ?? ''}`)}
      value={choices().people[props.id] ?? 'none'}
      options={options}
      onChoose={(text) => chooseAloud({ people: { [props.id]: text === 'none' ? null : text } }, t('kept'))}
    />
  )
}
