import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { accountById } from '../accounts/queries.ts'
import { statusById } from '../statuses/queries.ts'
import { actionById } from './decide/queries.ts'
import { end } from './decide/undo.ts'
import { addedTo } from './marks/queries.ts'
import { gather, gatherBundle } from './reports/evidence.ts'
import { keepReport } from './reports/make.ts'
import { reportByUri } from './reports/queries.ts'

/** What another server reports of somebody here; it does not say who asked, and the same twice is one. */
export function keepFlag(
  ctx: Context,
  { uri, host, accountId: targetId, statusIds, comment }: Events['flagReceived'],
): void {
  const target = accountById(ctx.db, { id: targetId })
  if (!target || target.joinedAt === null || target.domain !== null || reportByUri(ctx.db, { uri })) return
  // seen with the eyes of whoever wrote them: the other server says which, and may have been shown private ones
  const found = gather(ctx, targetId, statusIds.slice(0, 20), [])
  const said = { comment: comment.slice(0, 1000), wish: 'unsure' as const, additions: [] }
  const rest = { kind: 'other' as const, rules: [], aboutSelf: false, autoOpen: false, forward: false }
  keepReport(ctx, { target, host, uri, found, said, ...rest })
}

/** What somebody asked to be reported while a mediation was in question becomes a report like every other. */
export function keepAsked(ctx: Context, { accountId, targetId, bundleId, text }: Events['reportAsked']): void {
  const target = accountById(ctx.db, { id: targetId })
  if (!target) return
  const found = gatherBundle(ctx, accountId, bundleId)
  const said = { comment: text, wish: 'unsure' as const, additions: [] }
  const rest = { kind: 'other' as const, rules: [], aboutSelf: false, autoOpen: false, forward: false }
  keepReport(ctx, { target, reporterId: accountId, found, said, ...rest })
}

/** An author who gives a post a warning of their own words has no more need of the one that moderators added. */
export function giveWay(ctx: Context, { statusId }: Events['statusEdited']): void {
  const added = addedTo(ctx.db, { statusId })
  const row = added && statusById(ctx.db, { id: statusId })
  if (!row || row.spoilerText === '' || added.words === '') return
  const action = actionById(ctx.db, { id: added.actionId })
  if (action && action.kind === 'cw') end(ctx, action, 'reworded', row.accountId)
}
