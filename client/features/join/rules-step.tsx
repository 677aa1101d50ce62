import { useNavigate } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { About, Rule } from '../../../shared/api/about.ts'
import { texts } from '../../lib/i18n.ts'
import { join } from '../../locales/en/join.ts'
import { Slip } from '../../ui/slip.tsx'
import { acknowledge, isAcknowledged } from './draft.ts'
import { RuleCards, Tally } from './rule-cards.tsx'

const t = texts(join)

/** Step 1: every ground rule by itself. */
export function RulesStep(props: { about: About }) {
  const navigate = useNavigate()
  const rules = () => props.about.ground_rules
  const version = () => props.about.rule_set.version
  const agreed = () => rules().filter((rule) => isAcknowledged(version(), rule.id)).length
  return (
    <>
      <div class="stack">
        <h1>{t('rulesTitle', rules().length)}</h1>
        <p class="lede">{t('rulesLede')}</p>
        <p class="prose" dir="auto">
          {props.about.rule_set.intro}
        </p>
      </div>
      <RuleCards
        rules={rules()}
        isAgreed={(id) => isAcknowledged(version(), id)}
        onAgree={(id, yes) => acknowledge(version(), id, yes)}
      />
      <CustomsSlip about={props.about} />
      <p class="hint" id="why">
        {t('why', rules().length, version())}
      </p>
      <Tally
        agreed={agreed()}
        of={rules().length}
        button={t('goToAccount')}
        describedBy="why"
        onGo={() => navigate('/join/account')}
      />
    </>
  )
}

/** The guidelines, which nobody need agree to. */
export function CustomsSlip(props: { about: { guidelines: readonly Pick<Rule, 'text'>[] } }) {
  return (
    <Show when={props.about.guidelines.length > 0}>
      <Slip>
        <h2 class="kicker">{t('customs', props.about.guidelines.length)}</h2>
        <ul class="stack-s">
          <For each={props.about.guidelines}>{(custom) => <li dir="auto">{custom.text}</li>}</For>
        </ul>
        <p class="hint">{t('customsHint')}</p>
      </Slip>
    </Show>
  )
}
