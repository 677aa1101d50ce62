import type { MutedThread } from '../../../shared/api/pauses.ts'
import type { Context } from '../../context.ts'
import type { Page } from '../../http/answer.ts'
import { readPage, type Wish } from '../../http/pages.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentTime } from '../accounts/present.ts'
import { presentStatuses } from '../statuses/present.ts'
import { mutedThreadsOf } from './queries.ts'

/** The conversations that one muted, the newest mute first. */
export function readMutedThreads(ctx: Context, viewer: Viewer, wish: Wish): Page {
  const filter = { me: viewer.accountId, now: ctx.now() }
  return readPage(
    wish,
    (range) => mutedThreadsOf(ctx.db, filter, range),
    (rows) => {
      const ids = rows.map(({ statusId }) => statusId).filter((id) => id !== null)
      const statuses = new Map(presentStatuses(ctx, viewer, ids).map((status) => [status.id, status]))
      return rows.map(({ cursor, threadId, statusId, expiresAt }) => {
        const item: MutedThread = {
          id: String(threadId),
          status: statuses.get(String(statusId)) ?? null,
          expires_at: expiresAt === null ? null : presentTime(expiresAt),
        }
        return { cursor, item }
      })
    },
  )
}
