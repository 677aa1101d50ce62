import type { Context } from '../../../context.ts'
import { forgetStatus } from '../../../features/statuses/lasting.ts'
import { statusById } from '../../../features/statuses/queries.ts'
import { whatForbidsQuote } from '../../../policies/interaction.ts'
import { readRelations } from '../../../policies/relations.ts'
import type { NoteDoc } from '../../vocab/note.ts'
import { mayTouch, postAt } from './find.ts'
import { type KnownStatus, putRemoteQuote, quotesWaiting } from './queries.ts'

/** Whether one of our posts may be quoted by somebody elsewhere: its author's choice, as for people here. */
export function mayQuote(ctx: Context, actorId: number, quoted: KnownStatus): boolean {
  const row = statusById(ctx.db, { id: quoted.id })
  if (!row || quoted.reblogOfId !== null || !mayTouch(ctx, actorId, quoted)) return false
  const { following, blocking } = readRelations(ctx.db, actorId, [quoted.accountId], ctx.now())
  const standing = {
    isAuthor: false,
    isFollower: following.has(quoted.accountId),
    isBlocking: blocking.has(quoted.accountId),
  }
  return whatForbidsQuote(row, standing) === undefined
}

/** How a quote stands before anybody was asked: of one's own it may be, of ours by the author's choice, of others it waits for their word. */
function stateOf(ctx: Context, actorId: number, quoted: KnownStatus | undefined): 'accepted' | 'rejected' | 'pending' {
  if (!quoted) return 'pending'
  // a boost is its booster's, and what it shows is not: nobody quotes by way of it
  if (quoted.reblogOfId !== null) return 'rejected'
  if (quoted.accountId === actorId) return 'accepted'
  if (quoted.local === 0) return 'pending'
  return mayQuote(ctx, actorId, quoted) ? 'accepted' : 'rejected'
}

/** Keeps what a post from elsewhere quotes; what cannot be decided here is looked into by a job. */
export function keepQuote(
  ctx: Context,
  statusId: number,
  actorId: number,
  { quoted: uri, approval }: Pick<NoteDoc, 'quoted' | 'approval'>,
): void {
  if (uri === undefined) return
  const quoted = postAt(ctx, uri)
  const state = stateOf(ctx, actorId, quoted)
  putRemoteQuote(ctx.db, {
    statusId,
    quotedId: quoted?.id ?? null,
    quotedAccountId: quoted?.accountId ?? null,
    state,
    quotedUri: uri,
    approvalUri: approval ?? null,
    now: ctx.now(),
  })
  if (state === 'pending') ctx.queue.add('checkQuote', { statusId }, { once: `checkQuote:${statusId}` })
}

/** What others quote came here: now it can be decided. */
export function settleQuotes(ctx: Context, uri: string): void {
  for (const { statusId } of quotesWaiting(ctx.db, { uri })) {
    const row = statusById(ctx.db, { id: statusId })
    if (!row) continue
    keepQuote(ctx, statusId, row.accountId, { quoted: uri, approval: undefined })
    forgetStatus(ctx, { statusId })
  }
}
