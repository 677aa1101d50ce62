import type { NotificationRequest } from '../../../../shared/api/notifications.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../core/errors.ts'
import type { Page } from '../../../http/answer.ts'
import { readPage, type Wish } from '../../../http/pages.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentAccounts, presentTime } from '../../accounts/present.ts'
import { presentStatuses } from '../../statuses/present.ts'
import {
  countWaitingOf,
  dropWaiting,
  permit,
  type RequestRow,
  removeRequest,
  requestsByIds,
  requestsOf,
  showWaiting,
} from './queries.ts'

function present(ctx: Context, viewer: Viewer, rows: readonly RequestRow[]) {
  const senders = rows.map((row) => row.fromAccountId)
  const accounts = presentAccounts(ctx, senders)
  const waiting = countWaitingOf(ctx.db, { me: viewer.accountId, senders: JSON.stringify(senders) })
  const counts = new Map(waiting.map(({ id, count }) => [id, count]))
  const ids = rows.flatMap((row) => row.lastStatusId ?? [])
  const statuses = new Map(presentStatuses(ctx, viewer, ids).map((status) => [status.id, status]))
  return rows.flatMap((row) => {
    const account = accounts.get(row.fromAccountId)
    if (!account || account.suspended) return []
    const item: NotificationRequest = {
      id: String(row.cursor),
      created_at: presentTime(row.createdAt),
      updated_at: presentTime(row.updatedAt),
      notifications_count: String(counts.get(row.fromAccountId) ?? 0),
      account,
      last_status: statuses.get(String(row.lastStatusId)) ?? null,
    }
    return [{ cursor: row.cursor, item }]
  })
}

/** Whose notifications wait for one. */
export const readRequests = (ctx: Context, viewer: Viewer, wish: Wish): Page =>
  readPage(
    wish,
    (range) => requestsOf(ctx.db, { me: viewer.accountId }, range),
    (rows) => present(ctx, viewer, rows),
  )

function requestsFor(ctx: Context, { accountId: me }: Viewer, ids: readonly number[]): RequestRow[] {
  return requestsByIds(ctx.db, { ids: JSON.stringify(ids), me })
}

/** One of these requests. Throws 404. */
export function readRequest(ctx: Context, viewer: Viewer, id: number): NotificationRequest {
  const [found] = present(ctx, viewer, requestsFor(ctx, viewer, [id]))
  if (!found) throw notFound()
  return found.item
}

type End = 'accept' | 'dismiss'

/** Hears of these people from now on, and of what waited; or takes away what waited, and it may wait again. */
export function endRequests(ctx: Context, viewer: Viewer, ids: readonly number[], end: End): Record<string, never> {
  const me = viewer.accountId
  ctx.transact(() => {
    for (const { cursor, fromAccountId: sender } of requestsFor(ctx, viewer, ids)) {
      if (end === 'accept') {
        permit(ctx.db, { me, sender, now: ctx.now() })
        ctx.emit('strangerHeard', { accountId: me, senderId: sender })
        showWaiting(ctx.db, { me, sender })
      } else dropWaiting(ctx.db, { me, sender })
      removeRequest(ctx.db, { id: cursor, me })
    }
    if (end === 'accept') ctx.emit('requestsMerged', { accountId: me })
  })
  return {}
}

/** The same for one. Throws 404. */
export function endRequest(ctx: Context, viewer: Viewer, id: number, end: End): Record<string, never> {
  if (requestsFor(ctx, viewer, [id]).length === 0) throw notFound()
  return endRequests(ctx, viewer, [id], end)
}
