import { useNavigate, useSearchParams } from '@solidjs/router'
import { Match, Switch } from 'solid-js'
import type { SettingsDoc } from '../../../shared/api/community.ts'
import { texts } from '../../lib/i18n.ts'
import { setup } from '../../locales/en/setup.ts'
import { Steps } from '../../ui/steps.tsx'
import { STEPS } from './check.ts'
import { setupDraft } from './draft.ts'
import { HostingStep } from './hosting-step.tsx'
import { JoiningStep } from './joining-step.tsx'
import { LastLook } from './last-look.tsx'
import { MailStep } from './mail-step.tsx'
import { NameStep } from './name-step.tsx'
import { OwnerStep } from './owner-step.tsx'

const t = texts(setup)

/** Five short steps and a last look. The step stands in the address (`?step=2`), so that going back works. */
export function Wizard(props: { preset: SettingsDoc; token: string }) {
  const navigate = useNavigate()
  const [search] = useSearchParams<{ step: string }>()
  const { draft, change } = setupDraft(props.preset)
  const step = () => Math.min(STEPS, Math.max(0, (Number(search.step) || 1) - 1))
  const given = {
    draft,
    change,
    get token() {
      return props.token
    },
    onDone: () => navigate(`/setup?step=${step() + 2}`),
  }
  return (
    <>
      <Steps label={t('steps')} names={t('stepNames')} at={step()} done={t('done')} />
      <Switch fallback={<LastLook draft={draft} token={props.token} />}>
        <Match when={step() === 0}>
          <OwnerStep {...given} />
        </Match>
        <Match when={step() === 1}>
          <NameStep {...given} />
        </Match>
        <Match when={step() === 2}>
          <JoiningStep {...given} />
        </Match>
        <Match when={step() === 3}>
          <HostingStep {...given} />
        </Match>
        <Match when={step() === 4}>
          <MailStep {...given} />
        </Match>
      </Switch>
    </>
  )
}
