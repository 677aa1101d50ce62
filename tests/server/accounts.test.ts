import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, follow, mastoOf, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let alice: Person
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('Alice', { roles: ['moderator'] })
})
afterAll(() => server.stop())

const update = (body: unknown, person = alice) => person.api.patch('/api/v1/accounts/update_credentials', body)

describe('a profile', () => {
  test('is there for everyone, by id and by address', async () => {
    await say(alice, 'Hello')
    const account = await mastoOf(server).v1.accounts.$select(alice.id).fetch()
    expect(account).toMatchObject({
      id: alice.id,
      username: 'Alice',
      acct: 'Alice',
      url: `${server.url}/@Alice`,
      statusesCount: 1,
      fields: [],
      emojis: [],
      roles: [{ id: 'moderator', name: 'Moderator', color: '' }],
    })
    expect(account.createdAt).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/)
    expect(account.lastStatusAt).toMatch(/^\d{4}-\d\d-\d\d$/)
    for (const acct of ['alice', '@Alice', `alice@${new URL(server.url).host}`]) {
      expect((await mastoOf(server).v1.accounts.lookup({ acct })).id).toBe(alice.id)
    }
    expect((await server.visitor.get(`/api/v1/accounts?id[]=${alice.id}&id[]=1`)).body).toHaveLength(1)
  })

  test('has pictures at absolute addresses that are there, also when none was chosen', async () => {
    const account = (await server.visitor.get(`/api/v1/accounts/${alice.id}`)).body
    for (const name of ['avatar', 'avatar_static', 'header', 'header_static']) {
      const picture = await fetch(account[name])
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
    }
  })

  test('of nobody and of somebody who waits to be let in are told apart by nothing', async () => {
    const waiting = await server.signUp('waiting', { waiting: true })
    const absent = await server.visitor.get('/api/v1/accounts/1234567890123456')
    const unseen = await server.visitor.get(`/api/v1/accounts/${waiting.id}`)
    expect([unseen.status, unseen.text]).toEqual([404, absent.text])
    expect((await server.visitor.get('/api/v1/accounts/lookup?acct=waiting')).text).toBe(absent.text)
    expect((await server.visitor.get('/api/v1/accounts/lookup?acct=alice@elsewhere.example')).text).toBe(absent.text)
    expect((await server.visitor.get('/api/v1/accounts/nonsense')).text).toBe(absent.text)
    expect((await alice.api.get('/api/v1/accounts/search?q=wait')).body).toEqual([])
  })

  test('of a suspended person is there without what they said of themselves', async () => {
    const [gone] = await cast(server, 'gone')
    await update({ display_name: 'Gone', note: 'My text' }, gone)
    await say(gone, 'My post')
    server.ctx.db.prepare('UPDATE accounts SET suspended_at = 1 WHERE id = ?').run(gone.accountId)
    const account = (await server.visitor.get(`/api/v1/accounts/${gone.id}`)).body
    expect(account).toMatchObject({ suspended: true, display_name: '', note: '' })
    expect((await alice.api.get(`/api/v1/accounts/${gone.id}/statuses`)).body).toEqual([])
  })
})

describe('oneself', () => {
  test('is shown with what only oneself sees', async () => {
    const [bob, asker] = await cast(server, 'bob', 'asker')
    await update({ locked: 'true', note: 'See #soup' }, bob)
    await follow(asker, bob)
    const me = await mastoOf(server, bob).v1.accounts.verifyCredentials()
    expect(me.source).toMatchObject({ note: 'See #soup', privacy: 'public', followRequestsCount: 1 })
    expect(me.note).toContain('<a href=')
    expect(me.role.permissions).toBe('0')
  })

  test('needs a person: visitors and programs by themselves are refused', async () => {
    expect((await server.visitor.get('/api/v1/accounts/verify_credentials')).status).toBe(401)
    const waiting = await server.signUp('later', { waiting: true })
    const reply = await waiting.api.get('/api/v1/accounts/verify_credentials')
    expect([reply.status, reply.body.error]).toEqual([403, 'Your login is currently pending approval'])
  })
})

describe('editing a profile', () => {
  test('changes name, text and choices, and leaves the rest', async () => {
    const [bob] = await cast(server, 'bob')
    await update({ display_name: ' Bob  the\nBaker ', note: 'Bread & https://example.org' }, bob)
    const reply = await update(new URLSearchParams({ locked: '1', bot: 'true', discoverable: 'on' }), bob)
    expect(reply.body).toMatchObject({
      display_name: 'Bob the Baker',
      locked: true,
      bot: true,
      discoverable: true,
      source: { note: 'Bread & https://example.org' },
    })
    expect(reply.body.note).toMatch(/^<p>Bread &amp; <a href="https:\/\/example\.org"/)
    const choices = await update({ source: { privacy: 'unlisted', sensitive: true, language: 'de' } }, bob)
    expect(choices.body.source).toMatchObject({ privacy: 'unlisted', sensitive: true, language: 'de' })
    expect((await update({ source: { language: '' } }, bob)).body.source).toMatchObject({
      privacy: 'unlisted',
      language: null,
    })
    expect((await bob.api.get('/api/v1/preferences')).body['posting:default:visibility']).toBe('unlisted')
  })

  test('says of each field what does not hold, and changes nothing', async () => {
    const [bob] = await cast(server, 'bob')
    const reply = await update({ display_name: 'x'.repeat(31), note: 'y'.repeat(501) }, bob)
    expect(reply.status).toBe(422)
    expect(reply.body.details).toMatchObject({
      display_name: [{ error: 'ERR_TOO_LONG' }],
      note: [{ error: 'ERR_TOO_LONG' }],
    })
    expect((await update({ source: { privacy: 'nobody' } }, bob)).status).toBe(422)
  })

  test('takes a picture through masto, shows it, and forgets the one before', async () => {
    const [bob] = await cast(server, 'bob')
    const picture = async (color: string) =>
      new Blob([
        new Uint8Array(
          await sharp({ create: { width: 60, height: 40, channels: 3, background: color } })
            .png()
            .toBuffer(),
        ),
      ])
    const masto = mastoOf(server, bob)
    const first = await masto.v1.accounts.updateCredentials({ avatar: await picture('red') })
    expect((await fetch(first.avatar)).headers.get('content-type')).toBe('image/webp')
    const second = await masto.v1.accounts.updateCredentials({ avatar: await picture('blue') })
    expect(second.avatar).not.toBe(first.avatar)
    await server.advance('PT1M')
    expect((await fetch(first.avatar)).status).toBe(404)
    expect((await fetch(second.avatar)).status).toBe(200)
    const bare = (await bob.api.delete('/api/v1/profile/avatar')).body
    expect(bare.avatar).toContain('missing')
    await server.advance('PT1M')
    expect((await fetch(second.avatar)).status).toBe(404)
  })

  test('refuses a file that is no picture', async () => {
    const [bob] = await cast(server, 'bob')
    const form = new FormData()
    form.set('avatar', new Blob(['<svg onload="alert(1)"/>'], { type: 'image/png' }), 'me.png')
    form.set('display_name', 'Changed')
    const reply = await update(form, bob)
    expect([reply.status, reply.body.details.avatar[0].error]).toEqual([422, 'ERR_INVALID'])
    const banner = new FormData()
    banner.set('header', new Blob(['x'], { type: 'image/png' }), 'header.png')
    expect((await update(banner, bob)).body.details.header[0].error).toBe('ERR_INVALID')
    expect((await server.visitor.get(`/api/v1/accounts/${bob.id}`)).body.display_name).toBe('')
  })
})

describe('searching for people', () => {
  test('finds the beginnings of names and display names, the very name first, then those one follows', async () => {
    const [reader] = await cast(server, 'searcher')
    const names = ['anna', 'annabel', 'annika', 'zora']
    const [anna, annabel, annika, zora] = await Promise.all(names.map((name) => server.signUp(name)))
    await zora?.api.patch('/api/v1/accounts/update_credentials', { display_name: 'Änne Anders' })
    if (annika) await follow(reader, annika)
    const found = async (query: string) =>
      (await reader.api.get(`/api/v1/accounts/search?${query}`)).body.map(({ id }: { id: string }) => id)
    expect(await found('q=anna')).toEqual([anna?.id, annabel?.id])
    expect(await found('q=ANN')).toEqual([annika?.id, anna?.id, annabel?.id, zora?.id])
    expect(await found(`q=${encodeURIComponent('@anna@')}${new URL(server.url).host}`)).toEqual([anna?.id, annabel?.id])
    expect(await found(`q=${encodeURIComponent('änne')}`)).toEqual([zora?.id])
    expect(await found('q=ann&following=true')).toEqual([annika?.id])
    expect(await found('q=ann&limit=1')).toEqual([annika?.id])
    expect(await found('q=anna@elsewhere.example')).toEqual([])
    expect(await found('q=')).toEqual([])
    expect((await mastoOf(server, reader).v1.accounts.search.list({ q: 'annab' })).map(({ id }) => id)).toEqual([
      annabel?.id,
    ])
  })

  test('is for members', async () => {
    expect((await server.visitor.get('/api/v1/accounts/search?q=anna')).status).toBe(401)
  })
})
