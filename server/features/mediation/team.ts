import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import type { Role } from '../../policies/viewer.ts'
import { loadCase, nameOf } from './cases.ts'
import { tellMember } from './notices.ts'
import { partsOf } from './queries.ts'
import { peopleWithRole } from './triage/queries.ts'

/** Tells everybody of the team who holds a role, but those for whom `isOut` says that it is not for them. */
export function tellTeam(ctx: Context, role: Role, isOut: (accountId: number) => boolean): void {
  for (const { accountId } of peopleWithRole(ctx.db, { role })) if (!isOut(accountId)) tellMember(ctx, accountId)
}

/** Whether somebody has a part in a case beside having looked at it. */
function hasPart(ctx: Context, caseId: number, accountId: number): boolean {
  return partsOf(ctx.db, { caseId, who: nameOf(ctx, accountId) }).some(({ role }) => role !== 'coordinator')
}

/** Tells coordinators when a request waits for them: new, unclear, answered, or left for two days. */
export function tellCoordinators(ctx: Context, { caseId, verb }: Events['mediationMoved']): void {
  if (!['submit', 'answer', 'second_asked', 'consent'].includes(verb)) return
  const { state, answer } = loadCase(ctx, caseId).now
  const waits = verb === 'consent' ? answer === 'check' : state === 'triage'
  if (waits) tellTeam(ctx, 'coordinator', (accountId) => hasPart(ctx, caseId, accountId))
}
