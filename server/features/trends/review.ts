import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { putReview, trendingLinks, trendingPosts, trendingTags } from './queries.ts'
import { type Reviewed, readLinks, readPosts, readTags } from './read.ts'

/** What can be in use. */
export type TrendKind = 'tag' | 'status' | 'link'

const rows = { tag: trendingTags, status: trendingPosts, link: trendingLinks } as const

/** All that is in use, with what was said of it. */
export function readForReview(ctx: Context, viewer: Viewer, kind: TrendKind): Partial<Reviewed>[] {
  const wanted = { offset: 0, limit: 100, all: true }
  if (kind === 'tag') return readTags(ctx, wanted)
  return kind === 'status' ? readPosts(ctx, viewer, wanted) : readLinks(ctx, wanted)
}

/** Says whether something in use is shown; that holds until it is said otherwise. Throws 404 for what is not in use. */
export function reviewTrend(
  ctx: Context,
  viewer: Viewer,
  { kind, id, allowed }: { kind: TrendKind; id: number; allowed: boolean },
): Partial<Reviewed> {
  return ctx.transact(() => {
    const row = rows[kind](ctx.db).find(({ cursor }) => cursor === id)
    if (!row) throw notFound()
    putReview(ctx.db, { kind, name: row.name, allowed: allowed ? 1 : 0, now: ctx.now() })
    ctx.emit('staffActed', {
      accountId: viewer.accountId,
      action: allowed ? 'trend.show' : 'trend.leave_out',
      subject: kind === 'status' ? 'status' : 'settings',
      ...(kind === 'status' ? { subjectId: id } : { label: row.name }),
    })
    return readForReview(ctx, viewer, kind).find((one) => one.id === String(id)) ?? {}
  })
}
