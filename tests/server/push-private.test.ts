import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, follow, say } from '../support/masto.ts'
import { everything, PUSH_PATH, startPush } from '../support/push.ts'
import type { Person, TestServer } from '../support/server.ts'

let server: TestServer
let push: Awaited<ReturnType<typeof startPush>>
beforeAll(async () => {
  push = await startPush()
  server = push.server
})
afterAll(() => push.stop())

describe('nothing private', () => {
  const choose = (person: Person, choices: object) => person.browser.patch('/api/community/v1/push', choices)

  test('stands in it if the member says so: no name, no word, no picture of anybody', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    expect((await choose(ada, { bare: true })).body.bare).toBe(true)
    const devices = [await push.deviceOf(ada), await push.deviceOf(ada, { by: 'browser' })]
    await say(ben, `@${ada.username} have you seen the lantern?`)
    for (const device of devices) {
      const [message] = await push.told(device)
      const text = JSON.stringify(message)
      for (const word of ['lantern', ben.username, ben.id, '/avatars']) expect(text).not.toContain(word)
      expect(message?.body).toBe('Something new is in your inbox.')
    }
  })

  test('of a private mention but who wrote', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    await follow(ada, ben)
    const device = await push.deviceOf(ada)
    await say(ben, `@${ada.username} meet me at the bridge`, { visibility: 'direct' })
    expect(await push.bodies(device)).toEqual([`${ben.username} wrote to you privately: `])
  })

  test('MUST: a topic that is discreet brings neither a name nor a word', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const device = await push.deviceOf(ada)
    const warned = { spoiler_text: 'sexual assault', warning_topics: ['sexual-assault'] }
    const post = await say(ben, `@${ada.username} what happened`, warned)
    expect(post.warning_topics).toEqual(['sexual-assault'])
    const [message] = await push.told(device)
    expect(JSON.stringify(message)).not.toMatch(new RegExp(`${ben.username}|happened|assault`))
  })

  test('of what stands behind a warning but the warning', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const device = await push.deviceOf(ada)
    await say(ben, `@${ada.username} soup tonight`, { spoiler_text: 'food' })
    expect(await push.bodies(device)).toEqual([`${ben.username} mentioned you: CW: food`])
  })

  test('MUST: of mediation, whose knock has no name and no subject and comes once in two days at most', async () => {
    const [ada, eva] = await cast(server, 'ada', 'eva')
    const own = await push.deviceOf(ada, { by: 'browser' })
    // a program that knows Mastodon's kinds alone, and one that asked for this
    const { notice: _, ...known } = everything
    const others = await push.deviceOf(ada, { data: { alerts: known } })
    const asking = await push.deviceOf(eva, { data: { alerts: { 'community.mediation': true } } })
    const knock = () =>
      server.ctx.transact(() => {
        for (const { accountId } of [ada, eva]) server.ctx.emit('noticeGiven', { accountId, kind: 'mediation', ref: 0 })
      })
    knock()
    const [message] = await push.told(own)
    expect(message).toMatchObject({
      notification_type: 'notice',
      notification_id: 0,
      url: '/inbox',
      body: expect.stringContaining('You have a message on'),
    })
    expect(JSON.stringify(message)).not.toMatch(/mediat|conflict|talk|case|disagree/i)
    const [elsewhere] = await push.told(asking)
    expect({ ...elsewhere, url: '/inbox', access_token: '' }, 'the same words in another program').toEqual(message)
    knock()
    await server.advance('P2D')
    expect(own.messages()).toHaveLength(1)
    await server.advance('P2D')
    knock()
    expect(await push.told(own)).toHaveLength(2)
    expect(others.messages()).toEqual([])
    await ada.browser.put(PUSH_PATH, { data: { alerts: { ...everything, notice: false } } })
    await server.advance('P4D')
    knock()
    expect(await push.told(own)).toHaveLength(2)
  })
})

describe('nothing comes', () => {
  test('of people whom one blocks or mutes, in a truce, in a paused thread, behind a filter that hides', async () => {
    const [ada, ben, cleo, dora, eve] = await cast(server, 'ada', 'ben', 'cleo', 'dora', 'eve')
    const device = await push.deviceOf(ada)
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
    expect(await push.told(device)).toEqual([])
    await say(eve, `@${ada.username} bread tonight`)
    expect(await push.told(device)).toHaveLength(1)
  })

  test('of what was read meanwhile', async () => {
    const [ada, ben, cleo] = await cast(server, 'ada', 'ben', 'cleo')
    const device = await push.deviceOf(ada)
    device.answer(503)
    await say(ben, `@${ada.username} first`)
    await say(cleo, `@${ada.username} second`)
    await push.told(device)
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
    const devices = [await push.deviceOf(ada), await push.deviceOf(ben, { by: 'browser' }), await push.deviceOf(cleo)]
    await server.visitor.post('/oauth/revoke', { client_id, client_secret, token: ada.token })
    await ben.browser.delete('/auth/session')
    server.ctx.db.prepare('UPDATE members SET disabled_at = 1 WHERE account_id = ?').run(cleo.accountId)
    await say(dora, [ada, ben, cleo].map(({ username }) => `@${username}`).join(' '))
    for (const device of devices) expect(await push.told(device)).toEqual([])
  })

  test('in quiet hours by the clock of the member, and once after them with how much there is', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    const device = await push.deviceOf(ada)
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

  test('of what came first in quiet hours, and yet of what came after it', async () => {
    const [ada, ben, cleo] = await cast(server, 'ada', 'ben', 'cleo')
    await follow(ada, ben)
    const device = await push.deviceOf(ada, { data: { policy: 'followed' } })
    const hour = 3_600_000
    const at = (ms: number) => new Date(ms).toISOString().slice(11, 16)
    const now = server.ctx.now()
    await ada.browser.patch('/api/community/v1/push', {
      ...{ quiet_from: at(now - hour), quiet_to: at(now + 2 * hour), time_zone: 'UTC' },
    })
    await say(cleo, `@${ada.username} by nobody whom she follows`)
    await say(ben, `@${ada.username} read meanwhile`)
    const [newest] = (await ada.api.get('/api/v1/notifications')).body
    await ada.api.post('/api/v1/markers', { notifications: { last_read_id: newest.id } })
    await say(ben, `@${ada.username} wanted`)
    await server.advance('PT150M')
    expect(device.messages().map(({ body }) => body)).toEqual([`@${ada.username} wanted`])
  })

  test('to an address that its service gave up, while one that is only busy is tried again', async () => {
    const [ada, ben, cleo] = await cast(server, 'ada', 'ben', 'cleo')
    const [gone, busy] = [await push.deviceOf(ada), await push.deviceOf(ben)]
    gone.answer(410)
    busy.answer(429)
    await say(cleo, `@${ada.username} @${ben.username} hello`)
    await server.advance('PT1S')
    expect((await ada.api.get(PUSH_PATH)).status).toBe(404)
    expect((await ben.api.get(PUSH_PATH)).status).toBe(200)
    busy.answer(201)
    await server.advance('PT5M')
    expect(gone.raw()).toHaveLength(1)
    expect(busy.raw()).toHaveLength(2)
  })
})
