import { useLocation } from '@solidjs/router'
import { texts } from '../../lib/i18n.ts'
import { mediationEntry } from '../../locales/en/mediation-entry.ts'
import { shell } from '../../locales/en/shell.ts'
import { TabLinks } from '../../ui/tabs.tsx'

const t = texts(shell)
const m = texts(mediationEntry)

/** The pages on which a member sets something for themselves. */
export function SettingsTabs() {
  const location = useLocation()
  const tab = (href: string, text: string) => ({ href, text, current: location.pathname === href })
  return (
    <TabLinks
      label={t('settings')}
      items={[
        tab('/settings/profile', t('settingsProfile')),
        tab('/settings/warnings', t('warnings')),
        tab('/settings/filters', t('settingsFilters')),
        tab('/settings/reading', t('settingsReading')),
        tab('/settings/notifications', t('settingsNotifications')),
        tab('/settings/safety', t('settingsSafety')),
        tab('/settings/servers', t('settingsServers')),
        tab('/settings/account', t('settingsAccount')),
        tab('/settings/mediation', m('nav')),
      ]}
    />
  )
}
