import { For, Match, Show, Switch } from 'solid-js'
import type { RuleProposal } from '../../../shared/api/rules.ts'
import { read } from '../../api/http.ts'
import { DRAFT, type Proposal } from '../../features/rule-drafts/editing.ts'
import { DraftEditor } from '../../features/rule-drafts/editor.tsx'
import { Announced, Begin, WaitsForSecond } from '../../features/rule-drafts/under-way.tsx'
import { Context, Main } from '../../features/shell/main.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { lasting } from '../../lib/lasting.ts'
import { loaded } from '../../lib/loaded.ts'
import { ruleDrafts } from '../../locales/en/rule-drafts.ts'

const t = texts(ruleDrafts)

/** `/settings/rules`: how the rules change, from the draft to the day it holds. */
export function Page() {
  const proposal = loaded(
    () => undefined,
    (_, signal) => read<RuleProposal>(DRAFT, { signal }),
  )
  const inState = (state: Proposal['state']) => {
    const set = proposal.value()?.proposal
    return set?.state === state ? set : undefined
  }
  return (
    <>
      <Main title={t('title')}>
        <p class="lede">{t('lede')}</p>
        <Show when={proposal.value()} fallback={<Waiting label={t('loading')} from={proposal} />}>
          {(told) => (
            <Switch fallback={<Begin told={told()} onChanged={proposal.set} />}>
              <Match when={inState('draft')}>
                {(first) => {
                  const set = lasting(() => inState('draft'), first)
                  return <DraftEditor told={told()} set={set()} onChanged={proposal.set} />
                }}
              </Match>
              <Match when={inState('announced')}>
                {(first) => {
                  const set = lasting(() => inState('announced'), first)
                  return <Announced set={set()} onChanged={proposal.set} />
                }}
              </Match>
              <Match when={inState('effective')}>
                {(first) => {
                  const set = lasting(() => inState('effective'), first)
                  return <WaitsForSecond told={told()} set={set()} onChanged={proposal.set} />
                }}
              </Match>
            </Switch>
          )}
        </Show>
      </Main>
      <Context label={t('steps')}>
        <section>
          <h2>{t('steps')}</h2>
          <ol class="stack-s">
            <For each={t('stepsText')}>{(step, n) => <li>{`${n() + 1}. ${step}`}</li>}</For>
          </ol>
        </section>
      </Context>
    </>
  )
}
