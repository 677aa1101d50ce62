import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Account, Status } from '../../shared/api/wire.ts'
import { cast, follow, mastoOf, say, wordsOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

/** Lets the index catch up. */
const settle = () => server.advance('PT5S')

type Found = { accounts: Account[]; statuses: Status[]; hashtags: { name: string }[] }

async function posts(person: Person, q: string, more = ''): Promise<string[]> {
  const reply = await person.api.get<Found>(`/api/v2/search?type=statuses&q=${encodeURIComponent(q)}${more}`)
  expect(reply.status, reply.text).toBe(200)
  return wordsOf(reply.body.statuses)
}

const findable = (person: Person) => person.api.patch('/api/v1/accounts/update_credentials', { indexable: true })

describe('posts', () => {
  test('are found by their words, one’s own and those of people who allow it', async () => {
    const [ada, ben, cleo] = await cast(server, 'ada', 'ben', 'cleo')
    await findable(ada)
    await say(ada, 'The Pickets at the quarry gate')
    await say(ben, 'Pickets that only Ben finds')
    await settle()
    expect(await posts(cleo, 'pickets')).toEqual(['The Pickets at the quarry gate'])
    expect(await posts(ben, 'picket')).toEqual(['Pickets that only Ben finds', 'The Pickets at the quarry gate'])
    expect(await posts(cleo, 'pickets gate')).toHaveLength(1)
    expect(await posts(cleo, 'pickets -gate')).toEqual([])
    expect(await posts(cleo, '"quarry gate"')).toHaveLength(1)
    expect(await posts(cleo, '"gate quarry"')).toEqual([])
    const other = await mastoOf(server, cleo).v2.search.list({ q: 'quarry', type: 'statuses' })
    expect(wordsOf(other.statuses)).toEqual(['The Pickets at the quarry gate'])
  })

  test('are found by common words in one order, and not in the other', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    await findable(ada)
    await say(ada, 'Out of the kiln')
    await say(ada, 'Für die Öfen: the kiln of clay', { poll: { options: ['It is', 'is it'], expires_in: 3600 } })
    await settle()
    expect(await posts(ben, '"of the" kiln')).toEqual(['Out of the kiln'])
    expect(await posts(ben, '"OF THE kiln"')).toEqual(['Out of the kiln'])
    expect(await posts(ben, '"the of" kiln')).toEqual([])
    expect(await posts(ben, '"fur die" kiln')).toHaveLength(1)
    expect(await posts(ben, '"is it" kiln')).toHaveLength(1)
    for (const q of ['"the kilns"', '"kiln of clay"']) expect(await posts(ben, q), q).not.toEqual([])
    for (const q of ['"the kilt"', '"kiln the"', '"a kiln"']) expect(await posts(ben, q), q).toEqual([])
  })

  test('of somebody are asked for by their handle, and a name of another server is another person', async () => {
    const [ada, ben] = await cast(server, 'ada', 'ben')
    await findable(ada)
    await say(ada, 'Hornbeam hedges')
    await settle()
    for (const handle of [`@${ada.username}`, `${ada.username}@${new URL(server.url).host}`])
      expect(await posts(ben, `hornbeam from:${handle}`)).toHaveLength(1)
    expect(await posts(ben, `hornbeam from:${ada.username}@elsewhere.example`)).toEqual([])
  })

  test('are found no more from the moment their author does not want that', async () => {
    const [dora, ella] = await cast(server, 'dora', 'ella')
    await findable(dora)
    await say(dora, 'Marmalade for the fair')
    await settle()
    expect(await posts(ella, 'marmalade')).toHaveLength(1)
    await dora.api.patch('/api/v1/accounts/update_credentials', { indexable: false })
    expect(await posts(ella, 'marmalade')).toEqual([])
    await settle()
    expect(await posts(ella, 'marmalade')).toEqual([])
    expect(await posts(dora, 'marmalade')).toHaveLength(1)
    expect((await dora.api.get('/api/v1/accounts/verify_credentials')).body.source.indexable).toBe(false)
  })

  test('in which one is named, or which one answered, are in one’s library whatever their author allows', async () => {
    const [finn, gina] = await cast(server, 'finn', 'gina')
    const named = await say(finn, `@${gina.username} zucchini for you`, { visibility: 'direct' })
    const answered = await say(finn, 'zucchini for all')
    await say(finn, 'zucchini for nobody else')
    await settle()
    expect(await posts(gina, 'zucchini in:library')).toHaveLength(1)
    await say(gina, 'Thanks', { in_reply_to_id: answered.id })
    await settle()
    const found = (await gina.api.get<Found>('/api/v2/search?type=statuses&q=zucchini')).body.statuses
    expect(found.map(({ id }) => id)).toEqual([answered.id, named.id])
    expect(await posts(gina, 'zucchini in:public')).toEqual([])
  })

  test('that one favoured, bookmarked or boosted are in one’s library, until that is taken back', async () => {
    const [hugo, ines] = await cast(server, 'hugo', 'ines')
    for (const [deed, undone] of [
      ['favourite', 'unfavourite'],
      ['bookmark', 'unbookmark'],
      ['reblog', 'unreblog'],
    ]) {
      const status = await say(hugo, `artichoke ${deed}`)
      await ines.api.post(`/api/v1/statuses/${status.id}/${deed}`)
      await settle()
      expect(await posts(ines, 'artichoke in:library'), deed).toEqual([`artichoke ${deed}`])
      await ines.api.post(`/api/v1/statuses/${status.id}/${undone}`)
      await settle()
      expect(await posts(ines, 'artichoke in:library'), undone).toEqual([])
    }
  })

  test('are found by their poll and their pictures’ descriptions, and by what they say since they were edited', async () => {
    const [jan] = await cast(server, 'jan')
    const poll = { options: ['Gooseberry', 'Blackcurrant'], expires_in: 3600 }
    const status = await say(jan, 'Which jam?', { poll })
    await settle()
    expect(await posts(jan, 'blackcurrant has:poll')).toHaveLength(1)
    await say(jan, 'Nothing to see')
    expect(await posts(jan, 'has:media')).toEqual([])
    const edit = { status: 'Which of these jellies?', poll }
    expect((await jan.api.put(`/api/v1/statuses/${status.id}`, edit)).status).toBe(200)
    await settle()
    expect(await posts(jan, 'jam')).toEqual([])
    expect(await posts(jan, 'jelly')).toHaveLength(1)
    const image = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    const file = new File([new Uint8Array(image)], 'jam.png', { type: 'image/png' })
    const media = await mastoOf(server, jan).v2.media.create({ file, description: 'A larder of marrowjam' })
    await say(jan, 'Look', { media_ids: [media.id] })
    await settle()
    expect(await posts(jan, 'marrowjam has:media')).toEqual(['Look'])
  })

  test('leave at once when they are deleted, and nothing of their words stays in the database', async () => {
    const [hana] = await cast(server, 'hana')
    const status = await say(hana, 'Xylophonequartet')
    await settle()
    expect(await posts(hana, 'xylophonequartet')).toHaveLength(1)
    await hana.api.delete(`/api/v1/statuses/${status.id}`)
    expect(await posts(hana, 'xylophonequartet')).toEqual([])
    await settle()
    const { db } = server.ctx
    for (const part of ['content', 'data', 'docsize', 'idx']) {
      const rows = db.prepare(`SELECT * FROM search_posts_${part}`).raw().all() as unknown[][]
      const held = rows.flat().map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
      expect(
        held.some((value) => /xylophon|lophonequart/i.test(value)),
        part,
      ).toBe(false)
    }
    expect(db.prepare(`INSERT INTO search_posts (search_posts, rank) VALUES ('integrity-check', 1)`).run()).toBeTruthy()
  })

  test('under a warning are found, and stay behind it', async () => {
    const [iris] = await cast(server, 'iris')
    await say(iris, 'Rhubarb and hospitals', { spoiler_text: 'illness' })
    await settle()
    const [found] = (await iris.api.get<Found>('/api/v2/search?type=statuses&q=rhubarb')).body.statuses
    expect([found?.spoiler_text, found?.sensitive]).toEqual(['illness', true])
    expect(await posts(iris, 'illness has:cw is:sensitive')).toHaveLength(1)
    expect(await posts(iris, 'rhubarb -has:cw')).toEqual([])
  })

  test('are narrowed by who, when, how and in which language', async () => {
    const [jo, kim] = await cast(server, 'jo', 'kim')
    for (const person of [jo, kim]) await findable(person)
    const first = await say(jo, 'nettle soup https://example.org/soup', { language: 'de' })
    await say(kim, 'nettle tea', { in_reply_to_id: first.id, language: 'en' })
    await settle()
    const of = (q: string) => posts(kim, `nettle ${q}`)
    const both = ['nettle tea', 'nettle soup example.org/soup']
    const [tea, soup] = [['nettle tea'], [expect.stringContaining('nettle soup')]]
    expect(await of('')).toHaveLength(both.length)
    expect(await of(`from:@${jo.username}`)).toEqual(soup)
    expect(await of('from:me')).toEqual(tea)
    expect(await of('-from:me')).toEqual(soup)
    expect(await of('from:nobody_at_all')).toEqual([])
    expect(await of('is:reply')).toEqual(tea)
    expect(await of('-is:reply')).toEqual(soup)
    expect(await of('has:link')).toEqual(soup)
    expect(await of('has:poll')).toEqual([])
    expect(await of('language:de')).toEqual(soup)
    const today = new Date(server.ctx.now()).toISOString().slice(0, 10)
    expect(await of(`during:${today}`)).toHaveLength(2)
    expect(await of(`during:${today.slice(0, 4)}`)).toHaveLength(2)
    expect(await of(`before:${today}`)).toEqual([])
    expect(await of(`after:${today}`)).toEqual([])
    expect(await of('after:2001-01-01 before:2999')).toHaveLength(2)
    expect(await posts(kim, `from:${jo.username}`)).toEqual(soup)
    expect(await posts(kim, 'nettle', `&account_id=${jo.id}`)).toEqual(soup)
    expect(await posts(kim, 'nettle', '&limit=1&offset=1')).toEqual(soup)
    expect(await posts(kim, 'nettle', `&max_id=${Number(first.id) + 1}`)).toEqual(soup)
  })

  test('are found by their topic, and in scripts that put no space between words', async () => {
    const [lou] = await cast(server, 'lou')
    await say(lou, '東京の天気はいいです', { warning_topics: ['police-violence'] })
    await say(lou, 'Über die Brücke')
    await settle()
    expect(await posts(lou, '天気')).toHaveLength(1)
    expect(await posts(lou, '気天')).toEqual([])
    expect(await posts(lou, 'bruecke')).toEqual([])
    expect(await posts(lou, 'uber brucke')).toHaveLength(1)
  })

  test('of people whom one blocks or mutes are left out', async () => {
    const [mia, ned] = await cast(server, 'mia', 'ned')
    await findable(ned)
    await say(ned, 'pomegranate')
    await settle()
    expect(await posts(mia, 'pomegranate')).toHaveLength(1)
    await mia.api.post(`/api/v1/accounts/${ned.id}/mute`)
    expect(await posts(mia, 'pomegranate')).toEqual([])
    await mia.api.post(`/api/v1/accounts/${ned.id}/unmute`)
    await ned.api.post(`/api/v1/accounts/${mia.id}/block`)
    expect(await posts(mia, 'pomegranate')).toEqual([])
  })

  test('are looked for with an operator that is not known in a sentence that helps', async () => {
    const [olga] = await cast(server, 'olga')
    for (const q of ['during:yesterday', 'before:2026-13-01', 'has:wings', 'is:nice', 'in:secret']) {
      const reply = await olga.api.get(`/api/v2/search?type=statuses&q=${q}`)
      expect([q, reply.status]).toEqual([q, 400])
      expect(reply.body.error).toMatch(/^After “\w+:” comes /)
    }
  })

  test('that were there before the index, or when the server stopped, are brought into it', async () => {
    const [pat] = await cast(server, 'pat')
    await say(pat, 'Quincejelly')
    server.ctx.db.exec(`DELETE FROM jobs WHERE kind = 'indexPosts'`)
    await server.advance('PT2H')
    expect(await posts(pat, 'quincejelly')).toHaveLength(1)
  })
})

describe('people', () => {
  const handles = async (person: Person | undefined, q: string) => {
    const found = await mastoOf(server, person).v2.search.list({ q, type: 'accounts' })
    return found.accounts.map(({ acct }) => acct)
  }

  test('are found by any of their names, those one follows or talks with first', async () => {
    const [quin, rosa, sam, tess] = await cast(server, 'quin', 'rosa', 'sam', 'tess')
    for (const [person, name] of [
      [rosa, 'Maria Vandermeer'],
      [sam, 'Vandermeer'],
      [tess, 'Tess Vander'],
    ] as const) {
      await person.api.patch('/api/v1/accounts/update_credentials', { display_name: name })
    }
    await follow(quin, tess)
    await say(quin, `Hello @${sam.username}`)
    expect(await handles(quin, 'vander')).toEqual([tess.username, sam.username, rosa.username])
    expect(await handles(quin, 'vandermeer mar')).toEqual([rosa.username])
    expect(await handles(quin, `@${rosa.username}`)).toEqual([rosa.username])
    const list = await mastoOf(server, quin).v1.accounts.search.list({ q: 'vander', following: true })
    expect(list.map(({ acct }) => acct)).toEqual([tess.username])
  })

  test('are found by what they say about themselves, and by visitors at all, if they want to be found', async () => {
    const [uma, vera, wim] = await cast(server, 'uma', 'vera', 'wim')
    for (const person of [vera, wim]) {
      await person.api.patch('/api/v1/accounts/update_credentials', {
        note: 'I mend bagpipes',
        discoverable: person === vera,
      })
    }
    expect(await handles(uma, 'bagpipes')).toEqual([vera.username])
    expect(await handles(undefined, vera.username)).toEqual([vera.username])
    expect(await handles(undefined, wim.username)).toEqual([])
    expect(await handles(uma, wim.username)).toEqual([wim.username])
  })
})

test('hashtags are found by their beginning when public posts have them, with how they are used', async () => {
  const [xena, yann] = await cast(server, 'xena', 'yann')
  await say(xena, '#Lanternwalk')
  await say(yann, '#lanternwalk again')
  await say(xena, '#lanternsecret', { visibility: 'private' })
  const { hashtags, accounts } = await mastoOf(server, yann).v2.search.list({ q: '#lantern' })
  expect(accounts).toEqual([])
  expect(hashtags.map(({ name }) => name.toLowerCase())).toEqual(['lanternwalk'])
  expect(hashtags[0]?.history?.[0]).toMatchObject({ uses: '2', accounts: '2' })
  expect(hashtags[0]?.history).toHaveLength(7)
  const visitor = await server.visitor.get<Found>('/api/v2/search?q=lanternwalk')
  expect([visitor.body.hashtags.length, visitor.body.statuses]).toEqual([1, []])
})

test('an address of this community finds what it leads to', async () => {
  const [zoe, abel] = await cast(server, 'zoe', 'abel')
  const open = await say(zoe, 'An open post')
  const closed = await say(zoe, 'A closed one', { visibility: 'private' })
  const found = async (url: string) => await mastoOf(server, abel).v2.search.list({ q: url, resolve: true })
  expect((await found(String(open.url))).statuses.map(({ id }) => id)).toEqual([open.id])
  expect((await found(String(closed.url))).statuses).toEqual([])
  expect((await found(zoe.api ? `${server.url}/@${zoe.username}` : '')).accounts.map(({ id }) => id)).toEqual([zoe.id])
})
