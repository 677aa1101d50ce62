import { createECDH } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealStandard } from '../../server/features/push/sealing/encrypt.ts'
import { cast, follow, mastoOf, say } from '../support/masto.ts'
import { PUSH_PATH, startPush } from '../support/push.ts'
import { type Device, readStandard, senderOf } from '../support/push-service.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let push: Awaited<ReturnType<typeof startPush>>
beforeAll(async () => {
  push = await startPush()
  server = push.server
})
afterAll(() => push.stop())

describe('where one is told', () => {
  test('is asked, read, changed and ended as other programs do it', async () => {
    const [ada] = await cast(server, 'ada')
    const masto = mastoOf(server, ada)
    const device = push.service.device()
    const { endpoint } = device
    const key = (await mastoOf(server).v2.instance.fetch()).configuration.vapid.publicKey
    const { keys } = device.subscription(true) as { keys: { p256dh: string; auth: string } }
    const made = await masto.v1.push.subscription.create({
      subscription: { endpoint, keys },
      data: { alerts: { mention: true, favourite: false } },
      policy: 'followed',
    })
    expect(made).toMatchObject({ endpoint, serverKey: key, policy: 'followed' })
    expect(made.alerts).toMatchObject({ mention: true, favourite: false, poll: false })
    expect((await masto.v1.push.subscription.fetch()).id).toBe(made.id)
    const other = { alerts: { poll: true }, policy: 'all' }
    const changed = await masto.v1.push.subscription.update({ data: other })
    expect([changed.alerts.mention, changed.alerts.poll, changed.policy]).toEqual([false, true, 'all'])
    await masto.v1.push.subscription.remove()
    expect((await ada.api.get(PUSH_PATH)).status).toBe(404)
    expect((await ada.api.put(PUSH_PATH, { data: {} })).status).toBe(404)
    expect((await ada.api.delete(PUSH_PATH)).body).toEqual({})
  })

  test('comes in the forms that programs send: Rails names, either base64, a second one in place of the first', async () => {
    const [ada] = await cast(server, 'ada')
    const { endpoint, keys } = push.service.device().subscription(false) as Record<string, string> & {
      keys: { p256dh: string; auth: string }
    }
    const form = new URLSearchParams({
      'subscription[endpoint]': endpoint ?? '',
      'subscription[keys][p256dh]': Buffer.from(keys.p256dh, 'base64url').toString('base64'),
      'subscription[keys][auth]': `${keys.auth}==`,
      'data[alerts][mention]': '1',
      'data[alerts][something_new]': 'true',
    })
    const first = await ada.api.post(PUSH_PATH, form)
    expect(first.body).toMatchObject({ endpoint, standard: false, policy: 'all' })
    const device = await push.deviceOf(ada)
    expect((await ada.api.get(PUSH_PATH)).body.endpoint).toBe(device.endpoint)
    expect((await ada.browser.get(PUSH_PATH)).status).toBe(404)
  })

  test('is refused where it is no address or no key, and without the scope', async () => {
    const [ada] = await cast(server, 'ada')
    const good = push.service.device().subscription(true) as { keys: object }
    const bad = [
      { ...good, endpoint: 'ftp://push.example/1' },
      { ...good, endpoint: 'not an address' },
      { ...good, keys: { ...good.keys, p256dh: Buffer.alloc(65, 4).toString('base64url') } },
      { ...good, keys: { ...good.keys, auth: 'c2hvcnQ' } },
      { endpoint: push.service.origin },
    ]
    for (const subscription of bad) expect((await ada.api.post(PUSH_PATH, { subscription })).status).toBe(422)
    const reader = await server.signUp('reader', { scopes: 'read write' })
    expect((await reader.api.post(PUSH_PATH, { subscription: good })).status).toBe(403)
  })

  test('has to be https, but in trials on one machine', async () => {
    const strict = await startServer()
    const ada = await strict.signUp('ada')
    const reply = await ada.api.post(PUSH_PATH, { subscription: push.service.device().subscription(true) })
    expect([reply.status, reply.body.error]).toEqual([422, expect.stringContaining('https')])
    await strict.stop()
  })

  test('lies sealed in the database, as does the key of the community', async () => {
    const [ada] = await cast(server, 'ada')
    const device = await push.deviceOf(ada)
    const row = server.ctx.db.prepare('SELECT target FROM push_subscriptions WHERE account_id = ?').get(ada.accountId)
    expect(String(Object.values(row ?? {})[0])).not.toContain(device.endpoint)
    const key = server.ctx.db.prepare('SELECT public_key, private_key FROM push_keys').get() as Record<string, Buffer>
    expect(key.private_key?.length).toBeGreaterThan(43)
    expect(() => Buffer.from(server.ctx.vault.open(key.private_key ?? Buffer.alloc(0)), 'base64url')).not.toThrow()
  })
})

describe('a message', () => {
  test('is sealed as RFC 8291 says, to the byte', () => {
    const b64 = (text: string) => Buffer.from(text, 'base64url')
    const receiver = {
      publicKey: b64('BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'),
      auth: b64('BTBZMqHH6r4Tts7J_aSIgg'),
    }
    const fresh = {
      privateKey: b64('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
      salt: b64('DGv6ra1nlYgDCS1FRnbzlw'),
    }
    const text = 'When I grow up, I want to be a watermelon'
    const sealed = sealStandard(receiver, Buffer.from(text), fresh, 1)
    expect(sealed.toString('base64url')).toBe(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    )
    const ecdh = createECDH('prime256v1')
    ecdh.setPrivateKey(b64('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94'))
    expect(readStandard({ ecdh, auth: receiver.auth }, sealed)).toBe(text)
  })

  test.each([true, false])('is read by the device alone, and says who sends (standard: %s)', async (standard) => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const device = await push.deviceOf(ada, { standard })
    await say(ben, `@${ada.username} have you seen the lantern?`)
    const [message] = await push.told(device)
    expect(message).toMatchObject({
      access_token: ada.token,
      notification_type: 'mention',
      title: `${ben.username} mentioned you`,
      body: expect.stringContaining('have you seen the lantern?'),
      icon: expect.stringMatching(/^http/),
    })
    expect(message && 'url' in message).toBe(false)
    const [shown] = await mastoOf(server, ada).v1.notifications.list()
    expect(String(message?.notification_id)).toBe(shown?.id)
    const [raw] = device.raw()
    const key = (await server.visitor.get('/api/v2/instance')).body.configuration.vapid.public_key
    expect(raw && senderOf(raw)).toMatchObject({ publicKey: key, aud: push.service.origin })
    expect(raw?.headers).toMatchObject({ ttl: '172800', 'content-encoding': standard ? 'aes128gcm' : 'aesgcm' })
    expect(raw?.body.includes('lantern')).toBe(false)
  })

  test('is as long whatever it says', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const device = await push.deviceOf(ada)
    await say(ben, `@${ada.username} a`)
    await say(ben, `@${ada.username} ${'a lantern '.repeat(12)}`)
    await push.told(device)
    const [one, other] = device.raw().map(({ body }) => body.length)
    expect(one).toBe(other)
  })

  test('comes of the kinds and people that were asked for', async () => {
    const [ada, ben, cleo] = await cast(server, 'ada', 'ben', 'cleo')
    const post = await say(ada, 'a lantern')
    await follow(ada, ben)
    await follow(cleo, ada)
    const likes = await push.deviceOf(ada, { data: { alerts: { favourite: true }, policy: 'followed' }, by: 'browser' })
    const followers = await push.deviceOf(ada, { data: { policy: 'follower' } })
    for (const fan of [ben, cleo]) await fan.api.post(`/api/v1/statuses/${post.id}/favourite`)
    await say(ben, `@${ada.username} lovely`)
    const types = async (device: Device) => (await push.told(device)).map(({ title }) => title)
    expect(await types(likes)).toEqual([`${ben.username} likes your post`])
    expect(await types(followers)).toEqual([`${cleo.username} likes your post`])
    await ada.api.put(PUSH_PATH, { data: { policy: 'none' } })
    await cleo.api.post(`/api/v1/statuses/${post.id}/reblog`)
    expect(await types(followers)).toHaveLength(1)
  })

  test('to our own client names the page to open', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const device = await push.deviceOf(ada, { by: 'browser' })
    const post = await say(ben, `@${ada.username} look`)
    await follow(ben, ada)
    const urls = (await push.told(device)).map(({ url }) => url)
    expect(urls).toEqual([`/@${ben.username}/${post.id}`, `/@${ben.username}`])
    expect(device.messages()[0]?.access_token).toBe('')
  })
})
