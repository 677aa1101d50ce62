import { moves } from '../../../shared/locales/en/moves.ts'
import type { Context } from '../../context.ts'
import { acctOf } from '../../features/accounts/present.ts'
import type { AccountRow } from '../../features/accounts/queries.ts'
import { blockedByDomain } from '../../features/relations/domains/queries.ts'
import { endFollow } from '../../features/relations/end-follow.ts'
import {
  mutesOf,
  notesOf,
  putBlock,
  putFollow,
  putMute,
  putNote,
  putRequest,
  removeRequest,
} from '../../features/relations/queries.ts'
import { limits } from '../../limits.ts'
import { readRelations } from '../../policies/relations.ts'
import { blockersHere, followersHere, mutersHere, notersHere } from './acts/queries.ts'

/** An account, and the one that it moved to. */
export type Way = { old: AccountRow; target: AccountRow }

type Row = { id: number; accountId: number }
type Carrier<Of extends Row> = {
  whom(db: Context['db'], range: { targetId: number; after: number; most: number }): Of[]
  carry(ctx: Context, row: Of, way: Way): void
}

const one = (id: number) => JSON.stringify([id])

/** What somebody noted of the old account, and why they find the new one blocked or paused, for themselves alone. */
function noteWhy(ctx: Context, me: number, { old, target }: Way, why: string): void {
  if (notesOf(ctx.db, { me, ids: one(target.id) }).length > 0) return
  const [before] = notesOf(ctx.db, { me, ids: one(old.id) })
  const note = [why, ...(before ? [ctx.vault.open(before.note)] : [])].join('\n\n').slice(0, limits.accountNote)
  putNote(ctx.db, { accountId: me, targetId: target.id, note: ctx.vault.seal(note) })
}

/** One follow goes over, as a request where the new account or its server answers; who is shut out there stays where they are. */
function carryFollow(ctx: Context, row: ReturnType<typeof followersHere>[number], { old, target }: Way): void {
  const { accountId: me, showReblogs, notify, languages } = row
  const pair = { accountId: me, targetId: target.id }
  const { following, blocking, blockedBy } = readRelations(ctx.db, me, [target.id], ctx.now())
  const isOfBlocked = blockedByDomain(ctx.db, { me, ids: one(target.id) }).length > 0
  if (me === target.id || isOfBlocked || blocking.has(target.id) || blockedBy.has(target.id)) return
  const follow = { ...pair, id: ctx.newId(), showReblogs, notify, languages, now: ctx.now() }
  const isAsked = target.domain !== null || target.locked === 1 || target.limitedAt !== null
  if (!following.has(target.id)) {
    if (isAsked) putRequest(ctx.db, follow)
    else {
      removeRequest(ctx.db, pair)
      putFollow(ctx.db, follow)
    }
    ctx.emit(isAsked ? 'followRequested' : 'followed', pair)
  }
  endFollow(ctx, { accountId: me, targetId: old.id }, me)
}

/** Who is blocked does not come back by moving; whom somebody follows there already is meant to be there. */
function carryBlock(ctx: Context, { accountId: me }: Row, way: Way): void {
  const targetId = way.target.id
  const { following, blocking } = readRelations(ctx.db, me, [targetId], ctx.now())
  if (me === targetId || following.has(targetId) || blocking.has(targetId)) return
  const pair = { accountId: me, targetId }
  for (const ended of [pair, { accountId: targetId, targetId: me }]) endFollow(ctx, ended, me)
  putBlock(ctx.db, { ...pair, id: ctx.newId(), now: ctx.now() })
  ctx.emit('blocked', pair)
  noteWhy(ctx, me, way, moves.blocked(`@${acctOf(way.old)}`))
}

function carryMute(ctx: Context, row: ReturnType<typeof mutersHere>[number], way: Way): void {
  const { accountId: me, notifications, expiresAt } = row
  const targetId = way.target.id
  const { following } = readRelations(ctx.db, me, [targetId], ctx.now())
  const isMuted = mutesOf(ctx.db, { me, ids: one(targetId), now: ctx.now() }).length > 0
  if (me === targetId || following.has(targetId) || isMuted) return
  putMute(ctx.db, { id: ctx.newId(), accountId: me, targetId, notifications, expiresAt, now: ctx.now() })
  ctx.emit('muted', { accountId: me, targetId, notifications: notifications === 1 })
  noteWhy(ctx, me, way, moves.muted(`@${acctOf(way.old)}`))
}

const carrier = <Of extends Row>({ whom, carry }: Carrier<Of>) => ({
  /** Carries the next some over; gives the last of them. */
  some(ctx: Context, way: Way, range: { after: number; most: number }): number | undefined {
    const rows = whom(ctx.db, { targetId: way.old.id, ...range })
    for (const row of rows) carry(ctx, row, way)
    return rows.at(-1)?.id
  },
})

/** What stands between people here and an account, in the order in which it is carried over to the one that it moved to. */
export const carriers = {
  blocks: carrier({ whom: blockersHere, carry: carryBlock }),
  mutes: carrier({ whom: mutersHere, carry: carryMute }),
  follows: carrier({ whom: followersHere, carry: carryFollow }),
  notes: carrier({
    whom: notersHere,
    carry: (ctx, { accountId }, way) => noteWhy(ctx, accountId, way, moves.noted(`@${acctOf(way.old)}`)),
  }),
}
/** One of {@link carriers}. */
export type Carried = keyof typeof carriers
