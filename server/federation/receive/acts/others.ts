import type { Context } from '../../../context.ts'
import { limits } from '../../../limits.ts'
import { decisionFor } from '../../../policies/domains.ts'
import type { Activity } from '../../vocab/activity.ts'
import { isOneOrigin } from '../../vocab/json.ts'
import { mayTouch, postAt } from '../posts/find.ts'
import { oursAt } from '../posts/place.ts'
import type { KnownStatus } from '../posts/queries.ts'
import { mayQuote } from '../posts/quote.ts'
import type { ActorRow } from '../queries.ts'
import { oneOfUs } from './follow.ts'
import { wasForServer } from './queries.ts'

/** Whether a server may have a post of ours: who was never given one does not put it before others. */
function mayHave(ctx: Context, { host }: ActorRow, { id: statusId, accountId, visibility, localOnly }: KnownStatus) {
  if (localOnly === 1) return false
  if (visibility === 'public' || visibility === 'unlisted') return true
  const isPrivate = visibility === 'private' ? 1 : 0
  return wasForServer(ctx.db, { statusId, accountId, host, private: isPrivate })?.found === 1
}

/** Somebody's people report one of ours: those who look after this community are told. */
export function takeFlag(ctx: Context, signer: ActorRow, { id: uri, objects, content }: Activity): void {
  if (decisionFor(ctx.db, signer.host).refusesReports) return
  const ours = objects.flatMap((address) => oursAt(ctx, address) ?? [])
  const statusIds = ours.flatMap(({ statusId }) => statusId ?? []).slice(0, limits.federatedReport)
  const posts = statusIds.flatMap(
    (id) => postAt(ctx, objects.find((address) => oursAt(ctx, address)?.statusId === id) ?? '') ?? [],
  )
  const [first] = objects.flatMap((address) => oneOfUs(ctx, address) ?? [])
  const accountId = first?.id ?? posts[0]?.accountId
  if (accountId === undefined) return
  const about = posts.filter((post) => post.accountId === accountId && mayHave(ctx, signer, post)).map(({ id }) => id)
  const comment = content.slice(0, limits.federatedComment)
  ctx.emit('flagReceived', {
    fromId: signer.id,
    host: signer.domain ?? signer.host,
    accountId,
    statusIds: about,
    comment,
    uri,
  })
}

/** Somebody moved: looked into by a job, since the new account has to name the old one. */
export function takeMove(ctx: Context, signer: ActorRow, { actor, object, target }: Activity): void {
  if (object.uri !== actor || target === undefined || target === actor) return
  ctx.queue.add('followMove', { accountId: signer.id, uri: actor, target }, { once: `followMove:${signer.id}` })
}

/** Somebody asks whether their post may quote one of ours (FEP-044f): its author's choice answers. */
export function takeQuoteRequest(ctx: Context, signer: ActorRow, activity: Activity): void {
  const { id: uri, actor, object, instrument } = activity
  const quoted = object.uri === undefined ? undefined : postAt(ctx, object.uri)
  const quoting = instrument?.uri
  if (!quoted || quoted.local === 0 || quoting === undefined || !isOneOrigin(quoting, actor)) return
  if (instrument?.note && instrument.note.author !== actor) return
  // what they may not see is not there: no answer tells them otherwise
  if (!mayTouch(ctx, signer.id, quoted)) return
  const allowed = mayQuote(ctx, signer.id, quoted)
  ctx.emit('quoteAsked', { uri, accountId: signer.id, quotedId: quoted.id, quoting, allowed })
}
