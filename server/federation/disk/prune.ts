import type { Context } from '../../context.ts'
import { bytesOf } from '../../core/bytes.ts'
import { DAY, HOUR } from '../../core/clock.ts'
import { firstIdAt } from '../../core/ids.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../events.ts'
import { readSettings } from '../../features/settings/queries.ts'
import { removeStatus, statusById } from '../../features/statuses/queries.ts'
import { limits } from '../../limits.ts'
import { letGo } from '../pictures/sweep.ts'
import { countHost, databaseBytes, nextHost, nextPosts, pictureBytes, untouched } from './queries.ts'

/** Posts that are looked at before others have their turn. */
const AT_ONCE = 200

/** Bytes that the database and the pictures from elsewhere use. */
export const usedBytes = (ctx: Context): { database: number; pictures: number } => ({
  database: databaseBytes(ctx.db)?.bytes ?? 0,
  pictures: pictureBytes(ctx.db)?.bytes ?? 0,
})

/** Bytes that may be used: as the operator set it, else as the collective chose. */
export const diskBudget = (ctx: Context): number => ctx.config.diskBudget ?? bytesOf(readSettings(ctx.db).diskBudget)

/** Whether more is used than may be. */
export const isOver = (ctx: Context): boolean => {
  const { database, pictures } = usedBytes(ctx)
  return database + pictures > diskBudget(ctx)
}

/** Counts what each server uses. */
export function countDisk(ctx: Context): void {
  for (let after = ''; ; ) {
    const host = nextHost(ctx.db, { after })?.host
    if (host === undefined || host === null) return
    countHost(ctx.db, { host })
    after = host
  }
}

/** Pictures go first, those that were not looked at for the longest time; each can be fetched again. Says whether any went. */
const prunePictures = (ctx: Context): boolean => [DAY, HOUR].some((unseen) => letGo(ctx, ctx.now() - unseen) > 0)

/** Takes posts of elsewhere away that nobody here touched, the oldest first, as if they had never come. */
function prunePosts(ctx: Context, after: number): number | undefined {
  const before = firstIdAt(ctx.now() - limits.untouchedKept)
  const rows = nextPosts(ctx.db, { after, before, most: AT_ONCE })
  const theirs = rows.filter(({ local }) => local === 0).map(({ id }) => id)
  ctx.transact(() => {
    for (const { id } of untouched(ctx.db, { ids: JSON.stringify(theirs) })) removeUntouched(ctx, id)
  })
  return rows.length < AT_ONCE ? undefined : rows.at(-1)?.id
}

function removeUntouched(ctx: Context, id: number): void {
  const row = statusById(ctx.db, { id })
  if (!row) return
  ctx.emit('statusLeaves', { statusId: id })
  removeStatus(ctx.db, { id })
  const { accountId, reblogOfId } = row
  if (reblogOfId === null) ctx.emit('statusDeleted', { statusId: id, accountId })
  else ctx.emit('statusUnboosted', { boostId: id, statusId: reblogOfId, accountId })
}

/** Where more is used than may be, begins to prune. */
export function watchDisk(ctx: Context): void {
  if (isOver(ctx)) ctx.queue.add('pruneDisk', { after: 0 }, { once: 'pruneDisk' })
}

/** Goes on with pruning, some at a time, until it is within the budget, or nothing is left that may go. */
export const pruneDisk: Worker<Context, Jobs['pruneDisk']> = {
  run(ctx, { after }) {
    if (!isOver(ctx)) return
    const next = prunePictures(ctx) ? after : prunePosts(ctx, after)
    if (next !== undefined) ctx.queue.add('pruneDisk', { after: next })
  },
}
