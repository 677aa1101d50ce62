import type { ProposalView } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { areLinked } from '../../../policies/invited.ts'
import { rolesThatMay } from '../../../policies/roles.ts'
import { membersWithRoles } from '../../accounts/queries.ts'
import { conflictsOf, type Parties } from '../cases/conflicts.ts'
import { ableStaff } from './staff/queries.ts'

/** Why somebody cannot be the second person to decide what `byId` proposed; undefined for who can. */
export function refusalOf(ctx: Context, me: number, byId: number | null, parties: Parties): ProposalView['refused'] {
  if (byId === me) return 'own'
  if (byId !== null && areLinked(ctx.db, me, byId)) return 'invite'
  return conflictsOf(ctx, me, parties).some(({ hard }) => hard) ? 'conflict' : null
}

/** Those who may decide on reports and can log in. */
export function staffOf(ctx: Context): number[] {
  const held = membersWithRoles(ctx.db, { roles: JSON.stringify(rolesThatMay('confirm_removals')) })
  return ableStaff(ctx.db, { ids: JSON.stringify(held.map(({ accountId }) => accountId)) }).map(({ id }) => id)
}

/** Whether there is nobody who could be the second person. */
export const isVacant = (ctx: Context, byId: number | null, parties: Parties): boolean =>
  staffOf(ctx).every((id) => refusalOf(ctx, id, byId, parties) !== null)
