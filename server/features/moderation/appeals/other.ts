import type { Context } from '../../../context.ts'
import { forbidden } from '../../../core/errors.ts'
import { areLinked } from '../../../policies/invited.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { findCase } from '../cases/claim.ts'
import { checkConflicts, conflictsOf, type Parties, partiesOf } from '../cases/conflicts.ts'
import type { ActionRow } from '../decide/queries.ts'
import { staffOf } from '../proposals/second.ts'

const hadPart = (ctx: Context, me: number, others: readonly (number | null)[]): boolean =>
  others.some((other) => other !== null && (other === me || areLinked(ctx.db, me, other)))

const isFree = (ctx: Context, me: number, parties: Parties, others: readonly (number | null)[]): boolean =>
  !hadPart(ctx, me, others) && !conflictsOf(ctx, me, parties).some(({ hard }) => hard)

/**
 * Who decided, and who came by an invite of theirs or let them in, has no part in the answer; neither who answered
 * before, where there is somebody else. Throws 403, 404.
 */
export function checkAnswering(
  ctx: Context,
  viewer: Viewer,
  { caseId, byId, secondId }: ActionRow,
  answeredBy: number | null = null,
): void {
  const parties = partiesOf(ctx, findCase(ctx, viewer, caseId))
  const me = viewer.accountId
  checkConflicts(ctx, me, parties)
  if (hadPart(ctx, me, [byId, secondId])) {
    throw forbidden('An appeal is decided by somebody who had no part in the decision.', { code: 'second_person' })
  }
  if (answeredBy !== me) return
  if (staffOf(ctx).some((id) => isFree(ctx, id, parties, [byId, secondId, answeredBy]))) {
    throw forbidden('You answered the appeal. Somebody else reads what they say to that.', { code: 'second_person' })
  }
}
