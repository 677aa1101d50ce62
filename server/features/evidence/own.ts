import type { EvidenceBundle } from '../../../shared/api/evidence.ts'
import type { Context } from '../../context.ts'
import { DAY, dayOf } from '../../core/clock.ts'
import { notFound } from '../../core/errors.ts'
import { type Answer, answer, type Page } from '../../http/answer.ts'
import { readPage, type Wish } from '../../http/pages.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentBundle, presentSummary } from './present.ts'
import { bundleOf, bundlesOf, forgetBundles, pictureOf, removeBundle, renewBundle } from './queries.ts'

/** What one kept, the newest first, without the posts themselves. */
export function readBundles(ctx: Context, { accountId: me }: Viewer, wish: Wish): Page {
  return readPage(
    wish,
    (range) => bundlesOf(ctx.db, { me, now: ctx.now() }, range),
    (rows) => rows.map((row) => ({ cursor: row.cursor, item: presentSummary(ctx, row) })),
  )
}

/** One bundle of one's own. Throws 404 for every other one. */
export function readBundle(ctx: Context, { accountId: me }: Viewer, id: number): EvidenceBundle {
  const row = bundleOf(ctx.db, { id, me, now: ctx.now() })
  if (!row) throw notFound()
  return presentBundle(ctx, row)
}

/** A picture of one's own bundle, opened; undefined where there is none. */
export function openPicture(ctx: Context, { accountId: me }: Viewer, id: number, sha256: string): Buffer | undefined {
  const row = pictureOf(ctx.db, { id, hash: sha256, me, now: ctx.now() })
  return row && ctx.vault.openBytes(row.content)
}

/** Shows a picture of one's own bundle. Throws 404. */
export function readPicture(ctx: Context, viewer: Viewer, { id, sha256 }: { id: number; sha256: string }): Answer {
  const bytes = openPicture(ctx, viewer, id, sha256)
  if (!bytes) throw notFound()
  return answer(bytes, { headers: { 'Content-Type': 'image/webp', 'Cache-Control': 'private, no-store' } })
}

/**
 * Until when a bundle is kept, to the day. The moment itself is sealed: beside an account it would say whose mediation
 * something was kept in.
 */
export const lastDay = (now: number): number => dayOf(now) + DAY + limits.evidenceKept

/** Keeps a bundle for the whole time again, from now on. Throws 404. */
export function renew(ctx: Context, viewer: Viewer, id: number): EvidenceBundle {
  const now = ctx.now()
  renewBundle(ctx.db, { id, me: viewer.accountId, now, keptUntil: lastDay(now) })
  return readBundle(ctx, viewer, id)
}

/** Deletes a bundle. Throws 404. */
export function remove(ctx: Context, { accountId: me }: Viewer, id: number): object {
  if (removeBundle(ctx.db, { id, me }) === 0) throw notFound()
  return {}
}

/** Deletes what was kept for its time and not renewed. */
export const sweepEvidence = (ctx: Context) => forgetBundles(ctx.db, { now: ctx.now() })
