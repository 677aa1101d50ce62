import type { Context } from '../../../context.ts'
import { holds } from '../../../policies/roles.ts'
import type { Role, Viewer } from '../../../policies/viewer.ts'
import type { AlertContent } from '../alerts.ts'
import { nameOf } from '../cases.ts'
import { partsOf } from '../queries.ts'
import { type AlertRow, peopleWithRole } from '../triage/queries.ts'

/** What somebody said about how a mediation was led, opened. */
export type Complaint = { row: AlertRow; content: AlertContent }

/** Who has to answer now: `either` where no coordinator did in time. */
type Stage = 'coordinator' | 'either' | 'steward'

/** Whether somebody has or had any part in what is complained of, or answered it before: then they never judge it. */
const isInvolved = (ctx: Context, accountId: number, { content }: Complaint): boolean =>
  content.by === accountId ||
  content.accountId === accountId ||
  content.answer?.by === accountId ||
  partsOf(ctx.db, { caseId: content.caseId ?? 0, who: nameOf(ctx, accountId) }).length > 0

const without = (ctx: Context, role: Role, complaint: Complaint): number[] =>
  peopleWithRole(ctx.db, { role })
    .map(({ accountId }) => accountId)
    .filter((accountId) => !isInvolved(ctx, accountId, complaint))

/** Who has to answer a complaint; undefined where everything is answered. */
export function stageOf(ctx: Context, complaint: Complaint): Stage | undefined {
  const { answer, further, lastAnswer } = complaint.content
  if (lastAnswer) return undefined
  if (further !== undefined) return 'steward'
  if (answer) return undefined
  if (without(ctx, 'coordinator', complaint).length === 0) return 'steward'
  return (complaint.row.dueAt ?? 0) <= ctx.now() ? 'either' : 'coordinator'
}

const rolesAt: Record<Stage, readonly Role[]> = {
  coordinator: ['coordinator'],
  either: ['coordinator', 'steward'],
  steward: ['steward'],
}

/** Everybody who could answer a complaint as it stands: of those who have to, who had no part in it. */
export function judgesOf(ctx: Context, complaint: Complaint): number[] {
  const stage = stageOf(ctx, complaint)
  if (!stage) return []
  return [...new Set(rolesAt[stage].flatMap((role) => without(ctx, role, complaint)))]
}

/** Whether the viewer can answer a complaint as it stands. */
export function mayJudge(ctx: Context, viewer: Viewer, complaint: Complaint): boolean {
  const stage = stageOf(ctx, complaint)
  if (!stage || isInvolved(ctx, viewer.accountId, complaint)) return false
  if (stage !== 'steward' && holds(viewer, 'coordinate_mediation')) return true
  return stage !== 'coordinator' && holds(viewer, 'oversee_mediation')
}

/** A complaint waits, and everybody who could answer it has a part in it, or nobody holds the role. */
export const isVacant = (ctx: Context, complaint: Complaint): boolean =>
  stageOf(ctx, complaint) !== undefined && judgesOf(ctx, complaint).length === 0

/** Whether the viewer can take their complaint on to a steward: once, when somebody else than a steward answered it. */
export const mayTakeOn = ({ accountId }: Viewer, { content: { by, answer, further } }: Complaint): boolean =>
  by === accountId && answer !== undefined && answer.last !== true && further === undefined
