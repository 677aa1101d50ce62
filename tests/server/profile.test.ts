import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, follow, mastoOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const update = (person: Person, body: unknown) => person.api.patch('/api/v1/accounts/update_credentials', body)
const seen = async (person: Person) => (await server.visitor.get(`/api/v1/accounts/${person.id}`)).body

const picture = async (width: number, height: number) =>
  new Blob([
    new Uint8Array(
      await sharp({ create: { width, height, channels: 3, background: 'green' } })
        .png()
        .toBuffer(),
    ),
  ])

describe('my profile as I edit it', () => {
  test('is read and changed through masto, in the words that I wrote, without pictures that I did not choose', async () => {
    const [ann] = await cast(server, 'ann')
    const profile = mastoOf(server, ann).v1.profile
    expect(await profile.fetch()).toMatchObject({ id: ann.id, note: '', avatar: null, header: null, locked: false })
    const now = await profile.update({ note: 'Bread & #soup', locked: true, avatar: await picture(20, 20) })
    expect(now).toMatchObject({ note: 'Bread & #soup', locked: true, header: null })
    expect(now.avatar).toMatch(/^http/)
    expect(await profile.fetch()).toEqual(now)
    expect((await seen(ann)).note).toContain('Bread &amp;')
    expect((await server.visitor.get('/api/v1/profile')).status).toBe(401)
    const reader = await server.signUp('profile_reader', { scopes: 'profile' })
    expect((await reader.api.get('/api/v1/profile')).status).toBe(200)
    expect((await reader.api.patch('/api/v1/profile', { note: 'x' })).status).toBe(403)
  })
})

describe('the lines of a profile', () => {
  test('come through masto, lead where they say, and stand for the writer as they were written', async () => {
    const [bob] = await cast(server, 'bob')
    const account = await mastoOf(server, bob).v1.accounts.updateCredentials({
      fieldsAttributes: [
        { name: 'Website', value: 'https://bread.example/about' },
        { name: 'Likes', value: '#Soup & <b>bread</b>' },
      ],
    })
    expect(account.fields.map(({ name }) => name)).toEqual(['Website', 'Likes'])
    const [site, likes] = account.fields
    expect(site?.value).toMatch(/^<a href="https:\/\/bread\.example\/about" target="_blank" rel="nofollow noopener me"/)
    expect(likes?.value).toContain('&lt;b&gt;bread')
    expect(likes?.value).toContain('/tags/soup')
    expect(account.source.fields?.map(({ value }) => value)).toEqual([
      'https://bread.example/about',
      '#Soup & <b>bread</b>',
    ])
    expect((await seen(bob)).fields[0].verified_at).toBeNull()
    const page = await server.visitor.get(`/@${bob.username}`, { accept: 'text/html' })
    expect(page.text).toMatch(/<a href="https:\/\/bread\.example\/about"[^>]* rel="nofollow noopener me"/)
  })

  test('are taken in every form in which programs send them', async () => {
    const [bob] = await cast(server, 'bob')
    const forms = [
      {
        fields_attributes: [
          { name: 'a', value: 'b' },
          { name: 'c', value: 'd' },
        ],
      },
      { fields_attributes: { 0: { name: 'a', value: 'b' }, 1: { name: 'c', value: 'd' } } },
      new URLSearchParams(
        'fields_attributes[0][name]=a&fields_attributes[0][value]=b&fields_attributes[1][name]=c&fields_attributes[1][value]=d',
      ),
      new URLSearchParams(
        'fields_attributes[][name]=a&fields_attributes[][value]=b&fields_attributes[][name]=c&fields_attributes[][value]=d',
      ),
    ]
    for (const form of forms) {
      expect((await update(bob, { fields_attributes: [{ name: '', value: '' }] })).body.fields).toEqual([])
      const { status, body } = await update(bob, form)
      expect([status, body.source.fields]).toEqual([
        200,
        [
          { name: 'a', value: 'b', verified_at: null },
          { name: 'c', value: 'd', verified_at: null },
        ],
      ])
    }
    expect((await update(bob, { display_name: 'Bob' })).body.fields).toHaveLength(2)
  })

  test('are four at most, and each says what it is', async () => {
    const [bob] = await cast(server, 'bob')
    const five = Array.from({ length: 5 }, (_, n) => ({ name: `n${n}`, value: 'v' }))
    for (const lines of [five, [{ name: '', value: 'b' }], [{ name: 'x'.repeat(256), value: 'b' }]]) {
      const { status, body } = await update(bob, { fields_attributes: lines })
      expect([status, Object.keys(body.details)]).toEqual([422, ['fields']])
    }
    expect((await update(bob, { fields_attributes: 'nonsense' })).body.fields).toEqual([])
    expect((await update(bob, { fields_attributes: ['nonsense'] })).status).toBe(422)
    expect((await server.visitor.get('/api/v2/instance')).body.configuration.accounts).toMatchObject({
      max_profile_fields: 4,
      profile_field_value_limit: 255,
    })
  })
})

test('a profile’s text names people and hashtags, and leads to them', async () => {
  const [bob, ann] = await cast(server, 'bob', 'ann')
  const note = `With @${ann.username.toUpperCase()} and @nobody_at_all, @ann@elsewhere.example for #Bread`
  await update(bob, { note })
  const account = await seen(bob)
  expect(account.note).toContain(`href="${server.url}/@${ann.username}"`)
  expect(account.note).toContain('/tags/bread')
  expect(account.note.match(/h-card/g)).toHaveLength(1)
})

describe('a banner', () => {
  test('is cut to three by one, described, replaced and taken away, through masto', async () => {
    const [bob] = await cast(server, 'bob')
    const masto = mastoOf(server, bob)
    const first = await masto.v1.accounts.updateCredentials({ header: await picture(900, 900) })
    const bytes = Buffer.from(await (await fetch(first.header)).arrayBuffer())
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 1500, height: 500 })
    await update(bob, { header_description: ' A field \n of wheat ', avatar_description: 'A face' })
    expect(await seen(bob)).toMatchObject({ header_description: 'A field of wheat', avatar_description: 'A face' })
    const page = await server.visitor.get(`/@${bob.username}`, { accept: 'text/html' })
    expect(page.text).toContain(`src="${first.header}" alt="A field of wheat"`)
    const both = new FormData()
    both.set('header', await picture(600, 200), 'h.png')
    both.set('avatar', await picture(60, 60), 'a.png')
    const second = (await update(bob, both)).body
    expect([second.header, second.avatar].every((url) => url.includes('/media/'))).toBe(true)
    await server.advance('PT1M')
    expect((await fetch(first.header)).status).toBe(404)
    const bare = await masto.v1.profile.header.remove()
    expect(bare.header).toContain('missing')
    expect((await seen(bob)).header_description).toBe('')
    await server.advance('PT1M')
    expect((await fetch(second.header)).status).toBe(404)
    expect((await fetch(second.avatar)).status).toBe(200)
  })

  test('that cannot be read takes the other picture with it: nothing is changed, and no file stays', async () => {
    const [bob] = await cast(server, 'bob')
    const form = new FormData()
    form.set('avatar', await picture(60, 60), 'a.png')
    form.set('header', new Blob(['no picture']), 'h.png')
    expect((await update(bob, form)).body.details).toHaveProperty('header')
    expect((await seen(bob)).avatar).toContain('missing')
    const long = await update(bob, { header_description: 'x'.repeat(401) })
    expect([long.status, Object.keys(long.body.details)]).toEqual([422, ['header_description']])
  })
})

test('whoever keeps their connections to themselves shows numbers and no names, but to themselves', async () => {
  const [bob, ann] = await cast(server, 'bob', 'ann')
  await follow(ann, bob)
  await follow(bob, ann)
  expect((await update(bob, { hide_collections: true })).body.source.hide_collections).toBe(true)
  for (const list of ['followers', 'following']) {
    const path = `/api/v1/accounts/${bob.id}/${list}`
    expect((await ann.api.get(path)).body).toEqual([])
    expect((await server.visitor.get(path)).body).toEqual([])
    expect((await bob.api.get(path)).body).toHaveLength(1)
  }
  expect(await seen(bob)).toMatchObject({ followers_count: 1, following_count: 1, hide_collections: true })
})

describe('an address in a profile', () => {
  const pages = new Map<string, string>()
  let asked = 0
  const elsewhere = createServer((request, response) => {
    asked += 1
    const page = pages.get(request.url ?? '')
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(page)
  })
  let own: TestServer
  let site: string
  beforeAll(async () => {
    await new Promise<void>((ready) => void elsewhere.listen(0, '127.0.0.1', ready))
    site = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
    own = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  })
  afterAll(async () => {
    elsewhere.close()
    await own.stop()
  })

  const verified = async (person: Person) =>
    (await own.visitor.get(`/api/v1/accounts/${person.id}`)).body.fields.map(
      (field: { verified_at: string | null }) => field.verified_at !== null,
    )

  test('is verified when its page links back with rel=me, and is not when it does not, or only shows the words', async () => {
    const bob = await own.signUp('bob')
    const link = `href="${own.url}/@bob"`
    pages.set('/mine', `<!doctype html><body><p><a class=x REL="noopener me" ${link}>Bob</a>`)
    pages.set('/head', `<link rel="me" ${link}/>`)
    pages.set('/without', `<a ${link}>Bob</a> <a rel="me" href="${own.url}/@bobby">`)
    pages.set('/words', `&lt;a rel="me" ${link}> <!-- <a rel="me" ${link}> --><script>'<a rel="me" ${link}>'</script>`)
    await update(bob, {
      fields_attributes: ['/mine', '/head', '/without', '/words'].map((path) => ({ name: path, value: site + path })),
    })
    await own.advance('PT1S')
    expect(await verified(bob)).toEqual([true, true, false, false])
    asked = 0
    await update(bob, { fields_attributes: [{ name: 'Renamed', value: `${site}/mine` }] })
    await own.advance('PT1S')
    expect([await verified(bob), asked]).toEqual([[true], 0])
  })

  test('is looked at anew when it is changed, and loses its mark when the link is gone', async () => {
    const ann = await own.signUp('ann')
    pages.set('/ann', `<a rel="me" href="${own.url}/@Ann/">me</a>`)
    await update(ann, { fields_attributes: [{ name: 'Site', value: `${site}/ann` }] })
    await own.advance('PT1S')
    expect(await verified(ann)).toEqual([true])
    await update(ann, { fields_attributes: [{ name: 'Site', value: `${site}/none` }] })
    expect(await verified(ann)).toEqual([false])
    await update(ann, { fields_attributes: [{ name: 'Site', value: `${site}/ann` }] })
    await own.advance('PT1S')
    pages.delete('/ann')
    await own.advance('P2D')
    await update(ann, { display_name: 'Ann' })
    await own.advance('PT1S')
    expect(await verified(ann)).toEqual([false])
  })

  test('of this community itself, and one within a sentence, are not looked at', async () => {
    const eve = await own.signUp('eve')
    asked = 0
    const lines = [`${own.url}/@bob`, `see ${site}/mine`, 'ftp://x.example/', 'mailto:a@b.example']
    await update(eve, { fields_attributes: lines.map((value) => ({ name: 'n', value })) })
    await own.advance('PT1S')
    expect([await verified(eve), asked]).toEqual([[false, false, false, false], 0])
  })
})
