import { z } from 'zod'
import type { Delivery } from '../../../shared/api/delivery.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { statusById } from '../../features/statuses/queries.ts'
import { id } from '../../http/forms.ts'
import { get, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { wayOfPost } from './queries.ts'

const DELIVERED = 3
const WAITING = 2

/** How far one's own post got. Throws 404 for every other one. */
function readDelivery(ctx: Context, viewer: Viewer, statusId: number): Delivery {
  const row = statusById(ctx.db, { id: statusId })
  if (row?.accountId !== viewer.accountId) throw notFound()
  const ways = wayOfPost(ctx.db, { statusId })
  const count = (state: number) => ways.filter((way) => way.state === state).length
  const [delivered, waiting] = [count(DELIVERED), count(WAITING)]
  return {
    servers: ways.length,
    delivered,
    waiting,
    failed: ways.length - delivered - waiting,
    unreached: ways
      .filter(({ state }) => state !== DELIVERED)
      .slice(0, limits.unreachedShown)
      .map(({ host, state }) => ({ domain: host, state: state === WAITING ? 'waiting' : 'failed' })),
  }
}

/** What authors learn of their posts' way to other servers. */
export const deliveryRoutes: readonly Route[] = [
  get(
    '/api/community/v1/statuses/:id/delivery',
    {
      access: 'member',
      scope: 'read:statuses',
      form: z.object({ id }),
      summary: 'To how many other servers an own post was delivered, and where it waits.',
    },
    (ctx, { viewer, form }) => readDelivery(ctx, viewer, form.id),
  ),
]
