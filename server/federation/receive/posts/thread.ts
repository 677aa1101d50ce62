import type { Context } from '../../../context.ts'
import { forgetStatus } from '../../../features/statuses/lasting.ts'
import {
  countReply,
  idsInThread,
  joinLocks,
  joinMutes,
  joinTalks,
  joinThreads,
  type KnownStatus,
  setParent,
  settleParent,
  type waitingFor,
} from './queries.ts'

/** Two conversations turn out to be one; what was agreed about the one that ends holds for both. */
function join(ctx: Context, old: number, threadId: number): void {
  if (old === threadId) return
  const ids = idsInThread(ctx.db, { threadId: old })
  for (const carry of [joinLocks, joinMutes, joinTalks, joinThreads]) carry(ctx.db, { old, threadId })
  for (const { id } of ids) forgetStatus(ctx, { statusId: id })
}

/** Answers that came before what they answer find their place below it. */
export function settleAnswers(
  ctx: Context,
  waiting: ReturnType<typeof waitingFor>,
  parent: Pick<KnownStatus, 'id' | 'accountId' | 'threadId'>,
): void {
  for (const { id, threadId, visibility } of waiting) {
    setParent(ctx.db, { id, parentId: parent.id, parentAccountId: parent.accountId })
    settleParent(ctx.db, { id })
    if (visibility === 'public' || visibility === 'unlisted') countReply(ctx.db, { id: parent.id })
    // by its name alone a post is in a conversation that it does not begin, and which is not its author's to move
    if (threadId === id) join(ctx, threadId, parent.threadId)
    forgetStatus(ctx, { statusId: id })
  }
}
