import type { Context } from '../../../context.ts'
import { boostsOf } from '../../../features/statuses/acts/queries.ts'
import { removeStatus } from '../../../features/statuses/queries.ts'
import type { Activity } from '../../vocab/activity.ts'
import { isOneOrigin } from '../../vocab/json.ts'
import { keepActor } from '../keep-actor.ts'
import { changePost } from '../posts/change.ts'
import { type KnownStatus, statusByUri } from '../posts/queries.ts'
import { type ActorRow, hideActor, putTombstone } from '../queries.ts'
import { fetchLater, withAudience } from './create.ts'
import { quotesApprovedBy } from './queries.ts'
import { settleQuote } from './quote.ts'

/** Other words of a post, or another look of a person: only of what the row here says is theirs. */
export function takeUpdate(ctx: Context, signer: ActorRow, activity: Activity): void {
  const { actor, object } = activity
  if (object.actor) {
    takeProfile(ctx, signer, actor, object.actor)
    return
  }
  const row = object.uri === undefined ? undefined : statusByUri(ctx.db, { uri: object.uri })
  if (!row || row.accountId !== signer.id || row.reblogOfId !== null) return
  const { note } = object
  if (note?.author === actor) changePost(ctx, signer, row, withAudience(note, activity), true)
  else if (object.uri !== undefined) fetchLater(ctx, object.uri)
}

function takeProfile(
  ctx: Context,
  signer: ActorRow,
  actor: string,
  doc: NonNullable<Activity['object']['actor']>,
): void {
  if (doc.uri !== actor) return
  const isSameName = doc.username.toLowerCase() === signer.username.toLowerCase() && signer.domain !== null
  // a new name counts only once its host says so
  if (isSameName)
    keepActor(ctx, doc, { username: signer.username, domain: signer.domain ?? '' }, signer.keyId ?? undefined)
  else ctx.queue.add('refreshActor', { uri: actor }, { once: `refreshActor:${actor}` })
}

/** Takes a post or boost from elsewhere away, with all that hangs on it. */
export function removePost(ctx: Context, row: KnownStatus): void {
  const boosts = boostsOf(ctx.db, { statusId: row.id })
  for (const { boostId } of boosts) ctx.emit('statusLeaves', { statusId: boostId })
  ctx.emit('statusLeaves', { statusId: row.id })
  removeStatus(ctx.db, { id: row.id })
  if (row.reblogOfId === null) ctx.emit('statusDeleted', { statusId: row.id, accountId: row.accountId })
  else ctx.emit('statusUnboosted', { boostId: row.id, statusId: row.reblogOfId, accountId: row.accountId })
  for (const boost of boosts) ctx.emit('statusUnboosted', { ...boost, statusId: row.id })
}

/** A post, or the actor themselves, is gone. What is not here yet leaves a tombstone, so that it does not come after. */
export function takeDelete(ctx: Context, signer: ActorRow, { actor, object: { uri } }: Activity): void {
  if (uri === undefined || !isOneOrigin(uri, actor)) return
  if (uri === actor) {
    ctx.emit('accountVanishing', { accountId: signer.id })
    hideActor(ctx.db, { id: signer.id, now: ctx.now() })
    ctx.emit('accountSuspended', { accountId: signer.id })
    ctx.queue.add('forgetActor', { accountId: signer.id }, { once: `forgetActor:${signer.id}` })
    return
  }
  const row = statusByUri(ctx.db, { uri })
  if (row && row.accountId !== signer.id) return
  for (const quote of quotesApprovedBy(ctx.db, { uri, accountId: signer.id })) settleQuote(ctx, quote, 'revoked')
  putTombstone(ctx.db, { uri, actor, now: ctx.now() })
  if (row) removePost(ctx, row)
}
