import type { Outcome } from './moderation.ts'

/** Somebody from elsewhere at the door of one mediation, or let in: they can do nothing here but what is in it. */
export interface MediationGuest {
  /** Whether they showed that they are whom the invitation is for. */
  verified: boolean
  /** How they come: `asked` by somebody here, to ask themselves, or `back` to what they asked for. */
  way: 'asked' | 'asks' | 'back'
  /**
   * What they send to `service` from their own account to show it; null once they did, before they said from which
   * account it comes, and once it counts no more.
   */
  code: string | null
  /** The address to which a code is sent. */
  service: string
  /** Who they are here; null until they showed it, and once nobody can be named any more. */
  acct: string | null
  /** The way back to what they asked for, which shows nothing by itself; null for who was asked: theirs is in a message. */
  link: string | null
  expires_at: string
}

/** A report of a guest's, and what kind of end it had: null until moderators have decided. */
export interface GuestReport {
  created_at: string
  outcome: Outcome | null
}
