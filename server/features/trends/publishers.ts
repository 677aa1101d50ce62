import { z } from 'zod'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentTime } from '../accounts/present.ts'
import { putReview, trendingLinks } from './queries.ts'

/** A publisher as Mastodon's API for staff has it; its id is its host. */
export type Publisher = {
  id: string
  domain: string
  trendable: boolean
  reviewed_at: string | null
  requested_review_at: null
  requires_review: boolean
}

/** Those whose pages are linked to a lot these days, and what was said of each. */
export function readPublishers(ctx: Context): Publisher[] {
  const said = new Map(trendingLinks(ctx.db).map((row) => [row.publisher, row]))
  return [...said].map(([domain, { publisherAllowed, publisherReviewedAt }]) => ({
    id: domain,
    domain,
    trendable: publisherAllowed === 1,
    reviewed_at: publisherReviewedAt === null ? null : presentTime(publisherReviewedAt),
    // nobody is asked: they come and look
    requested_review_at: null,
    requires_review: publisherAllowed === null,
  }))
}

/** Which publisher, by its host. */
export const publisherForm = z.object({ id: z.string().max(300).toLowerCase() })

/** Says whether pages of a publisher are shown of which nothing is said. Throws 404 where none of its pages is in use. */
export function reviewPublisher(ctx: Context, viewer: Viewer, domain: string, allowed: boolean): Publisher {
  return ctx.transact(() => {
    putReview(ctx.db, { kind: 'publisher', name: domain, allowed: allowed ? 1 : 0, now: ctx.now() })
    ctx.emit('staffActed', {
      accountId: viewer.accountId,
      action: allowed ? 'trend.show' : 'trend.leave_out',
      subject: 'settings',
      label: domain,
    })
    const publisher = readPublishers(ctx).find(({ id }) => id === domain)
    if (!publisher) throw notFound()
    return publisher
  })
}
