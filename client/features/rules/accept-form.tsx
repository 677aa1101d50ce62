import { createSignal } from 'solid-js'
import type { About } from '../../../shared/api/about.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { join } from '../../locales/en/join.ts'
import { rules as words } from '../../locales/en/rules.ts'
import { loadSession } from '../../session/session.ts'
import { RuleCards, Tally } from '../join/rule-cards.tsx'
import { CustomsSlip } from '../join/rules-step.tsx'
import { Failed } from '../shell/failed.tsx'

const t = texts(words)
const tj = texts(join)

/** A member who has not agreed to the rules in force does so here, each by itself. */
export function AcceptForm(props: { about: About; onDone: () => void }) {
  const [agreed, setAgreed] = createSignal<readonly string[]>([])
  const set = () => props.about.rule_set
  const accept = submitting(async () => {
    const { version, locale } = set()
    await send('POST', '/api/community/v1/rules/acceptance', { version, locale, acknowledged: agreed() })
    await loadSession()
    props.onDone()
  })
  return (
    <>
      <RuleCards
        rules={props.about.ground_rules}
        isAgreed={(id) => agreed().includes(id)}
        onAgree={(id, yes) => setAgreed((now) => [...now.filter((other) => other !== id), ...(yes ? [id] : [])])}
      />
      <CustomsSlip about={props.about} />
      <p class="hint" id="why">
        {tj('why', props.about.ground_rules.length, set().version)}
      </p>
      <Failed error={accept.error()} what={t('notKept')} />
      <Tally
        agreed={agreed().length}
        of={props.about.ground_rules.length}
        button={t('accept')}
        busy={accept.busy()}
        describedBy="why"
        onGo={() => accept.run()}
      />
    </>
  )
}
