import type { Context } from '../../../context.ts'
import { logAct } from '../../../core/acts/log-act.ts'
import { actsOfCase } from '../../../core/acts/queries.ts'
import { conflict, forbidden } from '../../../core/errors.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { findCase } from '../cases/claim.ts'
import type { CaseRow } from '../cases/queries.ts'
import { takeBack } from './effects.ts'
import { type ActionRow, actionsOfCase, endOne } from './queries.ts'
import { openAgain } from './reopen.ts'
import { tellOver } from './tell.ts'

/** Why something is over. */
export type OverWhy = NonNullable<ActionRow['overWhy']>

/** Ends something that was done and takes its effect back, as far as nothing else holds it. In a transaction. */
export function end(ctx: Context, action: ActionRow, why: OverWhy, by: number | undefined): void {
  if (endOne(ctx.db, { id: action.id, now: ctx.now(), by: by ?? null, why }) === 0) return
  takeBack(ctx, action)
  logAct(ctx, {
    verb: `ended_${action.kind}`,
    ...(by !== undefined && { byId: by }),
    caseId: action.caseId,
    ...(action.targetId !== null && { targetId: action.targetId }),
    ...(action.statusId !== null && { statusId: action.statusId }),
    detail: { why, rule: action.rule, version: action.ruleVersion },
  })
  tellOver(ctx, action, why)
  ctx.emit('actionOver', { actionId: action.id })
}

const fresh = (ctx: Context, caseId: number): ActionRow[] =>
  actionsOfCase(ctx.db, { caseId }).filter(
    ({ settledAt, overAt, settlesAt }) => settledAt === null && overAt === null && settlesAt > ctx.now(),
  )

const isYoung = (ctx: Context, decidedAt: number) => decidedAt + limits.decisionUndo > ctx.now()

/** Whether this person decided what can still be undone: did it, agreed to it, or closed the case without doing anything. */
export function mayUndo(ctx: Context, me: number, { id, state, decidedAt }: CaseRow): boolean {
  const left = fresh(ctx, id)
  if (left.length > 0) return left.every(({ byId, secondId }) => byId === me || secondId === me)
  if (state !== 'decided' || decidedAt === null || !isYoung(ctx, decidedAt)) return false
  return actsOfCase(ctx.db, { caseId: id }).findLast(({ verb }) => verb === 'case_decided')?.byId === me
}

/**
 * Undoes what was decided last, within its ten minutes: as if it had not been, but for the log. Throws 404, 403 for who
 * did not decide it, 409 past its time.
 */
export function undo(ctx: Context, viewer: Viewer, caseId: number): void {
  ctx.transact(() => {
    const row = findCase(ctx, viewer, caseId)
    const me = viewer.accountId
    const actions = fresh(ctx, caseId)
    const open = row.decidedAt !== null && row.state === 'decided' && isYoung(ctx, row.decidedAt)
    if (actions.length === 0 && !open) throw conflict('It is too late to undo this; people were told.')
    if (!mayUndo(ctx, me, row)) throw forbidden()
    for (const action of actions.toReversed()) end(ctx, action, 'undone', me)
    if (row.state === 'decided') openAgain(ctx, row)
    logAct(ctx, { verb: 'decision_undone', byId: me, caseId })
  })
}
