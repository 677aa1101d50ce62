import type { CaseKind, QueueEntry } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { limits } from '../../../limits.ts'
import { nextDuty } from '../notes/queries.ts'
import { urgencyOf } from './kinds.ts'
import { hurryExposed } from './queries.ts'

/** Green until half of the time is over, then amber, then late. */
export function clockAt(createdAt: number, dueAt: number, now: number): QueueEntry['clock'] {
  if (now >= dueAt) return 'late'
  return now >= createdAt + (dueAt - createdAt) / 2 ? 'amber' : 'green'
}

/** Until when somebody means to have decided what came at a time (ms): private information by who is on duty. */
export function dueOf(ctx: Context, kind: CaseKind, from: number): number {
  const due = from + limits.caseClocks[urgencyOf(kind)]
  if (kind !== 'doxxing') return due
  const { beginsAt } = nextDuty(ctx.db, { now: ctx.now() }) ?? {}
  if (beginsAt === undefined) return from + limits.exposedOffDuty
  return Math.min(from + limits.exposedOffDuty, Math.max(due, beginsAt + limits.caseClocks.danger))
}

/** Somebody is on duty from a time on (ms): within the hour after it they decide what exposes somebody. */
export const hurry = (ctx: Context, beginsAt: number): void => {
  hurryExposed(ctx.db, { dueAt: Math.max(beginsAt, ctx.now()) + limits.caseClocks.danger })
}
