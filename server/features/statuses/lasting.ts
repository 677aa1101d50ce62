import type { Status } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { createMemo, type Memo } from '../../core/memo.ts'
import { type CardRow, postsWithCard } from '../cards/queries.ts'
import type { MediaRow } from '../media/queries.ts'
import type { MentionRow, StatusRow, TagRow } from './queries.ts'

/** What of a post's JSON stays as it is for as long as the post is there. */
export type Core = Omit<Status, 'account' | 'in_reply_to_id' | 'quote' | 'quote_approval' | Counted>

type Counted = 'poll' | 'quotes_count' | 'replies_count' | 'reblogs_count' | 'favourites_count'

/** What of a post stays as it is: its row but for what is read anew each time, and its JSON once that was made. */
export type Lasting = {
  row: Omit<StatusRow, 'inReplyToId' | 'repliesCount'>
  mentions: readonly MentionRow[]
  tags: readonly TagRow[]
  media: readonly MediaRow[]
  card: CardRow | undefined
  core: Core | undefined
}

/** Posts that are kept in memory until they are edited or deleted; each takes some three kilobytes. */
const KEPT = 2000

const memos = new WeakMap<Context, Memo<number, Lasting>>()

/** The posts that one server keeps in memory. Whether a post is still there is asked of the database all the same. */
export function memoOf(ctx: Context): Memo<number, Lasting> {
  const found = memos.get(ctx) ?? createMemo<number, Lasting>(KEPT)
  memos.set(ctx, found)
  return found
}

/** What was deleted or edited stays in no memory as it was. */
export const forgetStatus = (ctx: Context, { statusId }: { statusId: number }) => memoOf(ctx).forget(statusId)

/** Nor do posts whose link says something else of itself. */
export function forgetCard(ctx: Context, { cardId }: { cardId: number }): void {
  for (const { id } of postsWithCard(ctx.db, { cardId })) memoOf(ctx).forget(id)
}

/** Nor does a boost that was taken back. */
export const forgetBoosted = (ctx: Context, { boostId }: { boostId: number }) => memoOf(ctx).forget(boostId)

/** Somebody who left is mentioned by no post any more. */
export const forgetAllStatuses = (ctx: Context) => memoOf(ctx).clear()
