import type { Conversation } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import type { Page } from '../../http/answer.ts'
import { readPage, type Wish } from '../../http/pages.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentStatuses } from '../statuses/present.ts'
import { isShown, presentConversations } from './present.ts'
import { conversationOf, conversationsOf, markConversation, removeConversation, unreadIn, unreadOf } from './queries.ts'

/** One's private conversations, the latest post first, but none with people whom one does not want to meet. */
export const readConversations = (ctx: Context, viewer: Viewer, wish: Wish): Page =>
  readPage(
    wish,
    (range) => conversationsOf(ctx.db, { me: viewer.accountId }, range),
    (rows) => presentConversations(ctx, viewer, rows).filter(isShown),
  )

/** How many of one's private conversations wait to be read, counted up to `limit`. */
export function countConversations(ctx: Context, viewer: Viewer, limit: number): { count: number } {
  const rows = unreadOf(ctx.db, { me: viewer.accountId, most: limit })
  return { count: presentConversations(ctx, viewer, rows).filter(isShown).length }
}

function findConversation(ctx: Context, { accountId: me }: Viewer, id: number) {
  const row = conversationOf(ctx.db, { id, me })
  if (!row) throw notFound()
  return row
}

/** Marks one's conversation as read or not. Throws 404. */
export function markAs(ctx: Context, viewer: Viewer, id: number, unread: 0 | 1): Conversation {
  return ctx.transact(() => {
    findConversation(ctx, viewer, id)
    markConversation(ctx.db, { id, me: viewer.accountId, unread })
    const [marked] = presentConversations(ctx, viewer, [findConversation(ctx, viewer, id)])
    if (!marked) throw notFound()
    return marked.item
  })
}

/** Marks the conversations as read that one has in the thread of a post that one opened. Throws 404. */
export function markThread(ctx: Context, viewer: Viewer, statusId: number): object {
  return ctx.transact(() => {
    const [status] = presentStatuses(ctx, viewer, [statusId])
    if (!status) throw notFound()
    for (const { id } of unreadIn(ctx.db, { me: viewer.accountId, threadId: Number(status.thread_id) })) {
      markConversation(ctx.db, { id, me: viewer.accountId, unread: 0 })
    }
    return {}
  })
}

/** Takes a conversation off one's own list; its posts stay. Throws 404. */
export function forgetConversation(ctx: Context, viewer: Viewer, id: number): object {
  return ctx.transact(() => {
    findConversation(ctx, viewer, id)
    removeConversation(ctx.db, { id, me: viewer.accountId })
    return {}
  })
}
