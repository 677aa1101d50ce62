import type { Context } from '../../context.ts'
import { createMemo, type Memo } from '../../core/memo.ts'
import { limits } from '../../limits.ts'
import { decisionFor } from '../../policies/domains.ts'
import { keepActor } from '../receive/keep-actor.ts'
import { type ActorRow, actorByHandle, actorByUri } from '../receive/queries.ts'
import type { ActorDoc } from '../vocab/actor.ts'
import { hostOf } from '../vocab/json.ts'
import { fetchDocument } from './fetch-document.ts'
import { findActor, type Handle, handleOf, readHandle } from './webfinger.ts'

const underWay = new WeakMap<Context, Map<string, Promise<ActorRow | undefined>>>()
const failures = new WeakMap<Context, Memo<string, number>>()

function failuresOf(ctx: Context): Memo<string, number> {
  const memo = failures.get(ctx) ?? createMemo<string, number>(5000)
  failures.set(ctx, memo)
  return memo
}

/** The handle that counts for an actor, asked of its host unless that was done lately. */
export async function checkHandle(ctx: Context, doc: ActorDoc): Promise<Handle | undefined> {
  const known = actorByUri(ctx.db, { uri: doc.uri })
  const lately = (known?.handleCheckedAt ?? 0) + limits.federatedActorLasts > ctx.now()
  const isSame = known?.username.toLowerCase() === doc.username.toLowerCase() && known.domain !== null
  if (known && lately && isSame) return { username: known.username, domain: known.domain ?? '' }
  const own = doc.handle === undefined ? undefined : readHandle(doc.handle)
  const claimed = own ?? readHandle(`${doc.username}@${hostOf(doc.uri)}`)
  return claimed && handleOf(ctx, doc.uri, claimed)
}

async function fetchAndKeep(ctx: Context, uri: string, keyId: string | undefined): Promise<ActorRow | undefined> {
  const { document } = await fetchDocument(ctx, uri)
  if (document?.kind !== 'actor') return undefined
  const { actor } = document
  const handle = await checkHandle(ctx, actor)
  if (!handle || decisionFor(ctx.db, handle.domain).cutOff) return undefined
  ctx.transact(() => keepActor(ctx, actor, handle, keyId))
  return actorByUri(ctx.db, { uri: actor.uri })
}

/** Fetches somebody anew, whatever is known of them; two who ask at once share one fetch, and who failed waits a while. */
export function refreshActor(ctx: Context, uri: string, keyId?: string): Promise<ActorRow | undefined> {
  const failed = failuresOf(ctx).get(uri)
  if (failed !== undefined && failed + limits.federatedAskAgain > ctx.now()) return Promise.resolve(undefined)
  const asking = underWay.get(ctx) ?? new Map<string, Promise<ActorRow | undefined>>()
  underWay.set(ctx, asking)
  const begun =
    asking.get(uri) ??
    fetchAndKeep(ctx, uri, keyId)
      .then((row) => {
        if (row) failuresOf(ctx).forget(uri)
        else failuresOf(ctx).keep(uri, ctx.now())
        return row
      })
      .finally(() => asking.delete(uri))
  asking.set(uri, begun)
  return begun
}

/** Somebody of another server by their address: known, or else fetched. Whom it only leads to is somebody else. */
export async function actorAt(ctx: Context, uri: string): Promise<ActorRow | undefined> {
  const known = actorByUri(ctx.db, { uri })
  if (known) return known
  await refreshActor(ctx, uri)
  return actorByUri(ctx.db, { uri })
}

/** Somebody of another server by their handle, as their host spells it. */
export async function actorNamed(ctx: Context, handle: Handle): Promise<ActorRow | undefined> {
  const known = actorByHandle(ctx.db, { domain: handle.domain, key: handle.username.toLowerCase() })
  const row = known?.uri ? actorByUri(ctx.db, { uri: known.uri }) : undefined
  if (row && row.fetchedAt + limits.federatedActorLasts > ctx.now()) return row
  const uri = await findActor(ctx, handle)
  return (uri === undefined ? undefined : await refreshActor(ctx, uri)) ?? row
}
