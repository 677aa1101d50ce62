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

/** Why a thing in an archive does not come: somebody else's post, half of a talk, not for everybody, or not to be read. */
export type LeftOut = 'boosts' | 'answers' | 'for_few' | 'unreadable'

/** What came of an archive: how many posts stand here now, were here already, and were left out. */
export type Brought = { came: number; known: number; left_out: Record<LeftOut, number> }

/** How many pictures of an archive wait, came, and cannot come. */
export type PictureCounts = { waiting: number; came: number; failed: number }

/** How far they are: `wanted` are the next that wait, by their place in the archive. */
export interface BroughtPictures extends PictureCounts {
  wanted: string[]
  failures: { what: string; posted_at: string; why: string }[]
}
