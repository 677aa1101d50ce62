import type { Context } from '../../../context.ts'
import { DAY } from '../../../core/clock.ts'
import { limits } from '../../../limits.ts'
import { apart } from '../../../policies/invited.ts'
import { caseById } from '../cases/queries.ts'
import { authorsOf } from '../decide/queries.ts'
import { take } from '../decide/take.ts'
import { isAnybodyThere } from '../notes/notes.ts'
import { hiddenBefore, reportersOfPost } from '../weigh/queries.ts'
import { isTrusted, readRecords } from '../weigh/weigh.ts'
import { postsOfReports, reportById } from './queries.ts'

function isReportedByTrusted(ctx: Context, statusId: number): boolean {
  if (hiddenBefore(ctx.db, { statusId })) return false
  const since = ctx.now() - limits.hiddenAtOnce
  const ids = reportersOfPost(ctx.db, { statusId, since }).map(({ id }) => id)
  if (ids.length < limits.autoHideReports) return false
  const trusted = readRecords(ctx, ids).filter((record) => isTrusted(record, ctx.now()))
  // accounts of one line of invites count once
  return (
    apart(
      ctx.db,
      trusted.map(({ id }) => id),
    ).length >= limits.autoHideReports
  )
}

/**
 * While nobody is on duty, a post that several people report whose reports proved right before is hidden for a day, and
 * somebody looks at that. In a transaction.
 */
export function autoHide(ctx: Context, reportId: number): void {
  const report = reportById(ctx.db, { id: reportId })
  const row = report && caseById(ctx.db, { id: report.caseId })
  if (!row || row.targetId === null || isAnybodyThere(ctx)) return
  const ids = postsOfReports(ctx.db, { ids: JSON.stringify([reportId]) }).map(({ statusId }) => statusId)
  const theirs = authorsOf(ctx.db, { ids: JSON.stringify(ids) }).filter(({ accountId }) => accountId === row.targetId)
  const status_ids = theirs.map(({ id }) => id).filter((statusId) => isReportedByTrusted(ctx, statusId))
  if (status_ids.length === 0) return
  const said = { statement: '', reason: '' }
  const at = ctx.now()
  const taking = { row, targetId: row.targetId, rule: undefined, said, settlesAt: at, reviewed: false }
  take(ctx, taking, [{ kind: 'hide', status_ids, words: '', topics: [], days: limits.hiddenAtOnce / DAY }])
  ctx.queue.add('settleDecision', { caseId: row.id, at }, { at })
}
