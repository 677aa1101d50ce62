import type { Context } from '../../context.ts'
import { forgetStatus } from '../../features/statuses/lasting.ts'
import { limits } from '../../limits.ts'
import { dropFile, emptyMedia, longUnseen } from './queries.ts'

/** Pictures that are let go at a time, so that nobody waits. */
const AT_ONCE = 200

/** Lets pictures of elsewhere go that nobody has looked at since `before` (ms), the oldest first; gives how many bytes. */
export function letGo(ctx: Context, before: number): number {
  const rows = longUnseen(ctx.db, { before, most: AT_ONCE })
  ctx.transact(() => {
    for (const { kind, id } of rows) {
      if (kind === 'media') emptyMedia(ctx.db, { id })
      dropFile(ctx.db, { kind, id })
    }
  })
  for (const { statusId } of rows) if (statusId !== null) forgetStatus(ctx, { statusId })
  if (rows.length > 0) ctx.queue.add('clearFiles', {}, { once: 'clearFiles' })
  return rows.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** Lets go what nobody has looked at for so long that it can be fetched again. */
export const sweepPicturesOfOthers = (ctx: Context): void => void letGo(ctx, ctx.now() - limits.elsewhereKept)
