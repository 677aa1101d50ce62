import { z } from 'zod'
import type { DiskUse } from '../../../shared/api/delivery.ts'
import type { Context } from '../../context.ts'
import { conflict } from '../../core/errors.ts'
import { saveSettings } from '../../features/settings/queries.ts'
import { get, put, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { countDisk } from './count.ts'
import { diskBudget, isOver, isStuck, isTight, usedBytes, watchDisk } from './prune.ts'
import { largestHosts } from './queries.ts'

const path = '/api/community/v1/admin/disk'

/** The servers with the most; counting begins now where it never did, so that the first look is no empty one. */
function hostsOf(ctx: Context) {
  const found = largestHosts(ctx.db, { most: limits.diskHosts })
  if (found.length > 0) return found
  countDisk(ctx)
  return largestHosts(ctx.db, { most: limits.diskHosts })
}

const readDisk = (ctx: Context): DiskUse => ({
  budget: diskBudget(ctx),
  fixed: ctx.config.diskBudget !== undefined,
  tight: isTight(ctx),
  stuck: isStuck(ctx),
  over: isOver(ctx),
  ...usedBytes(ctx),
  peers: hostsOf(ctx).map(({ pictureBytes, ...rest }) => ({
    ...rest,
    picture_bytes: pictureBytes,
  })),
})

const budgetForm = z.object({ gigabytes: z.coerce.number().min(0.1).max(100_000) })

/** Says how much may be used; room is made from now on. Throws 409 where the operator said it. */
function chooseBudget(ctx: Context, by: number, { gigabytes }: z.infer<typeof budgetForm>): DiskUse {
  if (ctx.config.diskBudget !== undefined) throw conflict('This is set where the server is started: DISK_BUDGET_GB.')
  ctx.transact(() => {
    saveSettings(ctx, { diskBudget: gigabytes })
    const label = `${gigabytes} GB`
    ctx.emit('staffActed', { accountId: by, action: 'disk.budget', subject: 'settings', label })
    watchDisk(ctx)
  })
  return readDisk(ctx)
}

/** What staff see of the disk, and choose. */
export const diskRoutes: readonly Route[] = [
  get(
    path,
    { access: 'member', may: 'disk', summary: 'What uses the disk, by server, and how much is allowed.' },
    readDisk,
  ),
  put(
    path,
    {
      access: 'member',
      may: 'disk',
      form: budgetForm,
      summary: 'How much the database and what is kept from other servers may use together.',
    },
    (ctx, { viewer, form }) => chooseBudget(ctx, viewer.accountId, form),
  ),
]
