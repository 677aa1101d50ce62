import { createECDH } from 'node:crypto'
import type { Request } from 'express'
import { z } from 'zod'
import { type PushKind, type PushSubscriptionEntity, pushKinds } from '../../../shared/api/push.ts'
import type { Context } from '../../context.ts'
import { hashSecret, openIfOurs } from '../../core/crypto.ts'
import { invalid, notFound } from '../../core/errors.ts'
import { readCookie } from '../../http/cookies.ts'
import { flag } from '../../http/forms.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { readPublicKey } from './key.ts'
import {
  insertSubscription,
  removeSubscription,
  type SubscriptionRow,
  subscriptionOfSession,
  subscriptionOfToken,
  updateSubscription,
} from './queries.ts'
import type { Target } from './sealing/protocol.ts'

/** The point of a browser's public key, which a text of the right length need not be. */
function isPoint(key: Buffer): boolean {
  if (key.length !== 65) return false
  const own = createECDH('prime256v1')
  own.generateKeys()
  try {
    return own.computeSecret(key).length === 32
  } catch {
    return false
  }
}

// both alphabets of base64 are about, with padding and without; Node reads them all
const base64 = z
  .string()
  .max(200)
  .transform((text) => Buffer.from(text, 'base64'))
const said = (error: string) => ({ error })

// in `data` as Mastodon's documentation has it, beside it as programs written with masto send it
const policy = z.enum(['all', 'followed', 'follower', 'none']).optional()
const data = z.object({ alerts: z.record(z.string().max(40), flag).optional(), policy })

/** Where to tell, and of what. */
export const subscribeForm = z.object({
  subscription: z.object({
    endpoint: z.url({ protocol: /^https?$/ }).max(limits.pushAddress),
    keys: z.object({
      p256dh: base64.refine(isPoint, said('has no key of a browser')),
      auth: base64.refine((key) => key.length === 16, said('has no secret of a browser')),
    }),
    standard: flag.default(false),
  }),
  data: data.default({}),
  policy,
})

/** Of what to tell; what is left out stays. */
export const changeForm = z.object({ data: data.default({}), policy })

/** What a stored subscription's target holds beside the address and keys: the program's own token, which it expects back. */
export type SealedTarget = Target & { token: string }

/** The target of a subscription; undefined where it was sealed under a key that is lost. */
export function openTarget({ vault }: Context, { target }: SubscriptionRow): SealedTarget | undefined {
  const text = openIfOurs(vault, target)
  // what is sealed there was made here
  return text === undefined ? undefined : (JSON.parse(text) as SealedTarget)
}

/** The alerts of a subscription, as it is stored. */
export const alertsOf = ({ alerts }: SubscriptionRow): PushKind[] => JSON.parse(alerts)

/** What a program asks for by the name of what it waits for is told under the one name that says nothing of it. */
const OTHER_NAMES: Partial<Record<PushKind, string>> = { notice: 'community.mediation' }

const chosen = (alerts: Record<string, boolean>) =>
  JSON.stringify(pushKinds.filter((kind) => alerts[kind] === true || alerts[OTHER_NAMES[kind] ?? kind] === true))

/** Whom a subscription is of: the token of a program, or the session of our own client. */
function subscriberOf(ctx: Context, viewer: Viewer, request: Request) {
  const token = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? ''
  if (viewer.scopes) return { token, tokenHash: hashSecret(token), sessionHash: null }
  return { token: '', tokenHash: null, sessionHash: hashSecret(readCookie(ctx.config, request, 'session') ?? '') }
}

type Subscriber = ReturnType<typeof subscriberOf>

const find = (ctx: Context, { tokenHash, sessionHash }: Subscriber) =>
  tokenHash ? subscriptionOfToken(ctx.db, { hash: tokenHash }) : subscriptionOfSession(ctx.db, { hash: sessionHash })

/** One who asks, and with what. */
type Asking = { viewer: Viewer; request: Request }

/** Where the one who asks is told. Throws 404. */
export function readSubscription(ctx: Context, { viewer, request }: Asking): PushSubscriptionEntity {
  const row = find(ctx, subscriberOf(ctx, viewer, request))
  const target = row && openTarget(ctx, row)
  if (!row || !target) throw notFound()
  const alerts = alertsOf(row)
  return {
    id: String(row.id),
    endpoint: target.endpoint,
    standard: row.standard === 1,
    // one entry for each kind
    alerts: Object.fromEntries(pushKinds.map((kind) => [kind, alerts.includes(kind)])) as Record<PushKind, boolean>,
    policy: row.policy,
    server_key: readPublicKey(ctx),
  }
}

/** Tells the one who asks there from now on, and nowhere else. Throws 422 for an address that is not https. */
export function subscribe(ctx: Context, asking: Asking, form: z.infer<typeof subscribeForm>): PushSubscriptionEntity {
  const { endpoint, keys, standard } = form.subscription
  if (!endpoint.startsWith('https:') && !ctx.config.allowLoopback) {
    throw invalid('Validation failed: subscription endpoint has to begin with https')
  }
  const subscriber = subscriberOf(ctx, asking.viewer, asking.request)
  const [p256dh, auth] = [keys.p256dh.toString('base64url'), keys.auth.toString('base64url')]
  const target: SealedTarget = { endpoint, p256dh, auth, token: subscriber.token }
  ctx.transact(() => {
    // made with the first subscription, so that nothing is sealed for a key that is gone
    readPublicKey(ctx)
    const before = find(ctx, subscriber)
    if (before) removeSubscription(ctx.db, { id: before.id })
    insertSubscription(ctx.db, {
      id: ctx.newId(),
      accountId: asking.viewer.accountId,
      tokenHash: subscriber.tokenHash,
      sessionHash: subscriber.sessionHash,
      target: ctx.vault.seal(JSON.stringify(target)),
      standard: standard ? 1 : 0,
      alerts: chosen(form.data.alerts ?? {}),
      policy: form.data.policy ?? form.policy ?? 'all',
      now: ctx.now(),
    })
  })
  return readSubscription(ctx, asking)
}

/** Changes of what the one who asks is told. Throws 404. */
export function changeSubscription(ctx: Context, asking: Asking, form: z.infer<typeof changeForm>) {
  const { alerts, policy: among = form.policy } = form.data
  return ctx.transact(() => {
    const row = find(ctx, subscriberOf(ctx, asking.viewer, asking.request))
    if (!row) throw notFound()
    const told = alerts ? chosen(alerts) : row.alerts
    updateSubscription(ctx.db, { id: row.id, alerts: told, policy: among ?? row.policy })
    return readSubscription(ctx, asking)
  })
}

/** Tells the one who asks no more; who was not told has it so already. */
export function unsubscribe(ctx: Context, { viewer, request }: Asking): object {
  ctx.transact(() => {
    const row = find(ctx, subscriberOf(ctx, viewer, request))
    if (row) removeSubscription(ctx.db, { id: row.id })
  })
  return {}
}
