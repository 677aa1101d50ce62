import type { CaseKind } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { logAct } from '../../../core/acts/log-act.ts'
import type { Events } from '../../../events.ts'
import { accountById } from '../../accounts/queries.ts'
import { joinCase } from '../cases/join.ts'
import { caseById } from '../cases/queries.ts'
import { actionById, authorsOf, hiddenAmong } from './queries.ts'
import { take } from './take.ts'

/**
 * The same picture as one that was deleted for harm, in another post: hidden at once in a case of its own, where people
 * decide. In a transaction.
 */
export function hideTwin(ctx: Context, { statusId, actionId }: Events['pictureTwinFound']): void {
  const ids = JSON.stringify([statusId])
  const [post] = authorsOf(ctx.db, { ids })
  const target = post && accountById(ctx.db, { id: post.accountId })
  if (!target || hiddenAmong(ctx.db, { ids })) return
  const first = actionById(ctx.db, { id: actionId })
  // written by us, from the same list
  const kind = (first && caseById(ctx.db, { id: first.caseId })?.kind) as CaseKind | undefined
  const caseId = joinCase(ctx, { target, kind: kind ?? 'other', reporterId: undefined })
  const row = caseById(ctx.db, { id: caseId })
  if (!row) return
  logAct(ctx, { verb: 'twin_found', caseId, targetId: target.id, statusId })
  const at = ctx.now()
  const said = { statement: '', reason: '' }
  const taking = { row, targetId: target.id, rule: undefined, said, settlesAt: at, reviewed: false }
  take(ctx, taking, [{ kind: 'hide', status_ids: [statusId], words: '', topics: [] }])
  ctx.queue.add('settleDecision', { caseId, at }, { at })
}
