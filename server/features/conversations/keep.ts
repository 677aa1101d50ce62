import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { whoIsTold } from '../../policies/interaction.ts'
import { readRelations } from '../../policies/relations.ts'
import { waitingWords } from '../notifications/policy/queries.ts'
import { sortByPolicy } from '../notifications/policy/sort.ts'
import { mentionsOf, postTold, type StatusRow, statusById } from '../statuses/queries.ts'
import { putConversation, putStatus, takeStatusOut } from './queries.ts'

/** Writes a post that is for mentioned people only into the conversation of each of them, and of its author. */
export function keepInConversations(ctx: Context, event: Events['statusPosted']): void {
  const status = postTold(ctx.db, event)
  if (status?.visibility === 'direct') keep(ctx, status)
}

/** Puts a post for mentioned people only where it belongs now that it names more of them. */
export function keepInConversationsAnew(ctx: Context, { statusId }: Events['namesFound']): void {
  const status = statusById(ctx.db, { id: statusId })
  if (status?.visibility !== 'direct') return
  takeStatusOut(ctx.db, { statusId })
  keep(ctx, status)
}

/** Puts what waited of a stranger where it belongs, now that their request is accepted. */
export function keepInOwnConversations(ctx: Context, { accountId, senderId }: Events['strangerHeard']): void {
  for (const { statusId } of waitingWords(ctx.db, { me: accountId, sender: senderId })) {
    const status = statusById(ctx.db, { id: statusId })
    if (status) put(ctx, status, circleOf(ctx, status), { accountId, unread: null })
  }
}

/** Who is in a conversation: the author, and all who are named. */
function circleOf(ctx: Context, { id, accountId }: StatusRow): number[] {
  const named = mentionsOf(ctx.db, { ids: JSON.stringify([id]) }).map((mention) => mention.accountId)
  return [...new Set([accountId, ...named])].sort((a, b) => a - b)
}

/** Puts a post where it belongs for everybody but those for whom it waits as a stranger's word, or never was. */
function keep(ctx: Context, status: StatusRow): void {
  const { id: statusId, accountId: sender, threadId } = status
  const circle = circleOf(ctx, status)
  const { blocking, blockedBy } = readRelations(ctx.db, sender, circle, ctx.now())
  const told = new Set(whoIsTold(ctx.db, { sender, threadId }, circle, ctx.now()))
  const hearing = new Set([sender, ...sortByPolicy(ctx, sender, { ids: circle, type: 'mention', statusId }).accepted])
  for (const accountId of circle) {
    if (!hearing.has(accountId) || blocking.has(accountId) || blockedBy.has(accountId)) continue
    put(ctx, status, circle, { accountId, unread: accountId === sender ? 0 : told.has(accountId) ? 1 : null })
  }
}

/** Puts a post into the conversation of one of its circle; `unread` as {@link putConversation} has it. */
function put(
  ctx: Context,
  { id: statusId, threadId }: StatusRow,
  circle: readonly number[],
  { accountId, unread }: { accountId: number; unread: number | null },
): void {
  const people = JSON.stringify(circle.filter((other) => other !== accountId))
  const [kept] = putConversation(ctx.db, { id: ctx.newId(), accountId, threadId, people, statusId, unread })
  if (!kept) return
  putStatus(ctx.db, { id: kept.id, statusId })
  ctx.emit('conversationMoved', { conversationId: kept.id, accountId })
}
