import type { Notification } from '../../../shared/api/notifications.ts'
import { pushWords } from '../../../shared/locales/en/push.ts'
import type { Context } from '../../context.ts'
import { dayOf, SECOND } from '../../core/clock.ts'
import { describe } from '../../core/log.ts'
import type { Worker } from '../../core/queue/worker.ts'
import { afterQuiet } from '../../core/quiet.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { readRelations } from '../../policies/relations.ts'
import { asMember } from '../../policies/viewer.ts'
import { presentNotification } from '../notifications/present.ts'
import { lastRead } from '../notifications/queries.ts'
import { shownAfter } from '../notifications/read.ts'
import { readSettings } from '../settings/queries.ts'
import { readChoices } from './choices.ts'
import { readKey } from './key.ts'
import { bareWords, type Words, wordsFor } from './message.ts'
import { liveSubscription, noteNoticed, removeSubscription, type SubscriptionRow, subscriptionsOf } from './queries.ts'
import { waitForQuiet } from './react.ts'
import { seal } from './sealing/seal.ts'
import { alertsOf, openTarget } from './subscribe.ts'

const end = (ctx: Context, { id }: SubscriptionRow) => void ctx.transact(() => removeSubscription(ctx.db, { id }))

/** Whether an address is gone for good: what its service refuses, but for being too busy, it will always refuse. */
const isGone = (status: number) => status >= 400 && status < 500 && status !== 408 && status !== 429

/** Sends words to one device. Throws where it may go better later. */
async function deliver(ctx: Context, row: SubscriptionRow, words: Words): Promise<void> {
  const target = openTarget(ctx, row)
  if (!target) return end(ctx, row)
  const { url, ...others } = words
  const message = { access_token: target.token, ...others, ...(row.ours === 1 && { url }) }
  const task = { target, key: readKey(ctx), standard: row.standard === 1, text: JSON.stringify(message) }
  const sealed = await seal({ ...task, now: ctx.now() })
  if (!sealed) throw new Error('the message could not be sealed')
  // whoever was logged out while it was sealed is told nothing
  if (!liveSubscription(ctx.db, { id: row.id, now: ctx.now() })) return
  const headers = { ...sealed.headers, TTL: String(limits.pushLasts / SECOND), Urgency: 'normal' }
  const ask = { method: 'POST', headers, body: Buffer.from(sealed.body), deadline: limits.pushDeadline } as const
  const answer = await ctx.outbound.ask(target.endpoint, { ...ask, most: 4096, cut: true }).catch((thrown: unknown) => {
    if (describe(thrown).code === 'NOT_REACHABLE') return { status: 404 }
    throw thrown
  })
  if (isGone(answer.status)) end(ctx, row)
  else if (answer.status >= 300) throw new Error('the push service did not take it')
}

/** What of some notifications is for a device as things are now: of kinds, and of people, that it wants to hear of. */
function wantedOf(ctx: Context, row: SubscriptionRow, items: readonly Notification[]): Notification[] {
  const { policy, accountId: me } = row
  const senders = items.map(({ account }) => Number(account.id))
  const { following, followedBy } = readRelations(ctx.db, me, senders, ctx.now())
  const isMeant = (id: number) => {
    if (policy === 'all' || id === me) return policy !== 'none'
    return policy === 'followed' ? following.has(id) : policy === 'follower' && followedBy.has(id)
  }
  return items.filter(
    ({ type, filtered, status, account }) =>
      type !== 'moderation_warning' &&
      !filtered &&
      !status?.muted &&
      alertsOf(row).includes(type) &&
      isMeant(Number(account.id)),
  )
}

/**
 * What there is to say now: of a notification, or after quiet hours of all that came since that first one. Undefined
 * where it was read, is gone, or may not be shown any more.
 */
function whatToSay(ctx: Context, row: SubscriptionRow, { notificationId, late }: Jobs['sendPush']): Words | undefined {
  const { accountId: me } = row
  const viewer = asMember(row.accountId)
  const read = lastRead(ctx.db, { me })?.id ?? 0
  if (!late && read >= notificationId) return undefined
  const single = late ? undefined : presentNotification(ctx, viewer, notificationId)
  const since = () => shownAfter(ctx, viewer, Math.max(read, notificationId - 1), limits.pushCounted)
  const [item, ...others] = wantedOf(ctx, row, late ? since() : single ? [single] : [])
  if (!item) return undefined
  if (others.length === 0) return wordsFor(ctx, me, item, readChoices(ctx, me).bare === 1)
  return bareWords(ctx, pushWords.afterQuiet(others.length + 1), Number(item.id), item.type)
}

/** Tells one device of one notification; after quiet hours, of how many there are. */
export const sendPush: Worker<Context, Jobs['sendPush']> = {
  async run(ctx, told) {
    const row = liveSubscription(ctx.db, { id: told.subscriptionId, now: ctx.now() })
    if (!row) return
    const at = afterQuiet(readChoices(ctx, row.accountId), ctx.now())
    if (at > ctx.now()) return waitForQuiet(ctx, told, at)
    const words = whatToSay(ctx, row, told)
    if (words) await deliver(ctx, row, words)
  },
}

/** Tells somebody's browsers, and programs that asked for it, that the community has something for them: never what, and seldom. */
export const sendNotice: Worker<Context, Jobs['sendNotice']> = {
  async run(ctx, { who }) {
    const accountId = Number(ctx.vault.open(Buffer.from(who, 'base64')))
    const now = ctx.now()
    const at = afterQuiet(readChoices(ctx, accountId), now)
    if (at > now) return ctx.queue.add('sendNotice', { who }, { at })
    const words = bareWords(ctx, pushWords.notice(readSettings(ctx.db).name))
    for (const { id } of subscriptionsOf(ctx.db, { accountId })) {
      const row = liveSubscription(ctx.db, { id, now })
      if (!row || !alertsOf(row).includes('notice')) continue
      if (now - row.noticedDay < limits.pushNoticeRest) continue
      await deliver(ctx, row, words)
      ctx.transact(() => noteNoticed(ctx.db, { id, day: dayOf(now) }))
    }
  },
}
