import type { DiskUse } from '../../../shared/api/delivery.ts'
import type { Context } from '../../context.ts'
import { get, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { usedBytes } from './prune.ts'
import { largestHosts } from './queries.ts'

const readDisk = (ctx: Context): DiskUse => ({
  budget: ctx.config.diskBudget,
  ...usedBytes(ctx),
  peers: largestHosts(ctx.db, { most: limits.diskHosts }).map(({ pictureBytes, ...rest }) => ({
    ...rest,
    picture_bytes: pictureBytes,
  })),
})

/** What staff see of the disk. */
export const diskRoutes: readonly Route[] = [
  get(
    '/api/community/v1/admin/disk',
    { access: 'member', may: 'settings', summary: 'What uses the disk, by server, and how much is allowed.' },
    readDisk,
  ),
]
