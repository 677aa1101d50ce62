import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { readSettings } from '../settings/queries.ts'
import { expectedWait } from './present.ts'
import { applicationOf } from './queries.ts'

/** What newcomers are asked; where the community has no question of its own, the plainest one. */
export const readQuestion = (ctx: Context): string =>
  readSettings(ctx.db).question || 'What brings you here? One or two sentences is plenty.'

/** What somebody who waits for approval was asked and answered. Throws 404 for everyone else. */
export function readApplication(ctx: Context, { accountId }: Viewer) {
  const found = applicationOf(ctx.db, { accountId })
  if (!found?.appliedAt) throw notFound('No application of yours waits here.')
  return {
    question: readQuestion(ctx),
    answer: found.reason,
    expected_wait_hours: expectedWait(ctx),
    applied_at: new Date(found.appliedAt).toISOString(),
  }
}
