import type { QueueEntry } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { HOUR } from '../../../core/clock.ts'
import { limits } from '../../../limits.ts'
import { openFollows } from '../appeals/follow/queries.ts'
import { appealById, openAppeals } from '../appeals/queries.ts'
import { actionById, toReview } from '../decide/queries.ts'
import { openProposals } from '../proposals/queries.ts'
import { toRead } from '../reading/queries.ts'
import { type CaseRow, casesByIds } from './queries.ts'

/** A line of the queue before its names are read. */
export type Line = Pick<QueueEntry, 'what' | 'kind'> & { id: number; row: CaseRow; createdAt: number; dueAt: number }

/** How long a proposal may wait for the second person: somebody is locked out, or harm goes on. */
export const PROPOSAL_CLOCK = 24 * HOUR

/** Appeals, and what is said to their answers, with what they are about. */
function waitingAppeals(ctx: Context, most: number) {
  // what somebody says to the answer to their appeal waits as the appeal did
  const follows = openFollows(ctx.db, { most }).flatMap(({ appealId, createdAt, dueAt }) => {
    const row = appealById(ctx.db, { id: appealId })
    return row ? [{ ...row, createdAt, dueAt }] : []
  })
  return [...openAppeals(ctx.db, { most }), ...follows].map((row) => ({
    row,
    action: actionById(ctx.db, { id: row.actionId }),
  }))
}

/** What waits beside the cases themselves: appeals, proposals, second looks. */
export function waitingLines(ctx: Context): Line[] {
  const most = limits.waitingLines
  const proposals = openProposals(ctx.db, { most })
  const reviews = toReview(ctx.db, { most })
  const appeals = waitingAppeals(ctx, most)
  const readings = toRead(ctx.db, { most })
  const ids = [
    ...readings.map(({ caseId }) => caseId),
    ...proposals.map(({ caseId }) => caseId ?? 0),
    ...reviews.map(({ caseId }) => caseId),
    ...appeals.map(({ action }) => action?.caseId ?? 0),
  ]
  const cases = new Map(casesByIds(ctx.db, { ids: JSON.stringify(ids) }).map((row) => [row.id, row]))
  const line = (
    what: Line['what'],
    caseId: number | null | undefined,
    rest: Pick<Line, 'id' | 'kind' | 'createdAt' | 'dueAt'>,
  ) => {
    const row = cases.get(caseId ?? 0)
    return row ? [{ what, row, ...rest }] : []
  }
  return [
    ...proposals.flatMap(({ id, kind, caseId, createdAt }) =>
      line('proposal', caseId, { id, kind, createdAt, dueAt: createdAt + PROPOSAL_CLOCK }),
    ),
    ...reviews.flatMap(({ id, kind, caseId, createdAt, reviewDueAt }) =>
      line('review', caseId, { id, kind, createdAt, dueAt: reviewDueAt ?? createdAt }),
    ),
    ...readings.flatMap(({ id, kind, caseId, createdAt, dueAt }) =>
      line('reading', caseId, { id, kind, createdAt, dueAt }),
    ),
    ...appeals.flatMap(({ row, action }) =>
      line('appeal', action?.caseId, {
        id: row.id,
        kind: action?.kind ?? '',
        createdAt: row.createdAt,
        dueAt: row.dueAt,
      }),
    ),
  ]
}
