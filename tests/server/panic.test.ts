import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isInboundPaused } from '../../server/policies/panic.ts'
import { mailsOf, newBrowser, settle, signUpForm } from '../support/newcomer.ts'
import { photo, upload } from '../support/pictures.ts'
import { PASSWORD, type Person, startServer, type TestServer } from '../support/server.ts'
import { openSocket } from '../support/stream.ts'

const path = '/api/community/v1/admin/panic'

let server: TestServer
let mia: Person
let noa: Person
let alice: Person
beforeAll(async () => {
  server = await startServer({ REGISTRATIONS: 'open' })
  mia = await server.signUp('mia', { roles: ['moderator'] })
  noa = await server.signUp('noa', { roles: ['admin'] })
  alice = await server.signUp('alice')
})
afterAll(() => server.stop())

const turn = (kind: string, more: Record<string, unknown> = {}, by = mia) =>
  by.browser.post(path, { kind, hours: 1, reason: 'a raid', ...more })
const off = async (kind: string) => {
  const { body } = await mia.browser.get(path)
  const id = body.on.find((one: { kind: string }) => one.kind === kind).id
  return mia.browser.post(`${path}/${id}/end`)
}
const post = (by: Person, status: string, more = {}) => by.api.post('/api/v1/statuses', { status, ...more })
/** What a switch does while it is on, and that it does it no more once it is off. */
async function whileOn(kind: string, look: () => Promise<unknown>): Promise<unknown[]> {
  const before = await look()
  expect((await turn(kind)).status).toBe(200)
  const during = await look()
  await off(kind)
  return [before, during, await look()]
}
let names = 0
const sign = async () => {
  names += 1
  return (await newBrowser(server).post('/auth/sign-up', signUpForm(`newcomer_${names}`))).status
}

describe('a switch for bad hours', () => {
  test('closes the doors, or leaves them to those who are invited', async () => {
    expect(await whileOn('close_sign_ups', sign)).toEqual([200, 403, 200])
    expect(await whileOn('invite_only', sign)).toEqual([200, 422, 200])
  })

  test('lets newcomers post once somebody said yes', async () => {
    const fresh = await server.signUp('fresh')
    server.ctx.db.prepare('UPDATE members SET known_at = NULL WHERE account_id = ?').run(fresh.accountId)
    await turn('first_posts')
    const { status, body } = await post(fresh, 'hello')
    expect([status, body.error_code]).toEqual([422, 'new_member'])
    expect((await post(alice, 'known')).status).toBe(200)
    await mia.browser.post(`/api/community/v1/admin/people/${fresh.id}/vouch`)
    expect((await post(fresh, 'hello')).status).toBe(200)
    await off('first_posts')
  })

  test('takes no pictures, neither new ones nor those that were added before', async () => {
    const { body } = await upload(alice, await photo(20, 20))
    await turn('no_media')
    expect((await upload(alice, await photo(20, 20))).status).toBe(403)
    expect((await post(alice, 'look', { media_ids: [body.id] })).status).toBe(403)
    expect((await post(alice, 'words')).status).toBe(200)
    await off('no_media')
    expect((await post(alice, 'look', { media_ids: [body.id] })).status).toBe(200)
  })

  test('lets mentions through of those whom one follows only; the others wait', async () => {
    const ben = await server.signUp('ben')
    const told = async () =>
      (await alice.api.get('/api/v1/notifications?types[]=mention')).body.map(
        ({ account }: { account: { username: string } }) => account.username,
      )
    await turn('mentions_followed')
    await post(ben, '@alice you there')
    expect(await told()).toEqual([])
    await alice.api.post(`/api/v1/accounts/${ben.id}/follow`)
    await post(ben, '@alice now')
    expect((await told()).length).toBeGreaterThan(0)
    await off('mentions_followed')
  })

  test('lets everything rest but reading, safety, and those who can end it', async () => {
    await turn('read_only')
    const refused = await post(alice, 'now')
    expect([refused.status, refused.body.error_code]).toEqual([503, 'read_only'])
    expect((await alice.api.get('/api/v1/timelines/home')).status).toBe(200)
    expect((await alice.browser.post(`/api/v1/accounts/${noa.id}/mute`)).status).toBe(200)
    expect((await newBrowser(server).post('/auth/session', { login: 'alice', password: PASSWORD })).status).toBe(200)
    await off('read_only')
    expect((await post(alice, 'now')).status).toBe(200)
  })

  test('lets posts that wait for their time wait on while everything rests, and no longer', async () => {
    const scheduled_at = new Date(server.ctx.now() + 600_000).toISOString()
    expect((await post(alice, 'in ten minutes', { scheduled_at })).status).toBe(200)
    const posts = async () =>
      (await alice.api.get(`/api/v1/accounts/${alice.id}/statuses`)).body.filter(({ content }: { content: string }) =>
        content.includes('in ten minutes'),
      ).length
    await turn('read_only')
    await server.advance('PT20M')
    expect(await posts()).toBe(0)
    await off('read_only')
    await server.advance('PT6M')
    expect(await posts()).toBe(1)
  })

  test('hides the public lists from visitors, and not from members', async () => {
    const look = async () => [
      (await server.visitor.get('/api/v1/timelines/public?local=true')).status,
      (await alice.api.get('/api/v1/timelines/public?local=true')).status,
      (await server.visitor.get('/api/v1/timelines/tag/news')).status,
      (await server.visitor.get('/api/v2/search?q=findable')).body.hashtags.length,
      (await alice.api.get('/api/v2/search?q=findable')).body.hashtags.length,
      (await server.visitor.get('/local', { accept: 'text/html' })).text.includes('a word that is'),
    ]
    await post(alice, 'a word that is #findable')
    expect(await whileOn('hide_local', look)).toEqual([
      [200, 200, 200, 1, 1, true],
      [422, 200, 422, 0, 1, false],
      [200, 200, 200, 1, 1, true],
    ])
  })

  test('holds mails back, and sends them afterwards', async () => {
    await turn('stop_mail', { hours: 8 })
    names += 1
    const to = `newcomer_${names}@mail.example`
    await newBrowser(server).post('/auth/sign-up', signUpForm(`newcomer_${names}`))
    await settle(server)
    const state = () => mailsOf(server, to)[0]?.state
    expect(state()).toBe('waiting')
    await server.advance('PT61M')
    expect(state()).toBe('waiting')
    // who turns it off early lets them leave, though it was to hold for hours
    await off('stop_mail')
    await server.advance('PT6M')
    expect(state()).toBe('file')
  })

  test('logs everybody out but the person who wants it, programs and streams too', async () => {
    const zoe = await server.signUp('zoe')
    const socket = await openSocket(server, { token: zoe.token, query: '?stream=user' })
    expect((await turn('log_out_all')).status).toBe(200)
    expect((await zoe.api.get('/api/v1/timelines/home')).status).toBe(401)
    expect((await zoe.browser.get('/auth/session')).body.state).toBe('visitor')
    await socket.ended
    expect((await mia.browser.get(path)).body.on).toEqual([])
    alice = await server.signUp('alice_two')
    noa = await server.signUp('noa_two', { roles: ['admin'] })
  })

  test('takes nothing from other servers but those that are allowed', async () => {
    await turn('pause_inbound')
    server.ctx.db.prepare(`INSERT INTO domain_allows (id, domain, allowed_at) VALUES (1, 'friend.example', 1)`).run()
    const paused = (host: string) => isInboundPaused(server.ctx.db, host, server.ctx.now())
    expect([paused('stranger.example'), paused('friend.example'), paused('a.friend.example')]).toEqual([
      ...[true, false, false],
    ])
    await off('pause_inbound')
    expect(paused('stranger.example')).toBe(false)
  })

  test('says in public what it says, until it goes back by itself', async () => {
    await turn('invite_only', { notice: 'Too many came at once. Ask a member for an invite.', hours: 2 })
    const alerts = async () => (await server.visitor.get('/api/community/v1/about')).body.alerts
    expect(await alerts()).toMatchObject([{ text: 'Too many came at once. Ask a member for an invite.' }])
    expect((await alice.browser.get('/auth/session')).body.alerts).toHaveLength(1)
    await server.advance('PT121M')
    expect([await alerts(), (await mia.browser.get(path)).body.on]).toEqual([[], []])
    const row = server.ctx.db
      .prepare(`SELECT action, account_id AS by FROM staff_log WHERE label = 'invite_only' ORDER BY id DESC LIMIT 1`)
      .get()
    expect(row).toEqual({ action: 'panic.over', by: null })
  })
})

describe('MUST: over 24 hours a switch needs a second person', () => {
  const on = async (by = mia) => (await by.browser.get(path)).body.on[0]
  const hoursOn = (one: { ends_at: string; begun_at: string }) =>
    (Date.parse(one.ends_at) - Date.parse(one.begun_at)) / 3_600_000

  test('one person has it on for a day, and turning it off and on again begins no new one', async () => {
    await turn('hide_local', { hours: 72 })
    expect(hoursOn(await on())).toBeCloseTo(24, 2)
    expect((await on()).may_confirm).toBe(false)
    await server.advance('PT20H')
    await off('hide_local')
    await turn('hide_local', { hours: 48 }, noa)
    expect(Math.round(hoursOn(await on()))).toBe(4)
    await server.advance('PT5H')
    expect((await server.visitor.get('/api/v1/timelines/public')).status).toBe(200)
    expect((await turn('hide_local', { hours: 80 })).status).toBe(422)
  })

  test('who began it cannot agree to it, nor somebody whom they invited; another one can, once', async () => {
    const { id } = await on()
    expect((await noa.browser.post(`${path}/${id}/confirm`)).status).toBe(403)
    const puppet = await server.signUp('puppet', { roles: ['moderator'] })
    const invite = (await noa.browser.post('/api/community/v1/admin/invites', {})).body
    server.ctx.db.prepare('UPDATE members SET invite_id = ? WHERE account_id = ?').run(invite.id, puppet.accountId)
    expect((await puppet.browser.post(`${path}/${id}/confirm`)).body.error_code).toBe('needs_second')
    const both = await Promise.all([1, 2].map(() => mia.browser.post(`${path}/${id}/confirm`)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await server.visitor.get('/api/v1/timelines/public')).status).toBe(422)
    await server.advance('PT45H')
    expect((await server.visitor.get('/api/v1/timelines/public')).status).toBe(200)
  })

  test('is for those who may turn them', async () => {
    expect((await turn('read_only', {}, alice)).status).toBe(403)
    const { status, body } = await turn('read_only', { reason: ' ' })
    expect([status, body.details.reason[0].error]).toEqual([422, 'ERR_BLANK'])
  })
})
