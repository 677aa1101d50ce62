import type { Express, Request, Response } from 'express'
import type { Context } from '../../context.ts'
import { HOUR, MINUTE, SECOND } from '../../core/clock.ts'
import { type Counters, createCounters } from '../../core/counters.ts'
import { Refusal } from '../../core/errors.ts'
import { createMemo, type Memo } from '../../core/memo.ts'
import { addressOf } from '../../http/rate-limit.ts'
import { limits } from '../../limits.ts'
import { decisionFor } from '../../policies/domains.ts'
import { isInboundPaused } from '../../policies/panic.ts'
import { countDeedOf } from '../../policies/strangers.ts'
import type { Claim, Heard } from '../crypto/heard.ts'
import { readClaim } from '../crypto/verify.ts'
import { isActivityType } from '../net/fetch-document.ts'
import { refreshActor } from '../net/resolve-actor.ts'
import type { Activity } from '../vocab/activity.ts'
import { hostOf, isOneOrigin, objectIn } from '../vocab/json.ts'
import { compareLater } from './followers.ts'
import { type ActorRow, actorByUri, noteKeyAsked } from './queries.ts'
import { readBytes } from './read-bytes.ts'
import { readInThread } from './reader.ts'
import { takeIn } from './take-in.ts'

/**
 * Keys at hand by their names, so that what they sign is read and checked in one go. Who is not known yet is counted by
 * itself, so that nobody pushes their count out by naming many servers.
 */
type Warm = { counters: Counters; strangers: Counters; keys: Memo<string, { actor: string; pem: string }> }

const warmths = new WeakMap<Context, Warm>()

function warmOf(ctx: Context): Warm {
  const count = () => createCounters(ctx.now, 10_000)
  const warm = warmths.get(ctx) ?? { counters: count(), strangers: count(), keys: createMemo(2000) }
  warmths.set(ctx, warm)
  return warm
}

/** Counts one more key that a network has us ask for, whatever servers it names. Throws 429. */
export function countStranger(ctx: Context, request: Request): void {
  if (!ctx.config.rateLimits) return
  const { count } = warmOf(ctx).strangers.add(addressOf(ctx, request), MINUTE)
  if (count <= limits.federatedStrangers) return
  throw new Refusal(429, 'Too many people at once who are not known here. Please send it later.', {
    headers: { 'Retry-After': String(MINUTE / SECOND) },
  })
}

const refused = (message: string) => new Refusal(401, message)

/** For bad hours: whoever sends keeps it and comes again. */
const paused = () =>
  new Refusal(503, 'This community takes nothing from other servers for now. Please send it later.', {
    headers: { 'Retry-After': String(HOUR / SECOND) },
  })

/** A request as its signature speaks of it. */
export const heardIn = (ctx: Context, request: Request): Heard => ({
  method: request.method,
  target: request.originalUrl,
  host: hostOf(ctx.config.publicUrl),
  origin: ctx.config.publicUrl,
  rawHeaders: request.rawHeaders,
})

/** What is asked before any byte of the body is looked into, the cheapest first. */
function checkEnvelope(ctx: Context, request: Request): { claim: Claim; host: string } {
  const claim = readClaim(heardIn(ctx, request), ctx.now())
  if (!claim) throw refused('The request is not signed in a way that counts here: see FEDERATION.md.')
  const host = hostOf(claim.keyId)
  if (ctx.config.rateLimits) {
    const { count } = warmOf(ctx).counters.add(`${addressOf(ctx, request)} ${host}`, MINUTE)
    if (count > limits.federatedPerMinute) throw new Refusal(429, 'Too many activities. Please send them later.')
  }
  if (decisionFor(ctx.db, host).cutOff) throw refused('This community does not speak with this server.')
  if (isInboundPaused(ctx.db, host, ctx.now())) throw paused()
  return { claim, host }
}

/** All of one origin: the activity, who does it, and the key that signs it. */
function checkOrigins({ id, actor }: Activity, { keyId }: Claim): void {
  if (isOneOrigin(id, actor) && isOneOrigin(keyId, actor)) return
  throw refused('The activity, its actor and the key are not of one server.')
}

/** What is nothing to anybody who does not know the actor: that something of theirs is gone, or is other than it was. */
const ofTheKnown = new Set(['Delete', 'Update'])

const isSigned = async (claim: Claim, pem: string) =>
  (await readInThread({ kind: 'signature', claim, pem })).signed === true

/** The actor whose key signed, or 401; a key that does not fit is asked for again, once in a while. */
async function checkSigner(ctx: Context, request: Request, actor: string, claim: Claim): Promise<ActorRow> {
  const known = actorByUri(ctx.db, { uri: actor })
  const fits = (row: ActorRow | undefined) => row?.publicKey && row.keyId === claim.keyId
  if (known?.publicKey && fits(known) && (await isSigned(claim, known.publicKey))) return known
  if (known && (known.keyFetchedAt ?? 0) + limits.federatedKeyAgain > ctx.now())
    throw refused('The signature does not hold.')
  countStranger(ctx, request)
  if (known) noteKeyAsked(ctx.db, { id: known.id, now: ctx.now() })
  await refreshActor(ctx, actor, claim.keyId)
  // the address may lead to somebody else, who is not the actor
  const fresh = actorByUri(ctx.db, { uri: actor })
  if (fresh?.publicKey && fits(fresh) && (await isSigned(claim, fresh.publicKey))) return fresh
  throw refused('The signature does not hold, or its key is not the actor’s.')
}

/** The document of a post stays behind in the thread that reads: where it is wanted, it is read out of the bytes again. */
function leaveSource({ object: { note } }: Activity, body: Uint8Array): void {
  if (note) Object.defineProperty(note, 'source', { enumerable: true, get: () => objectIn(body) })
}

async function receive(ctx: Context, request: Request): Promise<void> {
  if (!isActivityType(request.get('content-type')))
    throw new Refusal(415, 'Send an activity: application/activity+json.')
  const body = await readBytes(request, limits.federatedBody)
  const { claim, host } = checkEnvelope(ctx, request)
  const warm = warmOf(ctx).keys.get(claim.keyId)
  const { activity, signed, fault } = await readInThread({ kind: 'activity', body, claim, pem: warm?.pem })
  if (!activity) throw refused(`The body is not the activity that was signed (${fault ?? 'unknown'}).`)
  checkOrigins(activity, claim)
  const isWarm = signed === true && warm?.actor === activity.actor
  const known = actorByUri(ctx.db, { uri: activity.actor })
  if (!known && ofTheKnown.has(activity.type)) return
  const signer =
    isWarm && known?.publicKey === warm.pem ? known : await checkSigner(ctx, request, activity.actor, claim)
  // a handle may be of another server than its actor: who was cut off is so under both names
  if (signer.domain !== null && signer.domain !== host && decisionFor(ctx.db, signer.domain).cutOff)
    throw refused('This community does not speak with this server.')
  if (signer.publicKey) warmOf(ctx).keys.keep(claim.keyId, { actor: activity.actor, pem: signer.publicKey })
  if (ctx.config.rateLimits)
    countDeedOf(ctx, activity.type, { accountId: signer.id, host: signer.host, network: addressOf(ctx, request) })
  leaveSource(activity, body)
  await takeIn(ctx, signer, activity)
  compareLater(ctx, signer, activity.actor, request.get('collection-synchronization'))
}

/** The doors through which other servers bring what happened there: one for everybody, and each actor's own. */
export function serveInboxes(app: Express, ctx: Context): void {
  app.post(
    /^\/(?:inbox|actor\/inbox|ap\/mediation\/inbox|ap\/users\/\d{1,16}\/inbox)$/,
    async (request: Request, response: Response) => {
      response.locals.route = 'POST inbox'
      await receive(ctx, request)
      response.status(202).end()
    },
  )
}
