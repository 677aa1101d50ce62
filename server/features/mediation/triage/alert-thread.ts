import type { Context } from '../../../context.ts'
import { forbidden, notFound } from '../../../core/errors.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentStatuses } from '../../statuses/present.ts'
import { raiseAlert } from '../alerts.ts'
import { nameOf } from '../cases.ts'
import { tellTeam } from '../team.ts'
import { countAlerts } from './queries.ts'

/** Lets coordinators know about a thread; nobody in it is told, and who did so is not kept. Throws 403 and 404. */
export function alertThread(ctx: Context, viewer: Viewer, statusId: number): void {
  const who = nameOf(ctx, viewer.accountId)
  const since = ctx.now() - limits.threadAlertsTime
  if ((countAlerts(ctx.db, { kind: 'thread', who, since })?.count ?? 0) >= limits.threadAlerts) {
    throw forbidden('You can let the team know about two threads a week.', { code: 'two_a_week' })
  }
  if (presentStatuses(ctx, viewer, [statusId]).length === 0) throw notFound()
  ctx.transact(() => {
    raiseAlert(ctx, { kind: 'thread', who, content: { statusIds: [statusId] }, lasts: limits.mediationAlertKept })
    tellTeam(ctx, 'coordinator', (id) => id === viewer.accountId)
  })
}
