import type { MediationQuote } from '../../../../shared/api/mediation.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../core/errors.ts'
import { readFileNow } from '../../../core/pictures/files.ts'
import { type Answer, answer, redirect } from '../../../http/answer.ts'
import { elsewhereUrl } from '../../media/present.ts'
import { mediaById } from '../../media/queries.ts'
import { presentCase } from '../present.ts'
import type { Seat } from '../seats.ts'

/** Every quote that this person reads now, wherever it stands in the case. */
function quotesFor(ctx: Context, seat: Seat): MediationQuote[] {
  const { quotes, quotable, streams } = presentCase(ctx, seat)
  const said = streams.flatMap(({ messages }) => messages.flatMap((message) => message.quotes))
  return [...quotes, ...quotable, ...said]
}

/**
 * Shows a picture of a post that is quoted where this person reads it, as long as it is: not a copy, and kept in no
 * cache. Throws 404 for every other picture.
 */
export function showPicture(ctx: Context, seat: Seat, id: number): Answer {
  const isQuoted = quotesFor(ctx, seat).some(({ pictures }) => pictures.some((one) => one.id === String(id)))
  const row = isQuoted ? mediaById(ctx.db, { id }) : undefined
  if (!row) throw notFound()
  const bytes = row.file === null ? undefined : readFileNow(ctx.config.dataDir, row.file)
  if (bytes) return answer(bytes, { headers: { 'Content-Type': 'image/webp', 'Cache-Control': 'private, no-store' } })
  // one from elsewhere is shown as every reader of its post is shown it
  if (row.remoteUrl === null) throw notFound()
  return redirect(elsewhereUrl(ctx, 'media', row.id, row.remoteUrl))
}
