import { expect } from 'vitest'
import { pushKinds } from '../../shared/api/push.ts'
import { type Device, startPushService } from './push-service.ts'
import { type Person, startServer } from './server.ts'

/** Where devices are registered, as Mastodon's API has it. */
export const PUSH_PATH = '/api/v1/push/subscription'
/** Every kind of news, switched on. */
export const everything = Object.fromEntries(pushKinds.map((kind) => [kind, true]))

type Wish = { standard?: boolean; data?: object; by?: 'api' | 'browser' }

/** A server and a push service that knows what its devices were told. */
export async function startPush() {
  const service = await startPushService()
  const server = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  /** A device of somebody that is told of everything, unless said otherwise. */
  async function deviceOf(person: Person, { standard = true, data = {}, by = 'api' }: Wish = {}): Promise<Device> {
    const device = service.device()
    const body = { subscription: device.subscription(standard), data: { alerts: everything, ...data } }
    const reply = await person[by].post(PUSH_PATH, body)
    expect(reply.status, reply.text).toBe(200)
    return device
  }
  /** What a device was told once all that is due was done. */
  async function told(device: Device) {
    await server.advance('PT1S')
    return device.messages()
  }
  const bodies = async (device: Device) => (await told(device)).map(({ title, body }) => `${title}: ${body}`)
  const stop = async () => {
    await server.stop()
    await service.stop()
  }
  return { server, service, deviceOf, told, bodies, stop }
}
