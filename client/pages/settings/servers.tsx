import { BlockedPart, SeveredPart } from '../../features/peers/own-servers.tsx'
import { Main } from '../../features/shell/main.tsx'
import { SettingsTabs } from '../../features/shell/settings-tabs.tsx'
import { texts } from '../../lib/i18n.ts'
import { peers } from '../../locales/en/peers.ts'

const t = texts(peers)

/** `/settings/servers`: what concerns oneself alone about other servers. */
export function Page() {
  return (
    <Main title={t('mine')}>
      <SettingsTabs />
      <p class="hint">{t('mineHint')}</p>
      <SeveredPart />
      <BlockedPart />
    </Main>
  )
}
