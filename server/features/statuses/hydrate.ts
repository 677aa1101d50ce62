import type { Context } from '../../context.ts'
import { noRelations, type Relations, readRelations } from '../../policies/relations.ts'
import { canSee } from '../../policies/visibility.ts'
import { type AccountRow, accountsByIds } from '../accounts/queries.ts'
import { cardsOf } from '../cards/queries.ts'
import { mediaOf } from '../media/queries.ts'
import { type Lasting, memoOf } from './lasting.ts'
import { currentOf, mentionsOf, statusesByIds, tagsOf } from './queries.ts'

type Kept = Lasting & { current: ReturnType<typeof currentOf>[number] }

/** A post with what is needed to decide who may see it and to show it; of a boost, what it boosts too. */
export type Part = Kept & { author: AccountRow; boosted?: Part }

/** Posts in the order of their ids, and how the person looking stands to the people in them. */
export type Hydrated = { parts: Part[]; relations: Relations }

/**
 * Reads posts by id with what they boost, their authors, mentions, hashtags and relations: one query each, however many
 * posts. `me` is the member looking, undefined for everybody else.
 */
export function hydrate(ctx: Context, me: number | undefined, ids: readonly number[]): Hydrated {
  const kept = readKept(ctx, ids)
  const boosted = [...kept.values()].map(({ row }) => row.reblogOfId).filter((id) => id !== null && !kept.has(id))
  if (boosted.length > 0) for (const [id, one] of readKept(ctx, boosted)) kept.set(id, one)
  if (kept.size === 0) return { parts: [], relations: noRelations }
  const parts = toParts(ctx, ids, kept)
  return { parts, relations: me === undefined ? noRelations : readRelations(ctx.db, me, peopleIn(parts), ctx.now()) }
}

function toParts(ctx: Context, ids: readonly number[], kept: ReadonlyMap<number, Kept>): Part[] {
  const authors = new Set([...kept.values()].map(({ row }) => row.accountId))
  const accounts = new Map(accountsByIds(ctx.db, { ids: JSON.stringify([...authors]) }).map((row) => [row.id, row]))
  const partOf = (id: number): Part | undefined => {
    const found = kept.get(id)
    const author = found && accounts.get(found.row.accountId)
    if (!found || !author) return undefined
    if (found.row.reblogOfId === null) return { ...found, author }
    const boosted = partOf(found.row.reblogOfId)
    return boosted && { ...found, author, boosted }
  }
  return ids.map(partOf).filter((part) => part !== undefined)
}

function readKept(ctx: Context, ids: readonly (number | null)[]): Map<number, Kept> {
  const current = new Map(currentOf(ctx.db, { ids: JSON.stringify(ids) }).map((row) => [row.id, row]))
  if (current.size === 0) return new Map()
  const kept = new Map<number, Kept>()
  for (const [id, stays] of readLasting(ctx, [...current.keys()])) {
    const now = current.get(id)
    if (now) kept.set(id, { ...stays, current: now })
  }
  return kept
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
  const media = Map.groupBy(mediaOf(ctx.db, wanted), (picture) => picture.statusId)
  const cards = new Map(cardsOf(ctx.db, wanted).map((card) => [card.statusId, card]))
  for (const row of statusesByIds(ctx.db, wanted)) {
    const { id } = row
    const hung = { mentions: mentions.get(id) ?? [], tags: tags.get(id) ?? [], media: media.get(id) ?? [] }
    const read = { row, ...hung, card: cards.get(id), core: undefined }
    found.set(row.id, memo.keep(row.id, read))
  }
  return found
}

function peopleIn(parts: readonly Part[]): Set<number> {
  const people = new Set<number>()
  for (const { row, mentions } of parts.flatMap((part) => (part.boosted ? [part, part.boosted] : [part]))) {
    people.add(row.accountId)
    if (row.inReplyToAccountId !== null) people.add(row.inReplyToAccountId)
    for (const mention of mentions) people.add(mention.accountId)
  }
  return people
}

/**
 * Whether the member `me` (undefined: a visitor) may see a post, asked of the one policy with what was read. A boost is
 * seen by who may see both it and what it boosts.
 */
export function isVisible(
  { row, author, mentions, boosted }: Part,
  me: number | undefined,
  relations: Relations,
): boolean {
  if (boosted && !isVisible(boosted, me, relations)) return false
  const status = {
    id: row.id,
    accountId: row.accountId,
    visibility: row.visibility,
    localOnly: row.localOnly === 1,
    authorActive: author.suspendedAt === null && author.joinedAt !== null,
    hidden: row.hiddenAt !== null,
  }
  if (me === undefined) return canSee(status, undefined)
  return canSee(status, {
    isAuthor: row.accountId === me,
    isFollower: relations.following.has(row.accountId),
    isMentioned: mentions.some((mention) => mention.accountId === me),
    isBlocked: relations.blockedBy.has(row.accountId),
  })
}
