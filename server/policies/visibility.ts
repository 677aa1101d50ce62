import type { Context } from '../context.ts'
import { readMentioning, readRelations } from './relations.ts'

/** What a status lets be seen by; `direct` and mentions are of people, the rest of audiences. */
export type Visibility = 'public' | 'unlisted' | 'private' | 'direct'

/** As much of a status as its visibility depends on. */
export type Seeable = {
  id: number
  accountId: number
  visibility: Visibility
  localOnly: boolean
  authorActive: boolean
}

/** How a viewer stands to one status. */
export type Standing = { isAuthor: boolean; isFollower: boolean; isMentioned: boolean; isBlocked: boolean }

/**
 * The one answer to "may this person see this post". `standing` is undefined for a visitor, and for people who still
 * wait for approval. Nobody sees a suspended author's; a blocked person sees none; local-only ones never leave the
 * membership.
 */
export function canSee(status: Seeable, standing: Standing | undefined): boolean {
  if (!status.authorActive) return false
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

/** Which of `statuses` the member `me` (undefined: a visitor) may see, as ids; two queries, whatever their number. */
export function visibleTo(ctx: Context, me: number | undefined, statuses: readonly Seeable[]): ReadonlySet<number> {
  if (me === undefined) return new Set(statuses.filter((status) => canSee(status, undefined)).map(({ id }) => id))
  const relations = readRelations(
    ctx.db,
    me,
    statuses.map((status) => status.accountId),
    ctx.now(),
  )
  const closed = statuses.filter((status) => status.visibility === 'private' || status.visibility === 'direct')
  const mentioning =
    closed.length > 0
      ? readMentioning(
          ctx.db,
          me,
          closed.map(({ id }) => id),
        )
      : new Set<number>()
  const standing = (status: Seeable): Standing => ({
    isAuthor: status.accountId === me,
    isFollower: relations.following.has(status.accountId),
    isMentioned: mentioning.has(status.id),
    isBlocked: relations.blockedBy.has(status.accountId),
  })
  return new Set(statuses.filter((status) => canSee(status, standing(status))).map(({ id }) => id))
}

const width: Record<Visibility, number> = { public: 3, unlisted: 2, private: 1, direct: 0 }

/** The narrower of two audiences: an answer never becomes more public than what it answers. */
export const narrower = (a: Visibility, b: Visibility): Visibility => (width[a] <= width[b] ? a : b)
