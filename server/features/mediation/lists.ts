import type { MediationLine, MediationWaiting } from '../../../shared/api/mediation.ts'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { holds, type Permission } from '../../policies/roles.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { nameOf, readCase } from './cases.ts'
import { presentLine } from './present.ts'
import { casesOf } from './queries.ts'
import { roleIn } from './seats.ts'
import { countWaiting } from './triage/page.ts'

/** The viewer's cases; an invitation without an answer stands in a list of its own. */
export function readOwn(ctx: Context, { accountId }: Viewer): MediationLine[] {
  return casesOf(ctx.db, { who: nameOf(ctx, accountId), most: limits.pageMediations }).flatMap((row) => {
    const loaded = readCase(row)
    const role = roleIn(loaded, [row.role])
    const isInvitation = role === 'b' && loaded.now.state === 'invited' && loaded.now.answer === 'none'
    return role && !isInvitation ? [presentLine(loaded, role)] : []
  })
}

/** What brings a page of mediation with it, whether one has a case or not. */
const pages: readonly Permission[] = [
  'mediate',
  'coordinate_mediation',
  'see_mediation_reports',
  'oversee_mediation',
  'open_mediations',
]

/** How much waits for the viewer, for the navigation. */
export function readWaitingCount(ctx: Context, viewer: Viewer): MediationWaiting {
  const lines = casesOf(ctx.db, { who: nameOf(ctx, viewer.accountId), most: limits.pageMediations }).flatMap((row) => {
    const loaded = readCase(row)
    const role = roleIn(loaded, [row.role])
    return role ? [presentLine(loaded, role)] : []
  })
  const coordinates = holds(viewer, 'coordinate_mediation')
  const own = lines.filter((line) => line.needs_you).length
  const hasRole = pages.some((permission) => holds(viewer, permission))
  return { count: own + (coordinates ? countWaiting(ctx, viewer) : 0), any: lines.length > 0 || hasRole }
}
