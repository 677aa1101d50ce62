import type { Context } from '../../context.ts'
import { optionsOf, pollsOf } from '../../features/polls/queries.ts'
import type { Part } from '../../features/statuses/hydrate.ts'
import type { AskedPoll } from './poll.ts'
import { answerCounts, approvalsOf, locksIn, type PersonPlace, peoplePlaces, postPlaces } from './queries.ts'

type PostRow = ReturnType<typeof postPlaces>[number]

/** What documents of posts name beside the posts themselves, each by its id. */
export type Around = {
  people: ReadonlyMap<number, PersonPlace>
  posts: ReadonlyMap<number, PostRow>
  quotes: ReadonlyMap<number, ReturnType<typeof approvalsOf>[number]>
  polls: ReadonlyMap<number, AskedPoll>
  /** Who stopped replying in a conversation, by its first post. */
  locked: ReadonlyMap<number, readonly number[]>
  /** How many answers there are, where there are any. */
  answers: ReadonlyMap<number, number>
}

/** Reads what some posts name: whom, what they answer and quote, what they ask. */
export function readAround(ctx: Context, parts: readonly Part[]): Around {
  const ids = JSON.stringify(parts.map(({ row }) => row.id))
  const quotes = new Map(approvalsOf(ctx.db, { ids }).map((quote) => [quote.statusId, quote]))
  const named = [
    ...parts.flatMap(({ row, current }) => [current.inReplyToId, row.reblogOfId]),
    ...[...quotes.values()].map(({ quotedId }) => quotedId),
  ].filter((id) => id !== null)
  const posts = new Map(postPlaces(ctx.db, { ids: JSON.stringify(named) }).map((post) => [post.id, post]))
  const people = new Set([...posts.values()].map(({ accountId }) => accountId))
  for (const { row, mentions } of parts) {
    people.add(row.accountId)
    for (const { accountId } of mentions) people.add(accountId)
  }
  const places = new Map(
    peoplePlaces(ctx.db, { ids: JSON.stringify([...people]) }).map((person) => [person.id, person]),
  )
  const answers = new Map(answerCounts(ctx.db, { ids }).map(({ id, count }) => [id, count]))
  return { people: places, posts, quotes, polls: readPolls(ctx, ids), locked: readLocks(ctx, ids), answers }
}

function readLocks(ctx: Context, ids: string): Map<number, number[]> {
  const locks = Map.groupBy(locksIn(ctx.db, { ids, now: ctx.now() }), ({ threadId }) => threadId)
  return new Map(
    [...locks].map(([threadId, both]) => [threadId, both.flatMap(({ accountId, targetId }) => [accountId, targetId])]),
  )
}

function readPolls(ctx: Context, ids: string): Map<number, AskedPoll> {
  const polls = pollsOf(ctx.db, { ids })
  if (polls.length === 0) return new Map()
  const options = Map.groupBy(
    optionsOf(ctx.db, { ids: JSON.stringify(polls.map(({ id }) => id)) }),
    ({ pollId }) => pollId,
  )
  return new Map(polls.map((row) => [row.statusId, { row, options: options.get(row.id) ?? [] }]))
}
