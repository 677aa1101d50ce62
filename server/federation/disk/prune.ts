import type { Context } from '../../context.ts'
import { bytesOf } from '../../core/bytes.ts'
import { DAY, HOUR } from '../../core/clock.ts'
import { firstIdAt } from '../../core/ids.ts'
import type { Worker } from '../../core/queue/worker.ts'
import { clearFiles } from '../../features/media/clear.ts'
import { readSettings } from '../../features/settings/queries.ts'
import { removeStatus, statusById } from '../../features/statuses/queries.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { letGo } from '../pictures/sweep.ts'
import { databaseBytes, nextPosts, pictureBytes, untouched } from './queries.ts'
import { endDiskWarning, warnOfDisk } from './warn.ts'

/** Posts that are looked at before others have their turn. */
const AT_ONCE = 200

const underWay = new WeakMap<Context, { bytes: number }>()

/** Bytes that the database and the pictures from elsewhere use; `spare` is what is free in the database's file. */
export const usedBytes = (ctx: Context): { database: number; spare: number; pictures: number } => ({
  database: databaseBytes(ctx.db)?.bytes ?? 0,
  spare: databaseBytes(ctx.db)?.spare ?? 0,
  pictures: pictureBytes(ctx.db)?.bytes ?? 0,
})

/** Bytes that may be used: as the operator set it, else as the collective chose. */
export const diskBudget = (ctx: Context): number => ctx.config.diskBudget ?? bytesOf(readSettings(ctx.db).diskBudget)

const sumOf = (ctx: Context): number => {
  const { database, pictures } = usedBytes(ctx)
  return database + pictures
}

/** Whether more is used than may be. */
export const isOver = (ctx: Context): boolean => sumOf(ctx) > diskBudget(ctx)

/** Whether so much is used that room has to be made, so that it never becomes more than may be. */
export const isTight = (ctx: Context): boolean => sumOf(ctx) > diskBudget(ctx) * limits.diskFull

/** Pictures go first, those that were not looked at for the longest time; each can be fetched again. Says whether any went. */
const prunePictures = (ctx: Context): boolean => [DAY, HOUR].some((unseen) => letGo(ctx, ctx.now() - unseen) > 0)

/**
 * Makes room for so many bytes of pictures, at once; false where there is none to make. What is fetched meanwhile is
 * counted too: `give` ends that.
 */
export async function takeRoom(ctx: Context, bytes: number): Promise<{ give(): void } | undefined> {
  const mine = underWay.get(ctx) ?? { bytes: 0 }
  underWay.set(ctx, mine)
  const fits = () => sumOf(ctx) + mine.bytes + bytes <= diskBudget(ctx)
  while (!fits() && prunePictures(ctx)) await clearFiles.run(ctx, {}, 0)
  if (!fits()) {
    watchDiskOften(ctx)
    return undefined
  }
  mine.bytes += bytes
  return {
    give() {
      mine.bytes -= bytes
    },
  }
}

/** Takes posts of elsewhere away that nobody here touched, the oldest first, as if they had never come. */
function prunePosts(ctx: Context, after: number, age: number): number | undefined {
  const before = firstIdAt(ctx.now() - age)
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

/** Where nearly all is used that may be, begins to make room. */
export function watchDisk(ctx: Context): void {
  if (isTight(ctx)) ctx.queue.add('pruneDisk', { after: 0, age: 0 }, { once: 'pruneDisk' })
  else endDiskWarning(ctx)
}

/** When it was last looked how much is used, and since when nothing more could go. */
const lately = new WeakMap<Context, { looked: number; inVain: number }>()

/** The same where other servers bring much, once in a while; where nothing could go, later. */
export function watchDiskOften(ctx: Context): void {
  const last = lately.get(ctx) ?? { looked: 0, inVain: 0 }
  if (ctx.now() < last.looked + limits.diskLook || ctx.now() < last.inVain + HOUR) return
  lately.set(ctx, { ...last, looked: ctx.now() })
  watchDisk(ctx)
}

/** Whether nearly all is used, and nothing was found lately that may go: what is left belongs to members. */
export const isStuck = (ctx: Context): boolean => isTight(ctx) && ctx.now() < (lately.get(ctx)?.inVain ?? 0) + DAY

/**
 * Goes on with pruning, some at a time, until there is room, or nothing is left that may go: pictures, then posts of
 * long ago, and only where that is too little younger ones.
 */
export const pruneDisk: Worker<Context, Jobs['pruneDisk']> = {
  run(ctx, { after, age = 0 }) {
    if (!isTight(ctx)) return
    const kept = limits.untouchedKept[age]
    if (kept === undefined) {
      lately.set(ctx, { looked: ctx.now(), inVain: ctx.now() })
      warnOfDisk(ctx)
      return
    }
    const next = prunePictures(ctx) ? after : prunePosts(ctx, after, kept)
    ctx.queue.add('pruneDisk', next === undefined ? { after: 0, age: age + 1 } : { after: next, age })
  },
}
