import { useLocation } from '@solidjs/router'
import { texts } from '../../lib/i18n.ts'
import { keepsakes } from '../../locales/en/keepsakes.ts'
import { TabLinks } from '../../ui/tabs.tsx'

const t = texts(keepsakes)

/** The two lists of posts that one kept. */
export function KeptTabs() {
  const location = useLocation()
  const tab = (href: string, text: string) => ({ href, text, current: location.pathname === href })
  return <TabLinks label={t('tabs')} items={[tab('/bookmarks', t('saved')), tab('/favourites', t('liked'))]} />
}
