import { createHash } from 'node:crypto'
import type { CaseAct } from '../../../shared/api/staff-acts.ts'
import type { Context } from '../../context.ts'
import { type ActRow, actsIn, insertAct, lastAct } from './queries.ts'

/**
 * What somebody who runs the community did in a case: a verb as `taken_delete`, and what it was about. `detail` holds words of
 * our own only (a rule's name, a number, a severity), never one that a person wrote: these lines are never deleted.
 */
export type Act = {
  verb: CaseAct
  /** Who did it; undefined for a clock. */
  byId?: number
  caseId?: number
  targetId?: number
  statusId?: number
  detail?: Record<string, string | number | boolean | null>
}

const start = Buffer.alloc(32)

const chain = (before: Buffer, { cursor, at, byId, verb, caseId, targetId, statusId, detail }: Omit<ActRow, 'hash'>) =>
  createHash('sha256')
    .update(before)
    .update(JSON.stringify([cursor, at, byId, verb, caseId, targetId, statusId, detail]))
    .digest()

/**
 * The same for the log that admins and stewards read: what was done and in which case. About whom is read in the case
 * alone, and what somebody did in a case about themselves is no act of staff.
 */
function tellOfAct(ctx: Context, { verb, byId, caseId, targetId, detail = {} }: Act): void {
  if (verb === 'appealed' || (byId !== undefined && byId === targetId)) return
  const { second, ...rest } = detail
  ctx.emit('staffActed', {
    accountId: byId,
    action: `case.${verb}`,
    subject: 'report',
    ...(caseId !== undefined && { subjectId: caseId, label: String(caseId) }),
    detail: { ...rest, ...(typeof second === 'number' && { by_two: true }) },
  })
}

/** Adds a line to the log of everything that those who run the community do; in the transaction of what it tells of. */
export function logAct(ctx: Context, act: Act): void {
  const { verb, byId, caseId, targetId, statusId, detail = {} } = act
  ctx.transact(() => {
    const last = lastAct(ctx.db)
    const line = {
      cursor: (last?.cursor ?? 0) + 1,
      at: ctx.now(),
      byId: byId ?? null,
      verb,
      caseId: caseId ?? null,
      targetId: targetId ?? null,
      statusId: statusId ?? null,
      detail: JSON.stringify(detail),
    }
    const { cursor, ...fields } = line
    insertAct(ctx.db, { id: cursor, ...fields, hash: chain(last?.hash ?? start, line) })
    tellOfAct(ctx, act)
  })
}

/** Lines of the log that are read at a time. */
const STRETCH = 1000

/** The number of the first line of the log that was changed, or before which one was taken out; undefined where it is whole. */
export function firstBrokenAct(ctx: Context): number | undefined {
  let before: Buffer = start
  let above = 0
  for (;;) {
    const rows = actsIn(ctx.db, {}, { below: Number.MAX_SAFE_INTEGER, above, ascending: true, most: STRETCH })
    for (const row of rows) {
      before = chain(before, row)
      if (row.cursor !== above + 1 || !before.equals(row.hash)) return row.cursor
      above = row.cursor
    }
    if (rows.length < STRETCH) return undefined
  }
}
