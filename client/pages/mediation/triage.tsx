import { Show } from 'solid-js'
import type { MediationTriage } from '../../../shared/api/mediation-team.ts'
import { read } from '../../api/http.ts'
import { Triage } from '../../features/mediation/desk/triage.tsx'
import { MEDIATIONS } from '../../features/mediation/paths.ts'
import { MediationTabs } from '../../features/mediation/tabs.tsx'
import { Main } from '../../features/shell/main.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { desk as words } from '../../locales/en/mediation-desk.ts'

const t = texts(words)

/** `/mediation/triage`: the coordinators' page. */
export function Page() {
  const triage = loaded(
    () => undefined,
    (_, signal) => read<MediationTriage>(`${MEDIATIONS}/triage`, { signal }),
  )
  return (
    <Main title={t('triageTitle')}>
      <p class="lede">{t('triageLede')}</p>
      <MediationTabs at="triage" />
      <Show when={triage.value()} fallback={<Waiting label={t('loading')} from={triage} />}>
        {(now) => <Triage triage={now()} />}
      </Show>
    </Main>
  )
}
