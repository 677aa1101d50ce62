import { texts } from '../../lib/i18n.ts'
import { mediation } from '../../locales/en/mediation.ts'
import { session } from '../../session/session.ts'
import { TabLinks } from '../../ui/tabs.tsx'
import { useOneEntry } from './one-entry.ts'

const t = texts(mediation)

/** Where each part of mediation stands. */
const PARTS = {
  yours: '/mediation',
  desk: '/mediation/desk',
  triage: '/mediation/triage',
  reports: '/mediation/reports',
  complaints: '/mediation/complaints',
  exceptions: '/mediation/exceptions',
  choices: '/settings/mediation',
}

type Part = keyof typeof PARTS

/** The parts of mediation that this person has: their own cases and choices, and what their roles give them. */
export function MediationTabs(props: { at: Part }) {
  const has = (role: string) => session()?.roles.includes(role) === true
  const shown = (): Part[] => [
    'yours',
    ...(has('mediator') ? (['desk'] as const) : []),
    ...(has('coordinator') ? (['triage'] as const) : []),
    ...(has('moderator') ? (['reports'] as const) : []),
    ...(has('coordinator') || has('steward') ? (['complaints'] as const) : []),
    ...(['owner', 'admin', 'coordinator', 'steward'].some(has) ? (['exceptions'] as const) : []),
    'choices',
  ]
  useOneEntry()
  return (
    <TabLinks
      label={t('tabsLabel')}
      items={shown().map((part) => ({ href: PARTS[part], text: t('tabs')[part], current: part === props.at }))}
    />
  )
}
