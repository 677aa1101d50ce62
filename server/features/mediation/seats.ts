import type { MediationRole } from '../../../shared/api/mediation.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { holds } from '../../policies/roles.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { type Loaded, nameOf, readCase } from './cases.ts'
import { type CaseRow, caseById, type MemberRole, partsOf } from './queries.ts'

/** Somebody's place in a case: what they may read and do follows from it. `isGuest`: they are of another server. */
export type Seat = { case: Loaded; role: MediationRole; viewer: Viewer; isGuest?: true }

/** Whether the person invited knows of it: not before it was delivered, and not after it ended without an answer. */
export const isKnownToB = ({ now }: Loaded): boolean =>
  now.reach === 'delivered' && (now.state === 'invited' || now.answer !== 'none')

const past: readonly MemberRole[] = ['past_mediator', 'coordinator']

/** The role that somebody with these parts in a case has now. A past part gives none. */
export function roleIn(loaded: Loaded, parts: readonly MemberRole[]): MediationRole | undefined {
  const role = parts.find((part) => !past.includes(part)) as MediationRole | undefined
  if (loaded.now.state === 'purged') return undefined
  return role === 'b' && !isKnownToB(loaded) ? undefined : role
}

/** Whether somebody of the team may look at a request: only while it waits for that, and only without a part in it. */
function asCoordinator(viewer: Viewer, row: CaseRow, parts: readonly MemberRole[]): MediationRole | undefined {
  const free = parts.every((part) => part === 'coordinator')
  return row.inTriage === 1 && free && holds(viewer, 'coordinate_mediation') ? 'coordinator' : undefined
}

/** The viewer's place in a case. Throws 404 for everybody else, whether there is such a case or not. */
export function findSeat(ctx: Context, viewer: Viewer, id: number): Seat {
  const row = caseById(ctx.db, { id })
  if (!row) throw notFound()
  const parts = partsOf(ctx.db, { caseId: id, who: nameOf(ctx, viewer.accountId) }).map(({ role }) => role)
  const loaded = readCase(row)
  const role = roleIn(loaded, parts) ?? asCoordinator(viewer, row, parts)
  if (!role) throw notFound()
  return { case: loaded, role, viewer }
}
