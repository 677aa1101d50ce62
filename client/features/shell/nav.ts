import { texts } from '../../lib/i18n.ts'
import { mediationEntry } from '../../locales/en/mediation-entry.ts'
import { shell } from '../../locales/en/shell.ts'
import type { Session } from '../../session/session.ts'
import { knownAreas, pathOf } from '../house/paths.ts'
import { inboxCount, mediation, noticeCount, requestCount, talkCount } from './counts.ts'

const t = texts(shell)
const m = texts(mediationEntry)

/** One word of the rail. */
export interface NavEntry {
  href: string
  text: string
  count?: { n: number; what: string }
  /** Whether the phone's bar has room for it; the others stand under "More" there. */
  bar: boolean
}

/** Where one may go: only what exists, and only what this person may open. */
export function navFor(session: Session | undefined): NavEntry[] {
  if (session?.state !== 'member') return visitorNav(session)
  const name = session.account?.username ?? ''
  return [
    { href: '/home', text: t('home'), bar: true },
    { href: '/local', text: t('local'), bar: true },
    { href: '/inbox', text: t('inbox'), bar: true, count: { n: inboxCount() + noticeCount(), what: t('inboxNew') } },
    { href: '/conversations', text: t('conversations'), bar: false, count: { n: talkCount(), what: t('talksUnread') } },
    { href: '/search', text: t('search'), bar: false },
    ...requests(session),
    ...mediations(session),
    { href: '/lists', text: t('lists'), bar: false },
    { href: '/bookmarks', text: t('saved'), bar: false },
    { href: `/@${name}`, text: t('profile'), bar: false },
    { href: '/pauses', text: t('pauses'), bar: false },
    { href: '/peers', text: t('servers'), bar: false },
    { href: '/about#rules', text: t('rules'), bar: false },
    { href: '/settings/profile', text: t('settings'), bar: false },
    { href: '/help/disagreements', text: m('help'), bar: false },
    ...(session.may.reports ? [{ href: '/moderation', text: t('moderation'), bar: false }] : []),
    ...newcomers(session),
    ...keeping(session),
    ...(session.may.settings ? [{ href: '/settings/community', text: t('community'), bar: false }] : []),
  ]
}

function requests(session: Session): NavEntry[] {
  if (!session.account?.locked && requestCount() === 0) return []
  return [{ href: '/requests', text: t('requests'), bar: false, count: { n: requestCount(), what: t('requestsNew') } }]
}

/** The first page of the house that one may open. */
function keeping({ house }: Session): NavEntry[] {
  const [first] = knownAreas(house)
  return first ? [{ href: pathOf(first), text: t('house'), bar: false }] : []
}

function newcomers({ may, waiting }: Session): NavEntry[] {
  if (!may.people) return []
  const n = (waiting?.applications ?? 0) + (waiting?.by_hand ?? 0)
  return [{ href: '/people', text: t('people'), bar: false, count: { n, what: t('requestsNew') } }]
}

/** Nothing until one has a case, an invitation or a role: nobody is reminded of quarrels they do not have. */
function mediations({ roles }: Session): NavEntry[] {
  if (!mediation().any && !roles.some((role) => role === 'moderator' || role === 'steward')) return []
  return [{ href: '/mediation', text: m('nav'), bar: false, count: { n: mediation().count, what: m('waits') } }]
}

function visitorNav(session: Session | undefined): NavEntry[] {
  const read = { href: '/local', text: t('read'), bar: true }
  const rules = { href: '/about#rules', text: t('rules'), bar: true }
  if (!session || session.state === 'waiting') return [read, rules]
  return [read, rules, { href: '/login', text: t('logIn'), bar: true }, { href: '/join', text: t('join'), bar: true }]
}
