import { createSignal } from 'solid-js'
import { type PushKind, type PushSubscriptionEntity, pushKinds } from '../../../shared/api/push.ts'
import { HttpError, read, send } from '../../api/http.ts'

const PATH = '/api/v1/push/subscription'

/** Whether this browser can tell its owner of things, may, and does. */
export type DeviceState = 'unsupported' | 'denied' | 'off' | 'on'

/** What is told where nothing was chosen yet: what somebody says to one, and what asks for an answer. */
const FIRST: readonly PushKind[] = ['mention', 'follow_request', 'quote', 'poll', 'notice']

const canPush = () => 'PushManager' in window && 'Notification' in window

/** How long is waited for the worker, in milliseconds: without one there is nothing to tell with. */
const PATIENCE = 15_000

async function worker(): Promise<ServiceWorkerRegistration | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE))
  return Promise.race([navigator.serviceWorker.ready, late])
}

async function readKept(): Promise<PushSubscriptionEntity | undefined> {
  try {
    return await read<PushSubscriptionEntity>(PATH)
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return undefined
    throw error
  }
}

/** What this browser tells, as the server has it; `undefined` where it tells nothing. */
export function deviceTelling() {
  const [kept, setKept] = createSignal<PushSubscriptionEntity>()
  const [state, setState] = createSignal<DeviceState>()

  const look = async () => {
    if (!canPush()) return setState('unsupported')
    if (Notification.permission === 'denied') return setState('denied')
    const found = await readKept()
    const own = found && (await (await worker())?.pushManager.getSubscription())
    setKept(own?.endpoint === found?.endpoint ? found : undefined)
    setState(kept() ? 'on' : 'off')
  }

  const turnOn = async () => {
    if ((await Notification.requestPermission()) === 'denied') return setState('denied')
    const own = await subscribeHere()
    const alerts = Object.fromEntries(FIRST.map((kind) => [kind, true]))
    const subscription = { ...own.toJSON(), standard: true }
    setKept(await send<PushSubscriptionEntity>('POST', PATH, { subscription, data: { alerts, policy: 'all' } }))
    setState('on')
  }

  const turnOff = async () => {
    await send('DELETE', PATH)
    setKept(undefined)
    setState('off')
    await (await (await worker())?.pushManager.getSubscription())?.unsubscribe()
  }

  const change = async (alerts: Partial<Record<PushKind, boolean>>, policy?: PushSubscriptionEntity['policy']) => {
    const all = Object.fromEntries(pushKinds.map((kind) => [kind, alerts[kind] ?? kept()?.alerts[kind] ?? false]))
    setKept(await send<PushSubscriptionEntity>('PUT', PATH, { data: { alerts: all, policy } }))
  }

  return { kept, state, look, turnOn, turnOff, change }
}

const sameBytes = (one: ArrayBuffer | null, other: Uint8Array) =>
  one !== null && new Uint8Array(one).join() === other.join()

/** Asks the browser for an address where it can be told, under the community's key. */
async function subscribeHere(): Promise<PushSubscription> {
  const manager = (await worker())?.pushManager
  if (!manager) throw new Error('There is no worker.')
  const { configuration } = await read<{ configuration: { vapid: { public_key: string } } }>('/api/v2/instance')
  const text = configuration.vapid.public_key.replaceAll('-', '+').replaceAll('_', '/')
  const key = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
  const before = await manager.getSubscription()
  if (before && sameBytes(before.options.applicationServerKey, key)) return before
  await before?.unsubscribe()
  return manager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}
