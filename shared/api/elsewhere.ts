/** Somebody from elsewhere whom their own server vouched for; they can do nothing here but what `purpose` is. */
export interface Guest {
  uri: string
  acct: string
  name: string
  purpose: 'visit' | 'mediation'
  expires_at: string
}

/** What can come along from an old account, in the order in which it comes. */
export const arrivalParts = ['profile', 'blocks', 'mutes', 'domain_blocks', 'follows', 'bookmarks'] as const
/** One of {@link arrivalParts}. */
export type ArrivalPart = (typeof arrivalParts)[number]

/** Somebody who moves in: how far it is, and what could not come. */
export interface Arrival {
  id: string
  acct: string
  host: string
  created_at: string
  finished_at: string | null
  /** What is being read at the old server now. */
  reading: ArrivalPart | null
  /** Why it does not go on by itself. */
  problem: 'unreachable' | 'incompatible' | 'refused' | null
  parts: { part: ArrivalPart; total: number; done: number; failed: number }[]
  failures: { part: ArrivalPart; what: string; why: string }[]
}

/** An account elsewhere that is also oneself. */
export interface Alias {
  acct: string
  uri: string
}

/** Where one moved to. */
export interface Moved {
  acct: string
  uri: string
  moved_at: string
}
