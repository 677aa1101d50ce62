import type { MediationField } from '../../../../shared/api/mediation.ts'
import { reportTexts } from '../../../../shared/locales/en/mediation-report.ts'
import type { Context } from '../../../context.ts'
import { limits } from '../../../limits.ts'
import { statusesByIds } from '../../statuses/queries.ts'
import type { Cast } from '../cast.ts'
import { field } from '../fields.ts'
import { readIntake } from '../intake/texts.ts'
import { presentQuotes, seenByAll } from '../room/quotes.ts'
import type { Seat } from '../seats.ts'
import { postsNaming } from './queries.ts'

/**
 * The posts that go with a report where none are named: of whoever asked those of their request, of whoever was asked
 * those by the other person that they can see, of the request and newest among those that name them.
 */
export function postsAsEvidence(ctx: Context, { case: loaded, role }: Seat, cast: Cast): number[] {
  const { status_ids: asked = [] } = readIntake(ctx, loaded)
  if (role === 'a') return asked
  const { a: by, b: me } = cast
  const theirs = statusesByIds(ctx.db, { ids: JSON.stringify(asked) }).filter(({ accountId }) => accountId === by)
  const naming = postsNaming(ctx.db, { me, by, most: limits.mediationPosts })
  const ids = [...new Set([...theirs, ...naming].map(({ id }) => id))]
  const seen = seenByAll(ctx, ids, [me])
  return ids.filter((id) => seen.has(id)).slice(0, limits.mediationPosts)
}

/** Of these posts what a guest may keep: what everybody elsewhere may see. A member's own copies are asked about elsewhere. */
export const keepable = (ctx: Context, { isGuest, viewer }: Seat, ids: readonly number[]): number[] => {
  if (!isGuest) return [...ids]
  const seen = seenByAll(ctx, ids, [viewer.accountId])
  return ids.filter((id) => seen.has(id))
}

/** What whoever was asked reads of that, all of it chosen: only once they know who asked, and where there is some. */
export function postsField(ctx: Context, seat: Seat, cast: Cast | undefined): MediationField[] {
  if (seat.role !== 'b' || !seat.case.now.seen || !cast) return []
  const posts = presentQuotes(ctx, postsAsEvidence(ctx, seat, cast), [cast.b])
  const options = posts.flatMap(({ id, text }) =>
    text === null ? [] : [{ value: id, label: text.slice(0, 140) || reportTexts.picture, hint: '' }],
  )
  if (options.length === 0) return []
  const { label, hint } = reportTexts.posts
  return [
    field('status_ids', 'choices', label, { hint, options, required: false, chosen: options.map((o) => o.value) }),
  ]
}
