import type { Context } from '../../context.ts'
import type { Worker } from '../../core/queue/worker.ts'
import { statusById } from '../../features/statuses/queries.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { askerOf } from '../../policies/strangers.ts'
import { fetchDocument } from '../net/fetch-document.ts'
import { fetchUpwards } from '../net/fetch-upwards.ts'
import { refreshActor } from '../net/resolve-actor.ts'
import { resolveStatus } from '../net/resolve-status.ts'
import { isOneOrigin } from '../vocab/json.ts'
import { removePost } from './acts/change.ts'
import { putBoost } from './acts/deeds.ts'
import { endQuote, forgetActor as removeActor } from './acts/queries.ts'
import { endUnanswered } from './acts/quote.ts'
import { postAt } from './posts/find.ts'
import { quoteWaiting, statusByUri } from './posts/queries.ts'
import { forgetSeen, forgetTombstones, uriOfActor } from './queries.ts'

const isPassing = (missing: string | undefined) => missing === 'unreachable'

/** Two tries are enough for what nobody waits for. */
const briefly = (attempts: number) => (attempts > 3 ? undefined : attempts * limits.federatedAskAgain)

/** What everybody could read at an address where it is no more is taken away here, too. */
function forgetGone(ctx: Context, uri: string): void {
  const row = statusByUri(ctx.db, { uri })
  const isOpen = row?.visibility === 'public' || row?.visibility === 'unlisted'
  if (row && isOpen) ctx.transact(() => removePost(ctx, row))
}

/** Fetches a post that was only named, and puts the boost that named it; one that is here and gone there goes. */
export const fetchPost: Worker<Context, Jobs['fetchPost']> = {
  retryIn: briefly,
  async run(ctx, { uri, boost }) {
    const { statusId, missing } = await resolveStatus(ctx, uri, { anew: !boost })
    if (isPassing(missing)) throw new Error('the server could not be reached')
    if (missing === 'gone' && !boost) forgetGone(ctx, uri)
    if (statusId === undefined || !boost) return
    ctx.transact(() => {
      const status = statusById(ctx.db, { id: statusId })
      const row = status?.uri ? statusByUri(ctx.db, { uri: status.uri }) : undefined
      if (row) putBoost(ctx, { id: boost.accountId }, row, boost)
    })
  },
}

/** Fetches what a post answers, and what that answers: up to the beginning, unless nobody here follows its author. */
export const fetchParents: Worker<Context, Jobs['fetchParents']> = {
  retryIn: briefly,
  async run(ctx, { statusId }) {
    const { isStranger, may } = askerOf(ctx, statusId)
    const most = isStranger ? limits.federatedForStrangers.ancestors : limits.federatedAncestors
    await fetchUpwards(ctx, statusId, { most, may })
  },
}

/** Fetches somebody anew. */
export const refreshActorJob: Worker<Context, Jobs['refreshActor']> = {
  retryIn: briefly,
  run: async (ctx, { uri }) => void (await refreshActor(ctx, uri)),
}

/** Deletes somebody of another server who is gone: posts first, some at a time. */
export const forgetActor = (
  erasePosts: (ctx: Context, accountId: number) => number,
): Worker<Context, Jobs['forgetActor']> => ({
  run(ctx, { accountId }) {
    if (erasePosts(ctx, accountId) > 0) return ctx.queue.add('forgetActor', { accountId })
    ctx.transact(() => {
      ctx.emit('accountRemoved', { accountId })
      removeActor(ctx.db, { id: accountId })
    })
  },
})

/** Looks whether a post from elsewhere may quote what it quotes: by the word of the quoted person's own server. */
export const checkQuote: Worker<Context, Jobs['checkQuote']> = {
  retryIn: briefly,
  async run(ctx, { statusId }) {
    const row = quoteWaiting(ctx.db, { statusId })
    if (!row?.quotedUri || row.state !== 'pending') return
    const isThere = postAt(ctx, row.quotedUri) !== undefined
    if (!isThere && !askerOf(ctx, statusId).may(row.quotedUri)) return
    const { statusId: quotedId } = await resolveStatus(ctx, row.quotedUri)
    const quoted = quotedId === undefined ? undefined : statusById(ctx.db, { id: quotedId })
    if (!quoted || quoted.reblogOfId !== null || row.approvalUri === null || !row.uri) return
    const author = uriOfActor(ctx.db, { id: quoted.accountId })?.uri
    if (!author || !isOneOrigin(row.approvalUri, author)) return
    const { document } = await fetchDocument(ctx, row.approvalUri)
    if (document?.kind !== 'approval') return
    const { approval } = document
    const holds = approval.author === author && approval.quoting === row.uri && approval.quoted === row.quotedUri
    ctx.transact(() => {
      endQuote(ctx.db, { statusId, state: holds ? 'accepted' : 'rejected' })
      ctx.emit('quoteSettled', { statusId })
    })
  },
}

/** Forgets what was taken in and deleted long ago, and ends what waits for nothing any more. */
export function sweepReceived(ctx: Context): void {
  endUnanswered(ctx)
  forgetSeen(ctx.db, { before: ctx.now() - limits.federatedSeen })
  forgetTombstones(ctx.db, { before: ctx.now() - limits.federatedTombstone })
}
