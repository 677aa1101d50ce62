import type { Context } from '../../context.ts'
import { isAlike } from '../../core/pictures/alike.ts'
import { barredLikenesses } from '../../core/pictures/queries.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { looksAfter, looksOf } from './queries.ts'

/** Looks at a post's pictures: one that the operator's scanner named, or that looks like one that was taken down, is told of. In a transaction. */
export function suspectPictures(ctx: Context, { statusId }: { statusId: number }): void {
  const looks = looksOf(ctx.db, { statusId })
  if (looks.length === 0) return
  if (looks.some(({ flagged }) => flagged === 1)) return void ctx.emit('pictureNamed', { statusId })
  const found = barredLikenesses(ctx.db).find((barred) =>
    looks.some(({ likeness }) => isAlike(likeness, barred.likeness, limits.pictureAlike)),
  )
  if (found) ctx.emit('pictureAlikeFound', { statusId, actionId: found.actionId })
}

/** The same among all that are here already, once one was barred. */
export const findAlike: Worker<Context, Jobs['findAlike']> = {
  run(ctx, { actionId, after }) {
    ctx.transact(() => {
      const barred = barredLikenesses(ctx.db).filter((one) => one.actionId === actionId)
      if (barred.length === 0) return
      const stretch = looksAfter(ctx.db, { after, most: limits.alikeAtOnce })
      for (const { statusId, likeness } of stretch) {
        if (statusId === null || !barred.some((one) => isAlike(likeness, one.likeness, limits.pictureAlike))) continue
        ctx.emit('pictureAlikeFound', { statusId, actionId })
      }
      const last = stretch.at(-1)
      if (last && stretch.length === limits.alikeAtOnce) ctx.queue.add('findAlike', { actionId, after: last.id })
    })
  },
}
