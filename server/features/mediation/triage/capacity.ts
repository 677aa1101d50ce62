import type { MediationTriage } from '../../../../shared/api/mediation-team.ts'
import type { Context } from '../../../context.ts'
import { loadOf, mediatorsNow } from '../matching/mediators.ts'

/** How much room there is, for everybody alike. */
export function readCapacity(ctx: Context): MediationTriage['capacity'] {
  const mediators = mediatorsNow(ctx)
  const loads = loadOf(ctx, mediators)
  const open = mediators.reduce((sum, { accountId }) => sum + (loads.get(accountId) ?? 0), 0)
  const present = mediators.filter(({ isAway }) => !isAway)
  const free = present.reduce(
    (sum, { accountId, maxOpen }) => sum + Math.max(0, maxOpen - (loads.get(accountId) ?? 0)),
    0,
  )
  return {
    mediators: mediators.length,
    away: mediators.length - present.length,
    open_cases: open,
    free_places: free,
  }
}
