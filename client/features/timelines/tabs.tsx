import { useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { timelines } from '../../locales/en/timelines.ts'
import { isMember } from '../../session/session.ts'
import { TabLinks } from '../../ui/tabs.tsx'

const t = texts(timelines)

/** The ways to read: the people one follows, everyone here, elsewhere, and all. A visitor has only the second. */
export function TimelineTabs() {
  const location = useLocation()
  const tab = (href: string, text: string) => ({ href, text, current: location.pathname === href })
  return (
    <Show when={isMember()}>
      <TabLinks
        label={t('timelines')}
        items={[
          tab('/home', t('following')),
          tab('/local', t('everyone')),
          tab('/remote', t('remote')),
          tab('/public', t('allServers')),
        ]}
      />
    </Show>
  )
}
