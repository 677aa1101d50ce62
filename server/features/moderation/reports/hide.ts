import type { Context } from '../../../context.ts'
import { DAY } from '../../../core/clock.ts'
import { limits } from '../../../limits.ts'
import { caseById } from '../cases/queries.ts'
import { authorsOf } from '../decide/queries.ts'
import { take } from '../decide/take.ts'
import { countHiding, postsOfReports, reportById } from './queries.ts'

/**
 * What exposes somebody is hidden at once on their own word until somebody has looked: their private information for a
 * day, intimate images of them until that has to be decided. One person's word does so a few times a week. In a transaction.
 */
export function hideAtOnce(ctx: Context, me: number, reportId: number): void {
  const report = reportById(ctx.db, { id: reportId })
  const isOwn = report?.aboutSelf === 1 && (report.kind === 'private' || report.kind === 'intimate')
  const row = isOwn && caseById(ctx.db, { id: report.caseId })
  if (!row || row.targetId === null) return
  const { count = 0 } = countHiding(ctx.db, { me, since: ctx.now() - limits.hidesAtOnceTime }) ?? {}
  if (count > limits.hidesAtOnce) return
  const ids = postsOfReports(ctx.db, { ids: JSON.stringify([reportId]) }).map(({ statusId }) => statusId)
  const there = authorsOf(ctx.db, { ids: JSON.stringify(ids) }).filter(({ accountId }) => accountId === row.targetId)
  if (there.length === 0) return
  const status_ids = there.map(({ id }) => id)
  const days = (report.kind === 'intimate' ? limits.intimateWithin : limits.hiddenAtOnce) / DAY
  const said = { statement: '', reason: '' }
  const at = ctx.now()
  const taking = { row, targetId: row.targetId, rule: undefined, said, settlesAt: at, reviewed: true }
  take(ctx, taking, [{ kind: 'hide', status_ids, words: '', topics: [], days }])
  ctx.queue.add('settleDecision', { caseId: row.id, at }, { at })
}
