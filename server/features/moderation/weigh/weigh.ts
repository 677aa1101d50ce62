import type { Conflict } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { limits } from '../../../limits.ts'
import { recordsOf, reportersIn, standsTo } from './queries.ts'

/** What is known of somebody as a reporter. */
export type Record = ReturnType<typeof recordsOf>[number]

/** How the last reports of several people ended. */
export const readRecords = (ctx: Context, ids: readonly number[]): Record[] =>
  recordsOf(ctx.db, { ids: JSON.stringify([...new Set(ids)]), most: limits.reportsWeighed })

/** How far somebody’s reports proved right, from 0 to 1; a half of whom nothing is known. */
const shareOf = ({ decided, upheld }: Record): number => (upheld + 1) / (decided + 2)

/** Who reported in which of several cases. */
export type Reporters = ReturnType<typeof reportersIn>

/** Who reported in several cases. */
export const readReporters = (ctx: Context, caseIds: readonly number[]): Reporters =>
  caseIds.length === 0 ? [] : reportersIn(ctx.db, { ids: JSON.stringify(caseIds) })

/** Of several cases, how far the reports of the best reporter in each proved right. */
export function weightsOf(ctx: Context, rows: Reporters): Map<number, number> {
  const ids = rows.map(({ id }) => id)
  const shares = new Map(readRecords(ctx, ids).map((record) => [record.id, shareOf(record)]))
  const found = new Map<number, number>()
  for (const { caseId, id } of rows) found.set(caseId, Math.max(found.get(caseId) ?? 0, shares.get(id) ?? 0))
  return found
}

/** Whether somebody’s word is enough, with that of others, to hide a post while nobody looks. */
export const isTrusted = ({ joinedAt, decided, upheld }: Record, now: number): boolean =>
  joinedAt !== null && joinedAt < now - limits.trustedAfter && upheld >= limits.trustedUpheld && upheld * 2 >= decided

/** What stands between somebody and each of several cases, the worst of it. */
export function marksOf(
  ctx: Context,
  me: number,
  cases: readonly { id: number; targetId: number | null }[],
  reporters: Reporters,
): Map<number, Conflict['kind']> {
  const pairs = [...cases.map(({ id, targetId }) => ({ caseId: id, id: targetId ?? 0 })), ...reporters]
  const ids = JSON.stringify([...new Set(pairs.map(({ id }) => id))])
  const stands = standsTo(ctx.db, { me, ids, now: ctx.now() })
  const blocked = new Set(stands.flatMap(({ id, kind }) => (kind === 'block' ? [id] : [])))
  const followed = new Set(stands.flatMap(({ id, kind }) => (kind === 'follows' ? [id] : [])))
  const found = new Map<number, Conflict['kind']>()
  for (const { caseId, id } of pairs) if (followed.has(id)) found.set(caseId, 'follows')
  for (const { caseId, id } of pairs) if (blocked.has(id)) found.set(caseId, 'block')
  for (const { caseId, id } of reporters) if (id === me) found.set(caseId, 'reporter')
  return found
}
