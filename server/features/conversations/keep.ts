import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { whoIsTold } from '../../policies/interaction.ts'
import { readRelations } from '../../policies/relations.ts'
import { sortByPolicy } from '../notifications/policy/sort.ts'
import { mentionsOf, type StatusRow, statusById } from '../statuses/queries.ts'
import { putConversation, putStatus, takeStatusOut } from './queries.ts'

/** Writes a post that is for mentioned people only into the conversation of each of them, and of its author. */
export function keepInConversations(ctx: Context, { statusId }: Events['statusPosted']): void {
  const status = statusById(ctx.db, { id: statusId })
  if (status?.visibility === 'direct') keep(ctx, status)
}

/** Puts a post for mentioned people only where it belongs now that it names more of them. */
export function keepInConversationsAnew(ctx: Context, { statusId }: Events['namesFound']): void {
  const status = statusById(ctx.db, { id: statusId })
  if (status?.visibility !== 'direct') return
  takeStatusOut(ctx.db, { statusId })
  keep(ctx, status)
}

function keep(ctx: Context, { id: statusId, accountId: sender, threadId }: StatusRow): void {
  const named = mentionsOf(ctx.db, { ids: JSON.stringify([statusId]) }).map(({ accountId }) => accountId)
  const circle = [...new Set([sender, ...named])].sort((a, b) => a - b)
  const { blocking, blockedBy } = readRelations(ctx.db, sender, circle, ctx.now())
  const ids = whoIsTold(ctx.db, { sender, threadId }, circle, ctx.now())
  // whose word waits as a stranger's request is no reason to look
  const told = new Set(sortByPolicy(ctx, sender, { ids, type: 'mention', statusId }).accepted)
  for (const accountId of circle) {
    if (blocking.has(accountId) || blockedBy.has(accountId)) continue
    const people = JSON.stringify(circle.filter((other) => other !== accountId))
    const unread = accountId === sender ? 0 : told.has(accountId) ? 1 : null
    const [kept] = putConversation(ctx.db, { id: ctx.newId(), accountId, threadId, people, statusId, unread })
    if (!kept) continue
    putStatus(ctx.db, { id: kept.id, statusId })
    ctx.emit('conversationMoved', { conversationId: kept.id, accountId })
  }
}
