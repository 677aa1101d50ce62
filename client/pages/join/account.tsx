import { Navigate } from '@solidjs/router'
import { Show } from 'solid-js'
import type { About } from '../../../shared/api/about.ts'
import { loadAbout } from '../../features/about/load.ts'
import { AccountStep } from '../../features/join/account-step.tsx'
import { isAcknowledged } from '../../features/join/draft.ts'
import { JoinGate } from '../../features/join/gate.tsx'
import { JoinPage } from '../../features/join/page.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { join } from '../../locales/en/join.ts'

const t = texts(join)

const allAgreed = (about: About) => about.ground_rules.every((rule) => isAcknowledged(about.rule_set.version, rule.id))

/** `/join/account`: the second step. Who has not agreed to every rule is led to them. */
export function Page() {
  const about = loadAbout()
  return (
    <JoinPage step={1} title={about.value() ? t('theAccount') : undefined}>
      <Show when={about.value()} fallback={<Waiting label={t('loading')} from={about} />}>
        {(told) => (
          <JoinGate about={told()}>
            <AgreedFirst agreed={allAgreed(told())} about={told()} />
          </JoinGate>
        )}
      </Show>
    </JoinPage>
  )
}

/** Asked once, when the page opens: sending the form empties the draft while the page is still there. */
function AgreedFirst(props: { agreed: boolean; about: About }) {
  const agreed = props.agreed
  return agreed ? <AccountStep about={props.about} /> : <Navigate href="/join" />
}
