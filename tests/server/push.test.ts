import { createECDH } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealStandard } from '../../server/features/push/sealing/encrypt.ts'
import { pushKinds } from '../../shared/api/push.ts'
import { cast, follow, mastoOf, say } from '../support/masto.ts'
import { type Device, readStandard, senderOf, startPushService } from '../support/push-service.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let service: Awaited<ReturnType<typeof startPushService>>
beforeAll(async () => {
  service = await startPushService()
  server = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
})
afterAll(async () => {
  await server.stop()
  await service.stop()
})

const PATH = '/api/v1/push/subscription'
const everything = Object.fromEntries(pushKinds.map((kind) => [kind, true]))

type Wish = { standard?: boolean; data?: object; by?: 'api' | 'browser' }

/** A device of somebody that is told of everything, unless said otherwise. */
async function deviceOf(person: Person, { standard = true, data = {}, by = 'api' }: Wish = {}): Promise<Device> {
  const device = service.device()
  const body = { subscription: device.subscription(standard), data: { alerts: everything, ...data } }
  const reply = await person[by].post(PATH, body)
  expect(reply.status, reply.text).toBe(200)
  return device
}

/** What a device was told once all that is due was done. */
async function told(device: Device) {
  await server.advance('PT1S')
  return device.messages()
}
const bodies = async (device: Device) => (await told(device)).map(({ title, body }) => `${title}: ${body}`)

describe('where one is told', () => {
  test('is asked, read, changed and ended as other programs do it', async () => {
    const [ada] = await cast(server, 'ada')
    const masto = mastoOf(server, ada)
    const device = service.device()
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
    expect((await ada.api.get(PATH)).status).toBe(404)
    expect((await ada.api.put(PATH, { data: {} })).status).toBe(404)
    expect((await ada.api.delete(PATH)).body).toEqual({})
  })

  test('comes in the forms that programs send: Rails names, either base64, a second one in place of the first', async () => {
    const [ada] = await cast(server, 'ada')
    const { endpoint, keys } = service.device().subscription(false) as Record<string, string> & {
      keys: { p256dh: string; auth: string }
    }
    const form = new URLSearchParams({
      'subscription[endpoint]': endpoint ?? '',
      'subscription[keys][p256dh]': Buffer.from(keys.p256dh, 'base64url').toString('base64'),
      'subscription[keys][auth]': `${keys.auth}==`,
      'data[alerts][mention]': '1',
      'data[alerts][something_new]': 'true',
    })
    const first = await ada.api.post(PATH, form)
    expect(first.body).toMatchObject({ endpoint, standard: false, policy: 'all' })
    const device = await deviceOf(ada)
    expect((await ada.api.get(PATH)).body.endpoint).toBe(device.endpoint)
    expect((await ada.browser.get(PATH)).status).toBe(404)
  })

  test('is refused where it is no address or no key, and without the scope', async () => {
    const [ada] = await cast(server, 'ada')
    const good = service.device().subscription(true) as { keys: object }
    const bad = [
      { ...good, endpoint: 'ftp://push.example/1' },
      { ...good, endpoint: 'not an address' },
      { ...good, keys: { ...good.keys, p256dh: Buffer.alloc(65, 4).toString('base64url') } },
      { ...good, keys: { ...good.keys, auth: 'c2hvcnQ' } },
      { endpoint: service.origin },
    ]
    for (const subscription of bad) expect((await ada.api.post(PATH, { subscription })).status).toBe(422)
    const reader = await server.signUp('reader', { scopes: 'read write' })
    expect((await reader.api.post(PATH, { subscription: good })).status).toBe(403)
  })

  test('has to be https, but in trials on one machine', async () => {
    const strict = await startServer()
    const ada = await strict.signUp('ada')
    const reply = await ada.api.post(PATH, { subscription: service.device().subscription(true) })
    expect([reply.status, reply.body.error]).toEqual([422, expect.stringContaining('https')])
    await strict.stop()
  })

  test('lies sealed in the database, as does the key of the community', async () => {
    const [ada] = await cast(server, 'ada')
    const device = await deviceOf(ada)
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
    const device = await deviceOf(ada, { standard })
    await say(ben, `@${ada.username} have you seen the lantern?`)
    const [message] = await told(device)
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
    expect(raw && senderOf(raw)).toMatchObject({ publicKey: key, aud: service.origin })
    expect(raw?.headers).toMatchObject({ ttl: '172800', 'content-encoding': standard ? 'aes128gcm' : 'aesgcm' })
    expect(raw?.body.includes('lantern')).toBe(false)
  })

  test('is as long whatever it says', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const device = await deviceOf(ada)
    await say(ben, `@${ada.username} a`)
    await say(ben, `@${ada.username} ${'a lantern '.repeat(12)}`)
    await told(device)
    const [one, other] = device.raw().map(({ body }) => body.length)
    expect(one).toBe(other)
  })

  test('comes of the kinds and people that were asked for', async () => {
    const [ada, ben, cleo] = await cast(server, 'ada', 'ben', 'cleo')
    const post = await say(ada, 'a lantern')
    await follow(ada, ben)
    await follow(cleo, ada)
    const likes = await deviceOf(ada, { data: { alerts: { favourite: true }, policy: 'followed' }, by: 'browser' })
    const followers = await deviceOf(ada, { data: { policy: 'follower' } })
    for (const fan of [ben, cleo]) await fan.api.post(`/api/v1/statuses/${post.id}/favourite`)
    await say(ben, `@${ada.username} lovely`)
    const types = async (device: Device) => (await told(device)).map(({ title }) => title)
    expect(await types(likes)).toEqual([`${ben.username} likes your post`])
    expect(await types(followers)).toEqual([`${cleo.username} likes your post`])
    await ada.api.put(PATH, { data: { policy: 'none' } })
    await cleo.api.post(`/api/v1/statuses/${post.id}/reblog`)
    expect(await types(followers)).toHaveLength(1)
  })

  test('to our own client names the page to open', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const device = await deviceOf(ada, { by: 'browser' })
    const post = await say(ben, `@${ada.username} look`)
    await follow(ben, ada)
    const urls = (await told(device)).map(({ url }) => url)
    expect(urls).toEqual([`/@${ben.username}/${post.id}`, `/@${ben.username}`])
    expect(device.messages()[0]?.access_token).toBe('')
  })
})

describe('nothing private', () => {
  const choose = (person: Person, choices: object) => person.browser.patch('/api/community/v1/push', choices)

  test('stands in it if the member says so: no name, no word, no picture of anybody', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    expect((await choose(ada, { bare: true })).body.bare).toBe(true)
    const devices = [await deviceOf(ada), await deviceOf(ada, { by: 'browser' })]
    await say(ben, `@${ada.username} have you seen the lantern?`)
    for (const device of devices) {
      const [message] = await told(device)
      const text = JSON.stringify(message)
      for (const word of ['lantern', ben.username, ben.id, '/avatars']) expect(text).not.toContain(word)
      expect(message?.body).toBe('Something new is in your inbox.')
    }
  })

  test('of a private mention but who wrote', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    await follow(ada, ben)
    const device = await deviceOf(ada)
    await say(ben, `@${ada.username} meet me at the bridge`, { visibility: 'direct' })
    expect(await bodies(device)).toEqual([`${ben.username} wrote to you privately: `])
  })

  test('MUST: a topic that is discreet brings neither a name nor a word', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const device = await deviceOf(ada)
    const warned = { spoiler_text: 'sexual assault', warning_topics: ['sexual-assault'] }
    const post = await say(ben, `@${ada.username} what happened`, warned)
    expect(post.warning_topics).toEqual(['sexual-assault'])
    const [message] = await told(device)
    expect(JSON.stringify(message)).not.toMatch(new RegExp(`${ben.username}|happened|assault`))
  })

  test('of what stands behind a warning but the warning', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const device = await deviceOf(ada)
    await say(ben, `@${ada.username} soup tonight`, { spoiler_text: 'food' })
    expect(await bodies(device)).toEqual([`${ben.username} mentioned you: CW: food`])
  })

  test('MUST: of mediation, whose knock has no name and no subject and comes once in two days at most', async () => {
    const [ada] = await cast(server, 'ada')
    const own = await deviceOf(ada, { by: 'browser' })
    const others = await deviceOf(ada)
    const knock = () =>
      server.ctx.transact(() => server.ctx.emit('noticeGiven', { accountId: ada.accountId, kind: 'mediation', ref: 0 }))
    knock()
    const [message] = await told(own)
    expect(message).toMatchObject({
      notification_type: 'notice',
      url: '/inbox',
      body: expect.stringContaining('You have a message on'),
    })
    knock()
    await server.advance('P2D')
    expect(own.messages()).toHaveLength(1)
    await server.advance('P2D')
    knock()
    expect(await told(own)).toHaveLength(2)
    expect(others.messages()).toEqual([])
    await ada.browser.put(PATH, { data: { alerts: { ...everything, notice: false } } })
    await server.advance('P4D')
    knock()
    expect(await told(own)).toHaveLength(2)
  })
})

describe('nothing comes', () => {
  test('of people whom one blocks or mutes, in a truce, in a paused thread, behind a filter that hides', async () => {
    const [ada, ben, cleo, dora, eve] = await cast(server, 'ada', 'ben', 'cleo', 'dora', 'eve')
    const device = await deviceOf(ada)
    await ada.api.post(`/api/v1/accounts/${ben.id}/block`)
    await ada.api.post(`/api/v1/accounts/${cleo.id}/mute`)
    const post = await say(ada, 'a lantern')
    await ada.api.post(`/api/v1/statuses/${post.id}/mute`)
    await ada.api.post('/api/v2/filters', {
      title: 'no soup',
      context: ['notifications'],
      filter_action: 'hide',
      keywords_attributes: [{ keyword: 'soup' }],
    })
    for (const one of [ben, cleo]) await say(one, `@${ada.username} hello`)
    await say(dora, `@${ada.username} about the thread`, { in_reply_to_id: post.id })
    await say(eve, `@${ada.username} soup tonight`)
    expect(await told(device)).toEqual([])
    await say(eve, `@${ada.username} bread tonight`)
    expect(await told(device)).toHaveLength(1)
  })

  test('of what was read meanwhile', async () => {
    const [ada, ben, cleo] = await cast(server, 'ada', 'ben', 'cleo')
    const device = await deviceOf(ada)
    device.answer(503)
    await say(ben, `@${ada.username} first`)
    await say(cleo, `@${ada.username} second`)
    await told(device)
    const tried = device.raw().length
    device.answer(201)
    const [newest] = (await ada.api.get('/api/v1/notifications')).body
    await ada.api.post('/api/v1/markers', { notifications: { last_read_id: newest.id } })
    await server.advance('PT2H')
    expect(device.raw()).toHaveLength(tried)
  })

  test('to a token that was revoked, a session that was ended, or somebody who is shut out', async () => {
    const [ada, ben, cleo, dora] = await cast(server, 'ada', 'ben', 'cleo', 'dora')
    const apps = await server.visitor.post('/api/v1/apps', {
      client_name: 'other',
      redirect_uris: 'urn:ietf:wg:oauth:2.0:oob',
      scopes: 'read push',
    })
    const { client_id, client_secret, id } = apps.body
    server.ctx.db.prepare('UPDATE tokens SET app_id = ? WHERE account_id = ?').run(Number(id), ada.accountId)
    const devices = [await deviceOf(ada), await deviceOf(ben, { by: 'browser' }), await deviceOf(cleo)]
    await server.visitor.post('/oauth/revoke', { client_id, client_secret, token: ada.token })
    await ben.browser.delete('/auth/session')
    server.ctx.db.prepare('UPDATE members SET disabled_at = 1 WHERE account_id = ?').run(cleo.accountId)
    await say(dora, [ada, ben, cleo].map(({ username }) => `@${username}`).join(' '))
    for (const device of devices) expect(await told(device)).toEqual([])
  })

  test('in quiet hours by the clock of the member, and once after them with how much there is', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const device = await deviceOf(ada)
    const zone = 'Pacific/Auckland'
    const at = (ms: number) =>
      new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
        ms,
      )
    const now = server.ctx.now()
    const hour = 3_600_000
    const choices = { quiet_from: at(now - hour), quiet_to: at(now + 2 * hour), time_zone: zone }
    expect((await ada.browser.patch('/api/community/v1/push', choices)).body).toEqual({ bare: false, ...choices })
    for (const word of ['one', 'two', 'three']) await say(ben, `@${ada.username} ${word}`)
    await server.advance('PT1H')
    expect(device.messages()).toEqual([])
    await server.advance('PT90M')
    expect(device.messages().map(({ body }) => body)).toEqual(['3 new things came while it was quiet.'])
    const wrong = await ada.browser.patch('/api/community/v1/push', { time_zone: 'Mars/Olympus', quiet_from: '25:00' })
    expect([wrong.status, Object.keys(wrong.body.details).sort()]).toEqual([422, ['quiet_from', 'time_zone']])
  })

  test('to an address that its service gave up, while one that is only busy is tried again', async () => {
    const [ada, ben, cleo] = await cast(server, 'ada', 'ben', 'cleo')
    const [gone, busy] = [await deviceOf(ada), await deviceOf(ben)]
    gone.answer(410)
    busy.answer(429)
    await say(cleo, `@${ada.username} @${ben.username} hello`)
    await server.advance('PT1S')
    expect((await ada.api.get(PATH)).status).toBe(404)
    expect((await ben.api.get(PATH)).status).toBe(200)
    busy.answer(201)
    await server.advance('PT5M')
    expect(gone.raw()).toHaveLength(1)
    expect(busy.raw()).toHaveLength(2)
  })
})
