/** What a status lets be seen by; `direct` and mentions are of people, the rest of audiences. */
export type Visibility = 'public' | 'unlisted' | 'private' | 'direct'

/** As much of a status as its visibility depends on. */
export type Seeable = {
  id: number
  accountId: number
  visibility: Visibility
  localOnly: boolean
  authorActive: boolean
  /** Whether moderators hid it: then its author alone sees it. */
  hidden: boolean
}

/** How a viewer stands to one status. */
export type Standing = { isAuthor: boolean; isFollower: boolean; isMentioned: boolean; isBlocked: boolean }

/**
 * The one answer to "may this person see this post". `standing` is undefined for a visitor, and for people who still
 * wait for approval. Nobody sees a suspended author's, or what moderators hid; a blocked person sees none; local-only ones never leave the
 * membership.
 */
export function canSee(status: Seeable, standing: Standing | undefined): boolean {
  if (!status.authorActive) return false
  if (status.hidden) return standing?.isAuthor === true
  if (!standing) return !status.localOnly && (status.visibility === 'public' || status.visibility === 'unlisted')
  if (standing.isAuthor) return true
  if (standing.isBlocked) return false
  switch (status.visibility) {
    case 'public':
    case 'unlisted':
      return true
    case 'private':
      return standing.isFollower || standing.isMentioned
    case 'direct':
      return standing.isMentioned
    default:
      return status.visibility satisfies never
  }
}

const width: Record<Visibility, number> = { public: 3, unlisted: 2, private: 1, direct: 0 }

/** The narrower of two audiences: an answer never becomes more public than what it answers. */
export const narrower = (a: Visibility, b: Visibility): Visibility => (width[a] <= width[b] ? a : b)
