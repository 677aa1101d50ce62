import type { Context } from '../../context.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Events } from '../../events.ts'
import { accountById } from '../../features/accounts/queries.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { refreshActor } from '../net/resolve-actor.ts'
import { oneOfUs } from './acts/follow.ts'
import { aliasesOf, isAliasHere, noteMoved } from './acts/queries.ts'
import { type Carried, carriers } from './carry-over.ts'

/** Where somebody moved, if the new account says that it was the old one: elsewhere by its document, here by its owner's word. */
async function movedTo(ctx: Context, old: string, target: string): Promise<number | undefined> {
  const ours = oneOfUs(ctx, target)
  if (ours) return isAliasHere(ctx.db, { accountId: ours.id, uri: old }) ? ours.id : undefined
  const row = await refreshActor(ctx, target)
  const { alsoKnownAs = '[]' } = row ? (aliasesOf(ctx.db, { id: row.id }) ?? {}) : {}
  const names: string[] = JSON.parse(alsoKnownAs)
  return row && row.suspendedAt === null && names.includes(old) ? row.id : undefined
}

/** What stood between our people and an account stands between them and the one that it moved to. Within a transaction. */
export function beginCarryOver(ctx: Context, { accountId, targetId }: Events['accountMoved']): void {
  const steps: Carried[] = ['blocks', 'mutes', 'follows', 'notes']
  for (const what of steps) carryLater(ctx, { accountId, targetId, what, after: 0 })
}

const carryLater = (ctx: Context, step: Jobs['carryOver']) =>
  ctx.queue.add('carryOver', step, { once: `carryOver:${step.accountId}:${step.targetId}:${step.what}:${step.after}` })

/** Looks whether somebody elsewhere moved, once in a while. */
export const followMove: Worker<Context, Jobs['followMove']> = {
  retryIn: (attempts) => (attempts > 3 ? undefined : attempts * limits.federatedAskAgain),
  async run(ctx, { accountId, uri, target }) {
    const targetId = await movedTo(ctx, uri, target)
    if (targetId === undefined || targetId === accountId) return
    const now = ctx.now()
    ctx.transact(() => {
      const before = now - limits.federatedMoveAgain
      if (noteMoved(ctx.db, { id: accountId, uri: target, now, before }) > 0)
        beginCarryOver(ctx, { accountId, targetId })
    })
  },
}

const AT_ONCE = 100

/** Carries some over and then the next; killed in between, it does no harm twice. */
export const carryOver: Worker<Context, Jobs['carryOver']> = {
  run(ctx, { accountId, targetId, what, after }) {
    const [old, target] = [accountById(ctx.db, { id: accountId }), accountById(ctx.db, { id: targetId })]
    if (!old || !target || target.suspendedAt !== null) return
    ctx.transact(() => {
      const last = carriers[what].some(ctx, { old, target }, { after, most: AT_ONCE })
      if (last !== undefined) carryLater(ctx, { accountId, targetId, what, after: last })
    })
  },
}
