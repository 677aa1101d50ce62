import type { PushSubscriptionEntity } from '../../shared/api/push.ts'

const PATH = '/api/v1/push/subscription'

/** What a browser says when it gave an address up by itself; browsers differ in how much of it they tell. */
interface Change {
  oldSubscription?: PushSubscription | null
  newSubscription?: PushSubscription | null
}

/**
 * Tells the server the new address under which this browser can be told of things, with what was chosen for the old
 * one. Where nothing was to be told here any more, or nobody is logged in, nothing begins again.
 */
export async function renewPush({ registration }: ServiceWorkerGlobalScope, change: Change): Promise<void> {
  const answer = await fetch(PATH)
  if (!answer.ok) return
  const { alerts, policy, server_key: key } = (await answer.json()) as PushSubscriptionEntity
  const own = change.newSubscription ?? (await subscribeAnew(registration, change.oldSubscription, key))
  const subscription = { ...own.toJSON(), standard: true }
  await fetch(PATH, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ subscription, data: { alerts, policy } }),
  })
}

function subscribeAnew(
  { pushManager }: ServiceWorkerRegistration,
  old: PushSubscription | null | undefined,
  key: string,
): Promise<PushSubscription> {
  const applicationServerKey = old?.options.applicationServerKey ?? key
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
}
