import { z } from 'zod'
import type { CaseAction } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { logAct } from '../../../core/acts/log-act.ts'
import { conflict, forbidden, notFound } from '../../../core/errors.ts'
import { flag, id } from '../../../http/forms.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { findCase } from '../cases/claim.ts'
import { checkConflicts, type Parties, partiesOf } from '../cases/conflicts.ts'
import type { CaseRow } from '../cases/queries.ts'
import { isVacant, refusalOf } from '../proposals/second.ts'
import { type ActionRow, actionById, setReviewed } from './queries.ts'
import { end } from './undo.ts'

/** Whether what one person did alone stands. */
export const reviewForm = z.object({ id, keep: flag })

function findAction(ctx: Context, viewer: Viewer, actionId: number): { action: ActionRow; row: CaseRow } {
  const action = actionById(ctx.db, { id: actionId })
  if (!action) throw notFound()
  const row = findCase(ctx, viewer, action.caseId)
  checkConflicts(ctx, viewer.accountId, partiesOf(ctx, row))
  if (action.overAt !== null) throw conflict('This is over already.', { code: 'over' })
  return { action, row }
}

/** A second look as the case's page shows it, with why who asks is not the one, and whether nobody could be. */
export function presentReview(
  ctx: Context,
  me: number,
  { byId, reviewDueAt, reviewedAt, overAt }: ActionRow,
  parties: Parties,
): CaseAction['review'] {
  if (reviewDueAt === null) return null
  const waits = reviewedAt === null && overAt === null
  return {
    due_at: presentTime(reviewDueAt),
    done: reviewedAt !== null,
    refused: waits ? refusalOf(ctx, me, byId, parties) : null,
    vacant: waits && isVacant(ctx, byId, parties),
  }
}

/**
 * A second person looks at what one did alone because it could not wait, and lets it stand or ends it; what two decided
 * needs no look. Throws 403, 404, 409.
 */
export function review(ctx: Context, viewer: Viewer, { id: actionId, keep }: z.infer<typeof reviewForm>): void {
  ctx.transact(() => {
    const { action, row } = findAction(ctx, viewer, actionId)
    const me = viewer.accountId
    if (action.reviewDueAt === null) throw conflict('This waits for nobody to look at it.', { code: 'no_review' })
    const refused = refusalOf(ctx, me, action.byId, partiesOf(ctx, row))
    if (refused) {
      throw forbidden('Somebody else has to look at what you did, or at what was done by whom you invited.', {
        code: 'second_person',
      })
    }
    if (setReviewed(ctx.db, { id: actionId, by: me, now: ctx.now() }) === 0) {
      throw conflict('Somebody looked at this already.', { code: 'over' })
    }
    logAct(ctx, { verb: keep ? 'review_kept' : 'review_ended', byId: me, caseId: action.caseId })
    if (!keep) end(ctx, action, 'review', me)
  })
}

/** Ends something that was done before its time, but no removal: that takes an appeal. Throws 403, 404, 409. */
export function lift(ctx: Context, viewer: Viewer, actionId: number): void {
  ctx.transact(() => {
    const { action } = findAction(ctx, viewer, actionId)
    if (action.kind === 'remove') {
      throw conflict('Two people decided this. It is undone by them at once, or taken back by an appeal.', {
        code: 'needs_two',
      })
    }
    end(ctx, action, 'lifted', viewer.accountId)
  })
}
