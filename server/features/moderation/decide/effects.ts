import type { Context } from '../../../context.ts'
import { caseById } from '../cases/queries.ts'
import { openTold } from './content.ts'
import {
  type ActionRow,
  otherHiding,
  otherStanding,
  putWarning,
  removeWarning,
  setFrozen,
  setHidden,
  setLimited,
  setSuspended,
} from './queries.ts'

/** Hides a post from everybody but its author. */
function hide(ctx: Context, statusId: number): void {
  // who listens is told while it is known who could see it
  ctx.emit('statusHidden', { statusId })
  setHidden(ctx.db, { id: statusId, at: ctx.now() })
}

function mark(ctx: Context, { id, targetId, statusId, rule, ruleVersion, content }: ActionRow): void {
  if (statusId === null) return
  const { words = '', topics = [] } = openTold(ctx, content)
  const at = { statusId, actionId: id, rule, ruleVersion, now: ctx.now() }
  putWarning(ctx.db, { ...at, words, topics: JSON.stringify(topics) })
  ctx.emit('statusMarked', { statusId, accountId: targetId ?? 0 })
}

/** Locks somebody out; whoever speaks for them is let go. */
function freeze(ctx: Context, accountId: number): void {
  setFrozen(ctx.db, { id: accountId, at: ctx.now() })
  ctx.emit('accountFrozen', { accountId })
}

/** Suspends somebody: nobody sees them, and they are locked out. */
function suspend(ctx: Context, accountId: number): void {
  ctx.emit('accountVanishing', { accountId })
  setSuspended(ctx.db, { id: accountId, at: ctx.now() })
  ctx.emit('accountSuspended', { accountId })
}

type Effect = (ctx: Context, action: ActionRow) => void

const onTarget =
  (work: (ctx: Context, accountId: number) => void): Effect =>
  (ctx, { targetId }) => {
    if (targetId !== null) work(ctx, targetId)
  }

const hideIt: Effect = (ctx, { statusId }) => {
  if (statusId !== null) hide(ctx, statusId)
}

function limit(ctx: Context, accountId: number): void {
  setLimited(ctx.db, { id: accountId, at: ctx.now() })
  ctx.emit('accountLimited', { accountId })
}

/** A removal begins as a freeze and a deletion as hiding, so that both can be undone; words alone have no effect. */
const beginnings: Partial<Record<ActionRow['kind'], Effect>> = {
  cw: mark,
  sensitive: mark,
  hide: hideIt,
  delete: hideIt,
  freeze: onTarget(freeze),
  remove: onTarget(freeze),
  limit: onTarget(limit),
  suspend: onTarget(suspend),
}

/** Lets what was decided work at once. */
export const begin: Effect = (ctx, action) => beginnings[action.kind]?.(ctx, action)

/** Cases about what a picture shows: the same one is not to come again. */
const PICTURED = ['intimate', 'children']

/** What came of it once nobody can undo it any more: the post goes, the account is closed. */
export function complete(ctx: Context, { id, caseId, kind, targetId, statusId }: ActionRow): void {
  if (kind === 'delete' && statusId !== null) {
    const about = caseById(ctx.db, { id: caseId })?.kind ?? ''
    ctx.emit('statusCondemned', { statusId, actionId: id, bars: PICTURED.includes(about) })
  }
  if (kind === 'remove' && targetId !== null) suspend(ctx, targetId)
}

const kindsOf = { freeze: ['freeze', 'remove'], limit: ['limit'], suspend: ['suspend', 'remove'] } as const

/** Whether nothing else holds the account where this did. */
const isLast = (ctx: Context, { id, targetId }: ActionRow, kinds: readonly string[]) =>
  targetId !== null && otherStanding(ctx.db, { targetId, but: id, kinds: JSON.stringify(kinds) }) === undefined

function release(ctx: Context, action: ActionRow): void {
  const { kind, targetId } = action
  if (targetId === null) return
  const holds = (name: keyof typeof kindsOf) => kind === name || (kind === 'remove' && name !== 'limit')
  if (holds('freeze') && isLast(ctx, action, kindsOf.freeze)) setFrozen(ctx.db, { id: targetId, at: null })
  if (holds('limit') && isLast(ctx, action, kindsOf.limit)) setLimited(ctx.db, { id: targetId, at: null })
  if (!holds('suspend') || !isLast(ctx, action, kindsOf.suspend)) return
  setSuspended(ctx.db, { id: targetId, at: null })
  ctx.emit('accountRestored', { accountId: targetId })
}

function showAgain(ctx: Context, { id, statusId }: ActionRow): void {
  if (statusId === null || otherHiding(ctx.db, { statusId, but: id })) return
  setHidden(ctx.db, { id: statusId, at: null })
  ctx.emit('statusShown', { statusId })
}

const unmark: Effect = (ctx, { id, targetId, statusId }) => {
  if (statusId === null || removeWarning(ctx.db, { actionId: id, statusId }) === 0) return
  ctx.emit('statusMarked', { statusId, accountId: targetId ?? 0 })
}

const endings: Partial<Record<ActionRow['kind'], Effect>> = {
  cw: unmark,
  sensitive: unmark,
  hide: showAgain,
  delete: showAgain,
  freeze: release,
  limit: release,
  suspend: release,
  remove: release,
}

/** Takes back what was done, as far as nothing else holds it; a post that was deleted stays so. */
export const takeBack: Effect = (ctx, action) => endings[action.kind]?.(ctx, action)
