import type { CaseKind } from '../../../../shared/api/moderation-team.ts'
import type { CaseAct } from '../../../../shared/api/staff-acts.ts'
import type { Context } from '../../../context.ts'
import { logAct } from '../../../core/acts/log-act.ts'
import type { Events } from '../../../events.ts'
import { accountById } from '../../accounts/queries.ts'
import { joinCase } from '../cases/join.ts'
import { caseById } from '../cases/queries.ts'
import { actionById, authorsOf, hiddenAmong, wronglyHidden } from './queries.ts'
import { take } from './take.ts'

type Found = { statusId: number; kind: CaseKind; verb: CaseAct }

/** Hides a post by a rule of ours, at once, in a case of its own, where people decide. In a transaction. */
function hideFound(ctx: Context, { statusId, kind, verb }: Found): void {
  const ids = JSON.stringify([statusId])
  const [post] = authorsOf(ctx.db, { ids })
  const target = post && accountById(ctx.db, { id: post.accountId })
  if (!target || hiddenAmong(ctx.db, { ids })) return
  const caseId = joinCase(ctx, { target, kind, reporterId: undefined })
  const row = caseById(ctx.db, { id: caseId })
  if (!row) return
  logAct(ctx, { verb, caseId, targetId: target.id, statusId })
  const at = ctx.now()
  const said = { statement: '', reason: '' }
  const taking = { row, targetId: target.id, rule: undefined, said, settlesAt: at, reviewed: false }
  take(ctx, taking, [{ kind: 'hide', status_ids: [statusId], words: '', topics: [] }])
  ctx.queue.add('settleDecision', { caseId, at }, { at })
}

function kindOf(ctx: Context, actionId: number): CaseKind {
  const first = actionById(ctx.db, { id: actionId })
  // written by us, from the same list
  return ((first && caseById(ctx.db, { id: first.caseId })?.kind) as CaseKind | undefined) ?? 'other'
}

/** The same picture as one that was deleted for harm, in another post. */
export const hideTwin = (ctx: Context, { statusId, actionId }: Events['pictureTwinFound']): void =>
  hideFound(ctx, { statusId, kind: kindOf(ctx, actionId), verb: 'twin_found' })

/** One that only looks like it: where people found it wrong to hide the post, it stays as it is. */
export function hideAlike(ctx: Context, { statusId, actionId }: Events['pictureAlikeFound']): void {
  if (wronglyHidden(ctx.db, { statusId })) return
  hideFound(ctx, { statusId, kind: kindOf(ctx, actionId), verb: 'alike_found' })
}

/** One that the operator's scanner named: what the law says of it, people find out. */
export function hideNamed(ctx: Context, { statusId }: Events['pictureNamed']): void {
  if (!wronglyHidden(ctx.db, { statusId })) hideFound(ctx, { statusId, kind: 'legal', verb: 'scanner_named' })
}
