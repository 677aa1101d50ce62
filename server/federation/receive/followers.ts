import type { Context } from '../../context.ts'
import { createMemo, type Memo } from '../../core/memo.ts'
import type { Worker } from '../../core/queue/worker.ts'
import { removeFollow, requestOf } from '../../features/relations/queries.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { actorUri } from '../addresses.ts'
import { readParameters } from '../crypto/verify.ts'
import { digestOf } from '../documents/synchronization.ts'
import { collect } from '../net/collection.ts'
import { addressOf, isOneOrigin } from '../vocab/json.ts'
import { oneOfUs } from './acts/follow.ts'
import { allFollowersHere } from './acts/queries.ts'
import type { ActorRow } from './queries.ts'

/** What servers said last of their lists, by whose followers they are; after a restart they say it again. */
type Said = Memo<number, { url: string; digest: string }>

const memos = new WeakMap<Context, Said>()

function lastSaid(ctx: Context): Said {
  const memo: Said = memos.get(ctx) ?? createMemo(2000)
  memos.set(ctx, memo)
  return memo
}

/**
 * What came with an activity says who of us follows its actor there (FEP-8fcf): that is compared a little later, since
 * answers may be under way. Only the actor's own list counts, at an address of their own server.
 */
export function compareLater(ctx: Context, signer: ActorRow, uri: string, header: string | undefined): void {
  const said = header === undefined || header.length > limits.federatedSignature ? undefined : readParameters(header)
  const url = addressOf(said?.get('url'))
  const digest = said?.get('digest')?.toLowerCase() ?? ''
  if (!url || !isOneOrigin(url, uri) || !/^[0-9a-f]{64}$/.test(digest)) return
  if (signer.followersUri === null || said?.get('collectionId') !== signer.followersUri) return
  const at = ctx.now() + limits.federatedCompare
  lastSaid(ctx).keep(signer.id, { url, digest })
  ctx.queue.add('compareFollowers', { accountId: signer.id }, { at, once: `compareFollowers:${signer.id}` })
}

const followersOf = (ctx: Context, targetId: number) =>
  allFollowersHere(ctx.db, { targetId }).map(({ accountId }) => accountId)

/** Who of us follows somebody only here does so no more; who does only there has it taken back there. */
function agree(ctx: Context, targetId: number, listed: readonly string[]): void {
  const there = new Set(listed.flatMap((address) => oneOfUs(ctx, address)?.id ?? []))
  const here = new Set(followersOf(ctx, targetId))
  for (const accountId of here.difference(there)) {
    removeFollow(ctx.db, { accountId, targetId })
    ctx.emit('unfollowed', { accountId, targetId, by: targetId })
  }
  for (const accountId of there.difference(here)) {
    // a yes may be on its way
    if (!requestOf(ctx.db, { accountId, targetId })) ctx.emit('unfollowed', { accountId, targetId })
  }
}

/** Compares who of us follows somebody with what their server says, and mends the difference; what moved on waits for its next word. */
export const compareFollowers: Worker<Context, Jobs['compareFollowers']> = {
  retryIn: (attempts) => (attempts > 3 ? undefined : attempts * limits.federatedAskAgain),
  async run(ctx, { accountId }) {
    const said = lastSaid(ctx).get(accountId)
    if (!said) return
    const { url, digest } = said
    const here = followersOf(ctx, accountId).map((id) => actorUri(ctx, id))
    if (digestOf(here) === digest) return
    const { people: posts, pages } = limits.federatedFollowers
    const { items, missing } = await collect(ctx, url, { posts, pages })
    if (missing === 'unreachable') throw new Error('the server could not be reached')
    if (missing || digestOf(items) !== digest) return
    ctx.transact(() => agree(ctx, accountId, items))
  },
}
