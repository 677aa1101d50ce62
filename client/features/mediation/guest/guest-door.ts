import type { MediationGuest } from '../../../../shared/api/mediation-guest.ts'
import type { Door } from '../door.ts'

/** Where the server keeps a guest's one case. */
export const GUEST = '/api/community/v1/guest'

/** The page of a guest. */
const PAGE = '/guest'

/** The door of a guest; nothing behind it has an id, since a guest has one case. */
export const guestDoor = ({ acct, link }: MediationGuest, leave: () => void): Door => ({
  view: () => `${GUEST}/case`,
  actions: () => `${GUEST}/case/actions`,
  messages: () => `${GUEST}/case/messages`,
  exported: () => `${GUEST}/case/export`,
  picture: (_, picture) => `${GUEST}/case/pictures/${picture}`,
  evidence: `${GUEST}/evidence`,
  reports: `${GUEST}/reports`,
  complaints: `${GUEST}/complaints`,
  steward: () => `${GUEST}/complaints/steward`,
  page: () => PAGE,
  invitation: () => PAGE,
  out: PAGE,
  guest: { acct: acct ?? '', link, leave },
  about: `${GUEST}/case/about`,
  ...(link && { again: `${GUEST}/ask/again` }),
})
