import type { Context } from '../../context.ts'
import { noRelations, type Relations, readRelations } from '../../policies/relations.ts'
import { canSee } from '../../policies/visibility.ts'
import { type AccountRow, accountsByIds } from '../accounts/queries.ts'
import { type Lasting, memoOf } from './lasting.ts'
import { currentOf, mentionsOf, statusesByIds, tagsOf } from './queries.ts'

/** A post with what is needed to decide who may see it and to show it. */
export type Part = Lasting & { current: ReturnType<typeof currentOf>[number]; author: AccountRow }

/** Posts in the order of their ids, and how the person looking stands to the people in them. */
export type Hydrated = { parts: Part[]; relations: Relations }

/**
 * Reads posts by id with their authors, mentions, hashtags and relations: one query each, however many posts. `me` is
 * the member looking, undefined for everybody else.
 */
export function hydrate(ctx: Context, me: number | undefined, ids: readonly number[]): Hydrated {
  const current = new Map(currentOf(ctx.db, { ids: JSON.stringify(ids) }).map((row) => [row.id, row]))
  if (current.size === 0) return { parts: [], relations: noRelations }
  const lasting = readLasting(ctx, [...current.keys()])
  const authors = new Set([...lasting.values()].map(({ row }) => row.accountId))
  const accounts = new Map(accountsByIds(ctx.db, { ids: JSON.stringify([...authors]) }).map((row) => [row.id, row]))
  const parts: Part[] = []
  for (const id of ids) {
    const [stays, now] = [lasting.get(id), current.get(id)]
    const author = stays && accounts.get(stays.row.accountId)
    if (now && author) parts.push({ ...stays, current: now, author })
  }
  return { parts, relations: me === undefined ? noRelations : readRelations(ctx.db, me, peopleIn(parts), ctx.now()) }
}

/** What lasts of posts: from memory, or else read and kept there. */
function readLasting(ctx: Context, ids: readonly number[]): Map<number, Lasting> {
  const memo = memoOf(ctx)
  const found = new Map<number, Lasting>()
  const missing: number[] = []
  for (const id of ids) {
    const kept = memo.get(id)
    if (kept) found.set(id, kept)
    else missing.push(id)
  }
  if (missing.length === 0) return found
  const wanted = { ids: JSON.stringify(missing) }
  const mentions = Map.groupBy(mentionsOf(ctx.db, wanted), (mention) => mention.statusId)
  const tags = Map.groupBy(tagsOf(ctx.db, wanted), (tag) => tag.statusId)
  for (const row of statusesByIds(ctx.db, wanted)) {
    const read = { row, mentions: mentions.get(row.id) ?? [], tags: tags.get(row.id) ?? [], core: undefined }
    found.set(row.id, memo.keep(row.id, read))
  }
  return found
}

function peopleIn(parts: readonly Part[]): Set<number> {
  const people = new Set<number>()
  for (const { row, mentions } of parts) {
    people.add(row.accountId)
    if (row.inReplyToAccountId !== null) people.add(row.inReplyToAccountId)
    for (const mention of mentions) people.add(mention.accountId)
  }
  return people
}

/** Whether the member `me` (undefined: a visitor) may see a post, asked of the one policy with what was read. */
export function isVisible({ row, author, mentions }: Part, me: number | undefined, relations: Relations): boolean {
  const status = {
    id: row.id,
    accountId: row.accountId,
    visibility: row.visibility,
    localOnly: row.localOnly === 1,
    authorActive: author.suspendedAt === null && author.joinedAt !== null,
  }
  if (me === undefined) return canSee(status, undefined)
  return canSee(status, {
    isAuthor: row.accountId === me,
    isFollower: relations.following.has(row.accountId),
    isMentioned: mentions.some((mention) => mention.accountId === me),
    isBlocked: relations.blockedBy.has(row.accountId),
  })
}
