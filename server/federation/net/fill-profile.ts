import type { FilledProfile } from '../../../shared/api/threads.ts'
import type { Context } from '../../context.ts'
import { putPin } from '../../features/statuses/acts/queries.ts'
import { limits } from '../../limits.ts'
import { visibilityOf } from '../receive/posts/place.ts'
import { type ActorRow, actorByUri, movedToOf, noteFilled, putTotals, uriOfActor } from '../receive/queries.ts'
import { isOneOrigin } from '../vocab/json.ts'
import type { NoteDoc } from '../vocab/note.ts'
import { collect } from './collection.ts'
import { fetchDocument } from './fetch-document.ts'
import { actorAt, refreshActor } from './resolve-actor.ts'
import { keepFetched, resolveStatus } from './resolve-status.ts'

/** Pages of an outbox that are walked for the newest posts: some servers have boosts on the first ones. */
const PAGES = 4

const isOpen = (actor: ActorRow, note: NoteDoc) => ['public', 'unlisted'].includes(visibilityOf(note, actor))

/** A post of somebody, as their own server gave it, or by its address. */
async function take(
  ctx: Context,
  actor: ActorRow,
  uri: string,
  address: string,
  note: NoteDoc | undefined,
): Promise<number | undefined> {
  if (!note) return isOneOrigin(address, uri) ? (await resolveStatus(ctx, address)).statusId : undefined
  const isTheirs = note.author === uri && isOneOrigin(note.uri, uri)
  return isTheirs && isOpen(actor, note) ? (await keepFetched(ctx, note, { fresh: false })).statusId : undefined
}

async function totalAt(ctx: Context, address: string | null): Promise<number | null> {
  const { document } = address === null ? {} : await fetchDocument(ctx, address)
  return document?.kind === 'collection' ? (document.collection.total ?? null) : null
}

/**
 * Fills the profile of somebody elsewhere with their newest public posts and the ones at its top, once a day, and says
 * how many came; nobody is told of them.
 */
export async function fillProfile(ctx: Context, accountId: number): Promise<FilledProfile> {
  const uri = uriOfActor(ctx.db, { id: accountId })?.uri
  const known = uri ? actorByUri(ctx.db, { uri }) : undefined
  if (!uri || !known || known.suspendedAt !== null) return { filled: 0 }
  if ((known.filledAt ?? 0) + limits.federatedActorLasts > ctx.now()) return { filled: 0 }
  noteFilled(ctx.db, { id: accountId, now: ctx.now() })
  const actor = (await refreshActor(ctx, uri)) ?? known
  const [posts, followers, following] = await Promise.all([
    fillFrom(ctx, actor, uri),
    totalAt(ctx, actor.followersUri),
    totalAt(ctx, actor.followingUri),
  ])
  putTotals(ctx.db, { id: accountId, statuses: posts.total ?? null, followers, following })
  await pinFeatured(ctx, actor, uri)
  const { movedTo } = movedToOf(ctx.db, { id: accountId }) ?? {}
  // so that the profile can say where they are now; what is ours is known
  if (movedTo && !isOneOrigin(movedTo, ctx.config.publicUrl)) await actorAt(ctx, movedTo)
  return { filled: posts.filled }
}

async function fillFrom(
  ctx: Context,
  actor: ActorRow,
  uri: string,
): Promise<{ filled: number; total: number | undefined }> {
  if (actor.outbox === null) return { filled: 0, total: undefined }
  const { items, notes, total } = await collect(ctx, actor.outbox, { posts: limits.profilePosts, pages: PAGES })
  let filled = 0
  for (const address of items) if ((await take(ctx, actor, uri, address, notes.get(address))) !== undefined) filled += 1
  return { filled, total }
}

async function pinFeatured(ctx: Context, actor: ActorRow, uri: string): Promise<void> {
  if (actor.featuredUri === null) return
  const { items, notes } = await collect(ctx, actor.featuredUri, { posts: limits.pinnedStatuses, pages: 2 })
  for (const address of items.toReversed()) {
    const statusId = await take(ctx, actor, uri, address, notes.get(address))
    if (statusId !== undefined) putPin(ctx.db, { id: ctx.newId(), me: actor.id, statusId, now: ctx.now() })
  }
}
