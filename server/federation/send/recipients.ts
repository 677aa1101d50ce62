import type { Context } from '../../context.ts'
import { accountById } from '../../features/accounts/queries.ts'
import { mentionsOf, statusById } from '../../features/statuses/queries.ts'
import { followersInboxes, inboxesOf, type Target } from './queries.ts'

/**
 * The one answer to where a post or boost of ours goes: nowhere what is for this community alone, and whatever its
 * author wrote while suspended; else to those whom it names, and but for what is for them alone, to all who follow its
 * author. What is for everybody also goes to whom it answers or boosts. Nobody is told whom its author blocks.
 */
export function recipientsOf(ctx: Context, statusId: number): Target[] {
  const row = statusById(ctx.db, { id: statusId })
  if (!row || row.localOnly === 1) return []
  const author = accountById(ctx.db, { id: row.accountId })
  if (author?.domain !== null || author.suspendedAt !== null) return []
  const named = mentionsOf(ctx.db, { ids: JSON.stringify([statusId]) }).map(({ accountId }) => accountId)
  const isOpen = row.visibility === 'public' || row.visibility === 'unlisted'
  if (isOpen && row.inReplyToAccountId !== null) named.push(row.inReplyToAccountId)
  const boosted = row.reblogOfId === null ? undefined : statusById(ctx.db, { id: row.reblogOfId })
  if (boosted?.localOnly === 1) return []
  if (boosted && isOpen) named.push(boosted.accountId)
  const people = inboxesOf(ctx.db, { from: row.accountId, ids: JSON.stringify(named) })
  if (row.visibility === 'direct') return people
  return together(people, followersInboxes(ctx.db, { accountId: row.accountId }))
}

/** Some ways as one, each inbox once. */
export const together = (...ways: readonly Target[][]): Target[] => [
  ...new Map(ways.flat().map((target) => [target.inbox, target])).values(),
]
