import { createContext, useContext } from 'solid-js'
import { caseHref, invitationHref, MEDIATIONS } from './paths.ts'

/** Where a case is read and moved, and what is round it: a member's own door, or a guest's, who has one case alone. */
export interface Door {
  view: (id: string) => string
  actions: (id: string) => string
  messages: (id: string) => string
  exported: (id: string) => string
  /** A picture of a post that is quoted in the case. */
  picture: (id: string, picture: string) => string
  /** What a guest kept, as a file: they have no page for it. */
  evidence?: string
  /** What became of what a guest reported: nobody can write to them. */
  reports?: string
  /** What one complained of, and the way on to a steward. */
  complaints: string
  steward: (id: string) => string
  /** The pages of a case and of an invitation. */
  page: (id: string) => string
  invitation: (id: string) => string
  /** Where one goes when there is nothing more to do. */
  out: string
  /** Who is a guest here, how they end their visit, and of who asked themselves the link that leads them back. */
  guest?: { acct: string; link: string | null; leave: () => void }
  /** Whom a guest's request is about, and the way to another request once theirs is over. */
  about?: string
  again?: string
}

const memberDoor: Door = {
  view: (id) => `${MEDIATIONS}/${id}`,
  actions: (id) => `${MEDIATIONS}/${id}/actions`,
  messages: (id) => `${MEDIATIONS}/${id}/messages`,
  exported: (id) => `${MEDIATIONS}/${id}/export`,
  picture: (id, picture) => `${MEDIATIONS}/${id}/pictures/${picture}`,
  complaints: `${MEDIATIONS}/complaints`,
  steward: (id) => `${MEDIATIONS}/complaints/${id}/steward`,
  page: caseHref,
  invitation: invitationHref,
  out: '/mediation',
}

/** The door by which the parts of a case ask. */
export const DoorContext = createContext<Door>(memberDoor)

/** The door that this part stands behind. */
export const useDoor = (): Door => useContext(DoorContext)
