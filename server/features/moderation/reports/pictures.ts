import type { Context } from '../../../context.ts'
import { notFound } from '../../../core/errors.ts'
import { type Answer, answer } from '../../../http/answer.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { findCase } from '../cases/claim.ts'
import { pictureOf } from './queries.ts'

/** Shows a picture of a report to those who decide on it. Throws 404. */
export function readPicture(ctx: Context, viewer: Viewer, { id, sha256 }: { id: number; sha256: string }): Answer {
  const row = pictureOf(ctx.db, { reportId: id, hash: sha256 })
  if (!row) throw notFound()
  findCase(ctx, viewer, row.caseId)
  return answer(ctx.vault.openBytes(row.content), {
    headers: { 'Content-Type': 'image/webp', 'Cache-Control': 'private, no-store' },
  })
}
