import { Show } from 'solid-js'
import type { MediationDesk } from '../../../shared/api/mediation-team.ts'
import { read } from '../../api/http.ts'
import { Desk } from '../../features/mediation/desk/desk.tsx'
import { MEDIATIONS } from '../../features/mediation/paths.ts'
import { MediationTabs } from '../../features/mediation/tabs.tsx'
import { Main } from '../../features/shell/main.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { desk as words } from '../../locales/en/mediation-desk.ts'

const t = texts(words)

/** `/mediation/desk`: the mediator's desk. */
export function Page() {
  const desk = loaded(
    () => undefined,
    (_, signal) => read<MediationDesk>(`${MEDIATIONS}/desk`, { signal }),
  )
  return (
    <Main title={t('deskTitle')}>
      <p class="lede">{t('deskLede')}</p>
      <MediationTabs at="desk" />
      <Show when={desk.value()} fallback={<Waiting label={t('loading')} from={desk} />}>
        {(now) => <Desk desk={now()} reload={desk.reload} />}
      </Show>
    </Main>
  )
}
