import { Show } from 'solid-js'
import type { MediationChoices } from '../../../shared/api/mediation-team.ts'
import { read } from '../../api/http.ts'
import { ChoicesForm } from '../../features/mediation/choices.tsx'
import { MEDIATIONS } from '../../features/mediation/paths.ts'
import { MediationTabs } from '../../features/mediation/tabs.tsx'
import { Main } from '../../features/shell/main.tsx'
import { Waiting } from '../../features/shell/waiting.tsx'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { choices as words } from '../../locales/en/mediation-choices.ts'

const t = texts(words)

/** `/settings/mediation`: who may ask one, and how one is told. */
export function Page() {
  const choices = loaded(
    () => undefined,
    (_, signal) => read<MediationChoices>(`${MEDIATIONS}/choices`, { signal }),
  )
  return (
    <Main title={t('title')}>
      <p class="lede">{t('lede')}</p>
      <MediationTabs at="choices" />
      <Show when={choices.value()} fallback={<Waiting label={t('loading')} from={choices} />}>
        {(now) => <ChoicesForm choices={now()} />}
      </Show>
    </Main>
  )
}
