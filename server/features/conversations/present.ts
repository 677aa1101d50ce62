import type { Conversation } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentAccounts } from '../accounts/present.ts'
import { hides } from '../filters/present.ts'
import { presentStatuses } from '../statuses/present.ts'
import { unhidden, wanted } from '../timelines/rules.ts'
import { type ConversationRow, conversationOf } from './queries.ts'

/**
 * Private conversations as JSON, each with its cursor. Where its last post may not be seen, or is of or to somebody
 * whom the reader does not want to meet, there is no last post.
 */
export function presentConversations(
  ctx: Context,
  viewer: Viewer,
  rows: readonly ConversationRow[],
): { cursor: number; item: Conversation }[] {
  const me = viewer.accountId
  const last = rows.map(({ cursor }) => cursor)
  const shown = presentStatuses(ctx, viewer, last, unhidden(ctx, me, wanted))
  const statuses = new Map(shown.map((status) => [Number(status.id), status]))
  const others = rows.map(({ people }): number[] => JSON.parse(people))
  const accounts = presentAccounts(ctx, [me, ...others.flat()])
  return rows.map(({ id, cursor, unread }, at) => {
    const found = others[at]?.map((other) => accounts.get(other)).filter((account) => account !== undefined) ?? []
    const self = accounts.get(me)
    const item = {
      id: String(id),
      unread: unread === 1,
      // as Mastodon's: who talks to nobody else talks to oneself
      accounts: found.length === 0 && self ? [self] : found,
      last_status: statuses.get(cursor) ?? null,
    }
    return { cursor, item }
  })
}

/** Whether a conversation is for its owner to read now. */
export const isShown = ({ item: { last_status: last } }: { item: Conversation }): boolean =>
  last !== null && !hides(last.filtered, 'notifications')

/** One conversation as its owner's list would show it; undefined where it would not. */
export function presentConversation(ctx: Context, viewer: Viewer, id: number): Conversation | undefined {
  const row = conversationOf(ctx.db, { id, me: viewer.accountId })
  return row && presentConversations(ctx, viewer, [row]).find(isShown)?.item
}
