import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mastoOf } from '../support/masto.ts'
import { moving, plain } from '../support/pictures.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const path = '/api/community/v1/admin/emojis'

let server: TestServer
let moderator: Person
let alice: Person
beforeAll(async () => {
  server = await startServer()
  moderator = await server.signUp('moderator_one', { roles: ['moderator'] })
  alice = await server.signUp('alice')
})
afterAll(() => server.stop())

function add(shortcode: string, bytes: Uint8Array, by = moderator, more: Record<string, string> = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ shortcode, ...more })) form.set(name, value)
  form.set('image', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'fist.png')
  return by.browser.post(path, form)
}
const picture = (colour = '#b01e17') => plain(300, 300, colour).png().toBuffer()
const listed = async () => (await server.visitor.get('/api/v1/custom_emojis')).body
const post = async (status: string, more = {}) =>
  (await alice.browser.post('/api/v1/statuses', { status, ...more })).body
const codes = (emojis: { shortcode: string }[]) => emojis.map(({ shortcode }) => shortcode)

describe('a small picture of the community', () => {
  test('is added by those who keep them, made small, and offered to every program', async () => {
    const { status, body } = await add('fist', await picture(), moderator, { category: 'Signs' })
    expect([status, body.shortcode, body.category, body.animated, body.disabled]).toEqual([
      ...[200, 'fist', 'Signs', false],
      false,
    ])
    const [shown] = await listed()
    expect(shown).toEqual({
      shortcode: 'fist',
      url: body.url,
      static_url: body.url,
      visible_in_picker: true,
      category: 'Signs',
    })
    const file = await fetch(shown.url)
    const { width, format } = await sharp(Buffer.from(await file.arrayBuffer())).metadata()
    expect([format, width]).toEqual(['webp', 128])
    const [typed] = await mastoOf(server, alice).v1.customEmojis.list()
    expect(typed?.shortcode).toBe('fist')
  })

  test('that moves has a copy that stands still', async () => {
    const { body } = await add('party', await moving(64, 64))
    expect(body.animated).toBe(true)
    const pages = async (url: string) =>
      (await sharp(Buffer.from(await (await fetch(url)).arrayBuffer())).metadata()).pages ?? 1
    expect([await pages(body.url), await pages(body.static_url)]).toEqual([2, 1])
  })

  test('stands with every post, warning, poll and profile that names it, and with no other', async () => {
    const poll = { options: ['yes :fist:', 'no'], expires_in: 3600 }
    const said = await post('Up :fist: and :unknown: and a:fist:b', { spoiler_text: ':party: tonight', poll })
    expect(codes(said.emojis).sort()).toEqual(['fist', 'party'])
    expect(said.content).toContain(':fist:')
    expect(codes(said.poll.emojis)).toEqual(['fist'])
    expect((await post('no picture, 10:30:15')).emojis).toEqual([])
    await alice.browser.patch('/api/v1/accounts/update_credentials', {
      display_name: 'Alice :fist:',
      fields_attributes: [{ name: 'mood', value: ':party:' }],
    })
    const { body: person } = await server.visitor.get(`/api/v1/accounts/${alice.id}`)
    expect(codes(person.emojis).sort()).toEqual(['fist', 'party'])
  })

  test('stands with an announcement, for those who read it and those who write it', async () => {
    const admin = '/api/community/v1/admin/announcements'
    const { body } = await moderator.browser.post(admin, { text: 'Come along :fist: or :nothing:' })
    const [read] = (await alice.api.get('/api/v1/announcements')).body
    const [written] = (await moderator.browser.get(admin)).body
    for (const one of [body, read, written]) expect(codes(one.emojis)).toEqual(['fist'])
  })

  test('stands with what a post said before', async () => {
    const said = await post('first :fist:')
    await alice.browser.put(`/api/v1/statuses/${said.id}`, { status: 'then :party:' })
    const { body } = await alice.browser.get(`/api/v1/statuses/${said.id}/history`)
    expect(body.map(({ emojis }: { emojis: { shortcode: string }[] }) => codes(emojis))).toEqual([['fist'], ['party']])
  })

  test('is out of use at once where it stands already, and in use again', async () => {
    const said = await post('now :fist:')
    const shown = async () => codes((await server.visitor.get(`/api/v1/statuses/${said.id}`)).body.emojis)
    expect(await shown()).toEqual(['fist'])
    await moderator.browser.patch(`${path}/fist`, { disabled: true })
    expect([await shown(), codes(await listed())]).toEqual([[], ['party']])
    expect((await add('fist', await picture())).status).toBe(422)
    await moderator.browser.patch(`${path}/fist`, { disabled: false })
    expect(await shown()).toEqual(['fist'])
  })

  test('leaves no trace when it is deleted', async () => {
    const { body } = await add('short_lived', await picture())
    const said = await post('here :short_lived:')
    expect((await moderator.browser.delete(`${path}/short_lived`)).status).toBe(200)
    await server.advance('PT1S')
    expect((await fetch(body.url)).status).toBe(404)
    expect((await server.visitor.get(`/api/v1/statuses/${said.id}`)).body.emojis).toEqual([])
    expect((await moderator.browser.delete(`${path}/short_lived`)).status).toBe(404)
  })

  test('is refused in the words of its field', async () => {
    const wrong = async (shortcode: string, bytes: Uint8Array) => (await add(shortcode, bytes)).body.details
    expect((await wrong('', await picture())).shortcode[0].error).toBe('ERR_BLANK')
    expect((await wrong('a-b', await picture())).shortcode[0].error).toBe('ERR_INVALID')
    expect((await wrong('fist', await picture())).shortcode[0].error).toBe('ERR_TAKEN')
    expect((await wrong('words', Buffer.from('<svg onload="x()"/>'))).image[0].error).toBe('ERR_INVALID')
    expect((await wrong('empty', Buffer.alloc(0))).image[0].error).toBe('ERR_BLANK')
    const noise = await sharp(
      Buffer.alloc(400 * 400 * 3, 0).map(() => Math.random() * 256),
      {
        raw: { width: 400, height: 400, channels: 3 },
      },
    )
      .png()
      .toBuffer()
    expect((await add('large', noise)).status).toBe(413)
  })

  test('is kept by those who may, and what they did is written down', async () => {
    expect((await add('mine', await picture(), alice)).status).toBe(403)
    const rows = server.ctx.db
      .prepare(`SELECT action, label, account_id AS by FROM staff_log WHERE label = 'fist' ORDER BY id`)
      .all()
    expect(rows).toEqual(
      ['emoji.add', 'emoji.disable', 'emoji.enable'].map((action) => ({
        action,
        label: 'fist',
        by: moderator.accountId,
      })),
    )
  })
})

describe('without the program of our pages', () => {
  test('a post, a profile and a feed show small pictures, where words name them and not where they are quoted', async () => {
    const { body } = await add('rose', await picture())
    const shown = `<img class="emoji_emoji" src="${body.url}" alt=":rose:"`
    const about = { display_name: 'Alice :rose:', note: 'Bread and :rose:s, and :rose:', discoverable: true }
    await alice.api.patch('/api/v1/accounts/update_credentials', about)
    const said = await post('Red :rose: & :nothing: https://left.example/:rose:/on')
    const page = async (path: string) => (await server.visitor.get(path, { accept: 'text/html' })).text
    const ofPost = await page(`/@alice/${said.id}`)
    expect(ofPost).toContain(`Red <picture class="emoji_place">`)
    expect(ofPost).toContain(shown)
    expect(ofPost).toContain('&amp; :nothing:')
    // an address keeps its letters wherever a link is hidden from eyes or leads
    expect(ofPost).toContain('href="https://left.example/:rose:/on"')
    const warned = await post('inside', { spoiler_text: 'about a :rose:' })
    expect(await page(`/@alice/${warned.id}`)).toContain('about a <picture')
    const profile = await page('/@alice')
    expect(profile).toContain('<h1 dir="auto">Alice <picture')
    expect(profile).toContain('and <picture')
    expect(profile).toContain(':rose:s')
    expect(profile).toContain('<title>Alice :rose: (@alice)')
    const feed = (await server.visitor.get('/@alice.atom')).text
    expect(feed).toContain(`Red &lt;img src=&quot;${body.static_url}&quot; alt=&quot;:rose:&quot;`)
  })
})
