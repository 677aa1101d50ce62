import type { FetchedReplies } from '../../../shared/api/threads.ts'
import type { Context } from '../../context.ts'
import { findStatus } from '../../features/statuses/find.ts'
import { ancestorsOf, statusById } from '../../features/statuses/queries.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { postAt } from '../receive/posts/find.ts'
import { noteRepliesFetched, repliesOf, setRepliesTotal } from '../receive/posts/queries.ts'
import { isOneOrigin } from '../vocab/json.ts'
import type { NoteDoc } from '../vocab/note.ts'
import { type Budget, collect } from './collection.ts'
import { fetchUpwards } from './fetch-upwards.ts'
import { type Found, keepFetched, resolveStatus } from './resolve-status.ts'

/** What is fetched of a thread in one go, and what came of it. */
type Walk = { ctx: Context; budget: Budget; until: number; asked: Set<string>; found: FetchedReplies }

/** Another way to the addresses of what stands below a post, where the list that it names does not tell all. */
export type SecondRoad = (ctx: Context, address: string) => Promise<string[]>

/** So many are asked for at once: they may all be of one server. */
const AT_ONCE = 4

const isOver = ({ ctx, budget, until }: Walk) => budget.posts <= 0 || budget.pages <= 0 || ctx.now() > until

/** A reply: kept as it was given where its own server gave it, else fetched from where it is. */
const replyAt = (walk: Walk, address: string, given: NoteDoc | undefined, from: string): Promise<Found> =>
  given && isOneOrigin(address, from)
    ? keepFetched(walk.ctx, given, { fresh: false })
    : resolveStatus(walk.ctx, address)

async function fetchOne(
  walk: Walk,
  address: string,
  given: NoteDoc | undefined,
  from: string,
): Promise<number | undefined> {
  const here = postAt(walk.ctx, address)
  if (here) return here.id
  walk.budget.posts -= 1
  const { statusId, missing } = await replyAt(walk, address, given, from)
  if (missing) walk.found.missing[missing] += 1
  if (statusId !== undefined) walk.found.fetched += 1
  return statusId
}

/** The answers to one post, by the list that its own server keeps of them; gives those to go on with. */
async function below(walk: Walk, statusId: number): Promise<number[]> {
  const { ctx, budget, asked } = walk
  const { uri } = repliesOf(ctx.db, { id: statusId }) ?? {}
  if (!uri || asked.has(uri)) return []
  asked.add(uri)
  const most = budget.posts
  const { items, notes, total, missing } = await collect(ctx, uri, budget)
  if (missing) walk.found.missing[missing] += 1
  // a list that does not count itself was read to its end unless what may be fetched ran out
  const counted = total ?? (missing || budget.pages <= 0 || items.length >= most ? undefined : items.length)
  if (counted !== undefined) setRepliesTotal(ctx.db, { id: statusId, total: counted })
  noteRepliesFetched(ctx.db, { id: statusId, now: ctx.now() })
  const found: number[] = []
  for (let at = 0; at < items.length && !isOver(walk); at += AT_ONCE) {
    const some = items.slice(at, at + AT_ONCE)
    const ids = await Promise.all(some.map((address) => fetchOne(walk, address, notes.get(address), uri)))
    found.push(...ids.filter((id) => id !== undefined))
  }
  return found
}

/** What the second road knows of and the first did not bring: each answer is fetched from where it is. */
async function bySecondRoad(
  walk: Walk,
  road: SecondRoad,
  root: { uri: string | null; url: string | null } | undefined,
) {
  if (!root?.uri || isOver(walk)) return
  const { ctx } = walk
  const unknown = (await road(ctx, root.url ?? root.uri)).filter((address) => !postAt(ctx, address))
  for (let at = 0; at < unknown.length && !isOver(walk); at += AT_ONCE) {
    await Promise.all(unknown.slice(at, at + AT_ONCE).map((address) => fetchOne(walk, address, undefined, '')))
  }
}

/**
 * Fetches what other servers have of the thread around a post, level by level, as far as the budget and a member's
 * patience go; nobody is told of what comes. Throws 404 for a post that is not to be seen.
 */
export async function fetchThread(
  ctx: Context,
  viewer: Viewer,
  { asked, road }: { asked: number; road: SecondRoad },
): Promise<FetchedReplies> {
  const { id } = findStatus(ctx, viewer, asked)
  const missing = { gone: 0, refused: 0, unreachable: 0, unreadable: 0 }
  const walk: Walk = {
    ctx,
    budget: { posts: limits.threadPosts, pages: limits.threadPages },
    until: ctx.now() + limits.threadPatience,
    asked: new Set(),
    found: { fetched: 0, missing, more: false },
  }
  const top = ancestorsOf(ctx.db, { id, most: limits.threadForMembers.above }).at(-1)?.id ?? id
  walk.found.fetched += await fetchUpwards(ctx, top)
  const root = statusById(ctx.db, {
    id: ancestorsOf(ctx.db, { id, most: limits.threadForMembers.above }).at(-1)?.id ?? id,
  })
  const seen = new Set<number>()
  let level = [...new Set([id, root?.id ?? id])]
  while (level.length > 0 && !isOver(walk)) {
    const next: number[] = []
    for (const one of level) {
      if (isOver(walk)) break
      seen.add(one)
      next.push(...(await below(walk, one)))
    }
    level = [...new Set(next)].filter((one) => !seen.has(one))
  }
  await bySecondRoad(walk, road, root)
  return { ...walk.found, more: isOver(walk) }
}
