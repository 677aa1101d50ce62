import type { Conflict } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { limits } from '../../../limits.ts'
import { betweenCases, recordsOf, reportersIn } from './queries.ts'

/** What is known of somebody as a reporter. */
export type Record = ReturnType<typeof recordsOf>[number]

/** How the last reports of several people ended. */
export const readRecords = (ctx: Context, ids: readonly number[]): Record[] =>
  recordsOf(ctx.db, { ids: JSON.stringify([...new Set(ids)]), most: limits.reportsWeighed })

/** How far somebody’s reports proved right, from 0 to 1; a half of whom nothing is known. */
const shareOf = ({ decided, upheld }: Record): number => (upheld + 1) / (decided + 2)

/** Of several cases, how far the reports of the best reporter in each proved right. */
export function weightsOf(ctx: Context, caseIds: readonly number[]): Map<number, number> {
  const rows = reportersIn(ctx.db, { ids: JSON.stringify(caseIds) })
  const ids = rows.map(({ id }) => id)
  const shares = new Map(readRecords(ctx, ids).map((record) => [record.id, shareOf(record)]))
  const found = new Map<number, number>()
  for (const { caseId, id } of rows) found.set(caseId, Math.max(found.get(caseId) ?? 0, shares.get(id) ?? 0))
  return found
}

/** Whether somebody’s word is enough, with that of others, to hide a post while nobody looks. */
export const isTrusted = ({ joinedAt, decided, upheld }: Record, now: number): boolean =>
  joinedAt !== null && joinedAt < now - limits.trustedAfter && upheld >= limits.trustedUpheld && upheld * 2 >= decided

const order: readonly Conflict['kind'][] = ['reporter', 'block', 'follows']

/** What stands between somebody and each of several cases, the worst of it. */
export function marksOf(
  ctx: Context,
  me: number,
  cases: readonly { id: number; targetId: number | null }[],
): Map<number, Conflict['kind']> {
  const reporters = reportersIn(ctx.db, { ids: JSON.stringify(cases.map(({ id }) => id)) })
  const targets = cases.map(({ id, targetId }) => [id, targetId ?? 0])
  const pairs = JSON.stringify([...targets, ...reporters.map(({ caseId, id }) => [caseId, id])])
  const found = new Map<number, Conflict['kind']>()
  for (const { caseId, kind } of betweenCases(ctx.db, { pairs, me, now: ctx.now() })) {
    const before = found.get(caseId)
    if (kind !== 'none' && (!before || order.indexOf(kind) < order.indexOf(before))) found.set(caseId, kind)
  }
  return found
}
