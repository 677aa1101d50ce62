import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportState } from '../../shared/api/account.ts'
import { cast, follow, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let host: string
beforeAll(async () => {
  server = await startServer()
  host = new URL(server.url).host
})
afterAll(() => server.stop())

const IMPORTS = '/api/community/v1/imports'
const ARCHIVE = '/api/community/v1/archive'

const bring = (person: Person, type: string, csv: string, mode = 'merge') => {
  const form = new FormData()
  form.set('type', type)
  form.set('mode', mode)
  form.set('data', new Blob([csv], { type: 'text/csv' }), `${type}.csv`)
  return person.browser.post<ImportState>(IMPORTS, form)
}
const done = async (person: Person, id: string): Promise<ImportState> => {
  await server.advance('PT1S')
  return (await person.browser.get<ImportState>(`${IMPORTS}/${id}`)).body
}
const csvOf = async (person: Person, what: string) =>
  (await person.browser.get(`/api/community/v1/exports/${what}.csv`)).text

describe('lists that I bring along', () => {
  const peopleIn = async (person: Person, title: string) => {
    const { body: lists } = await person.api.get('/api/v1/lists')
    const list = lists.find((one: { title: string }) => one.title === title)
    const { body } = await person.api.get(`/api/v1/lists/${list?.id}/accounts`)
    return body.map(({ username }: { username: string }) => username).toSorted()
  }

  test('are made with the people whom I follow, and say who could not come', async () => {
    const [ann, ben, cay, dan] = await cast(server, 'ann', 'ben', 'cay', 'dan')
    for (const other of [ben, cay]) await follow(ann, other)
    const lines = [`Garden,${ben.username}@${host}`, `"Book ""fair""",${cay.username}`, `Garden,${cay.username}`]
    const csv = [...lines, `Garden,${dan.username}`, ''].join('\n')
    const state = await done(ann, (await bring(ann, 'lists', csv)).body.id)
    expect(state).toMatchObject({ type: 'lists', total: 4, came: 3 })
    expect(state.failures).toEqual([{ what: dan.username, why: expect.stringContaining('do not follow') }])
    expect(await peopleIn(ann, 'Garden')).toEqual([ben.username, cay.username].toSorted())
    expect(await peopleIn(ann, 'Book "fair"')).toEqual([cay.username])
    await done(ann, (await bring(ann, 'lists', `Garden,${ben.username}\n`, 'overwrite')).body.id)
    expect(await peopleIn(ann, 'Garden')).toEqual([ben.username])
    expect(await peopleIn(ann, 'Book "fair"')).toEqual([cay.username])
  })
})

describe('what I take along', () => {
  test('is in Mastodon’s columns, and comes in again elsewhere', async () => {
    const [ann, ben, cay, dan] = await cast(server, 'ann', 'ben', 'cay', 'dan')
    await follow(ann, ben, { reblogs: false, notify: true, languages: ['de', 'en'] })
    await ann.api.post(`/api/v1/accounts/${cay.id}/mute`, { notifications: false })
    await ann.api.post(`/api/v1/accounts/${dan.id}/block`)
    const post = await say(ben, 'Worth keeping')
    await ann.api.post(`/api/v1/statuses/${post.id}/bookmark`)
    expect(await csvOf(ann, 'following_accounts')).toBe(
      `Account address,Show boosts,Notify on new posts,Languages\n${ben.username}@${host},false,true,"de, en"\n`,
    )
    expect(await csvOf(ann, 'muted_accounts')).toBe(
      `Account address,Hide notifications\n${cay.username}@${host},false\n`,
    )
    expect(await csvOf(ann, 'blocked_accounts')).toBe(`${dan.username}@${host}\n`)
    expect(await csvOf(ann, 'bookmarks')).toBe(`${post.uri}\n`)
    const list = await ann.api.post('/api/v1/lists', { title: 'Book "fair", 2026' })
    await ann.api.post(`/api/v1/lists/${list.body.id}/accounts`, { account_ids: [ben.id] })
    expect(await csvOf(ann, 'lists')).toBe(`"Book ""fair"", 2026",${ben.username}@${host}\n`)
    expect(await csvOf(ben, 'lists')).toBe('')
    const reply = await ann.browser.get('/api/community/v1/exports/blocked_accounts.csv')
    expect(reply.headers.get('content-disposition')).toContain('attachment')
    expect(reply.headers.get('cache-control')).toContain('no-store')

    const [eva] = await cast(server, 'eva')
    for (const [type, what] of [
      ['following', 'following_accounts'],
      ['muting', 'muted_accounts'],
      ['blocking', 'blocked_accounts'],
      ['bookmarks', 'bookmarks'],
    ] as const) {
      const begun = await bring(eva, type, await csvOf(ann, what))
      expect(await done(eva, begun.body.id)).toMatchObject({ total: 1, came: 1, failures: [] })
      expect(await csvOf(eva, what)).toBe(await csvOf(ann, what))
    }
  })

  test('is mine alone, at our own client, and also mine before I accept new rules', async () => {
    const [ann] = await cast(server, 'ann')
    expect((await ann.api.get('/api/community/v1/exports/bookmarks.csv')).status).toBe(403)
    expect((await server.visitor.get('/api/community/v1/exports/bookmarks.csv')).status).toBe(401)
    expect((await ann.browser.get('/api/community/v1/exports/passwords.csv')).status).toBe(400)
    const careful = await server.signUp('careful', { unaccepted: true })
    expect((await careful.browser.get('/api/community/v1/exports/following_accounts.csv')).status).toBe(200)
    expect((await careful.browser.post(ARCHIVE)).status).toBe(200)
  })
})

describe('a list that I bring', () => {
  test('says what could not come, and why; a line that is wrong stops none of the others', async () => {
    const [ann, ben, shy] = await cast(server, 'ann', 'ben', 'shy')
    await shy.api.post(`/api/v1/accounts/${ann.id}/block`)
    const csv = `\ufeff#Account address,Show boosts\n@${ben.username},false\n"nobody@else.example",true\n${ann.username},\n${shy.username}@${host},\n'; DROP TABLE accounts --\n`
    const state = await done(ann, (await bring(ann, 'following', csv)).body.id)
    expect(state).toMatchObject({ total: 5, done: 5, came: 1, finished_at: expect.any(String) })
    expect(state.failures.map(({ what, why }) => [what.split('@')[0], why])).toEqual([
      ['nobody', 'Not found here.'],
      [ann.username, 'That is yourself.'],
      [shy.username, expect.any(String)],
      ["'; DROP TABLE accounts --", 'Not found here.'],
    ])
    expect(await csvOf(ann, 'following_accounts')).toContain(`${ben.username}@${host},false`)
  })

  test('adds to what I have, or takes its place', async () => {
    const [ann, ben, cay] = await cast(server, 'ann', 'ben', 'cay')
    await follow(ann, ben)
    await done(ann, (await bring(ann, 'following', `${cay.username}\n`)).body.id)
    expect((await csvOf(ann, 'following_accounts')).split('\n')).toHaveLength(4)
    await done(ann, (await bring(ann, 'following', `${cay.username}\n`, 'overwrite')).body.id)
    const left = await csvOf(ann, 'following_accounts')
    expect([left.includes(cay.username), left.includes(ben.username)]).toEqual([true, false])
  })

  test('goes on where it was when it was interrupted, and one comes at a time', async () => {
    const [ann] = await cast(server, 'ann')
    const others = await Promise.all(Array.from({ length: 60 }, (_, n) => server.signUp(`crowd${n}`)))
    const { body } = await bring(ann, 'blocking', others.map(({ username }) => username).join('\n'))
    const id = Number(body.id)
    await server.advance('PT1S')
    // as a crash leaves it: seven lines done, the rest not
    server.ctx.db.prepare('UPDATE imports SET finished_at = NULL WHERE id = ?').run(id)
    server.ctx.db.prepare('UPDATE import_rows SET done = (n < 7) WHERE import_id = ?').run(id)
    server.ctx.db.prepare('DELETE FROM blocks WHERE account_id = ?').run(ann.accountId)
    expect((await bring(ann, 'blocking', 'ben')).status).toBe(409)
    server.ctx.queue.add('runImport', { importId: id })
    expect(await done(ann, body.id)).toMatchObject({ total: 60, done: 60 })
    expect((await csvOf(ann, 'blocked_accounts')).trim().split('\n')).toHaveLength(53)
  })

  test('that is none is refused in words: empty, a picture, too long, of another kind', async () => {
    const [ann, eve] = await cast(server, 'ann', 'eve')
    const long = Array.from({ length: 10_001 }, (_, n) => `name${n}`).join('\n')
    for (const [type, csv] of [
      ['following', ''],
      ['following', '\u0000\u0001"'],
      ['blocking', long],
      ['bookmarks', 'ben'],
      ['everything', 'ben'],
    ] as const)
      expect((await bring(ann, type, csv)).status, type).toBe(422)
    expect((await ann.browser.post(IMPORTS, { type: 'blocking' })).status).toBe(422)
    const { body } = await bring(ann, 'blocking', 'ben')
    expect((await eve.browser.get(`${IMPORTS}/${body.id}`)).status).toBe(404)
    expect((await eve.browser.delete(`${IMPORTS}/${body.id}`)).status).toBe(404)
    expect((await ann.browser.delete(`${IMPORTS}/${body.id}`)).status).toBe(200)
    const careful = await server.signUp('careful2', { unaccepted: true })
    expect((await bring(careful, 'following', 'ben')).body).toMatchObject({ error_code: 'rules_not_accepted' })
    expect((await bring(careful, 'blocking', 'ben')).status).toBe(200)
  })
})

describe('the file of my posts', () => {
  test('20 private posts leak through no exit: it holds what I wrote and my pictures, and nothing that others wrote', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    await follow(ann, ben)
    const theirs = await say(ben, 'A secret of Ben', { visibility: 'private' })
    await say(ann, 'My first')
    await say(ann, 'For few', { visibility: 'private', in_reply_to_id: theirs.id })
    const letter = await say(ben, `@${ann.username} A letter of Ben`, { visibility: 'direct' })
    await say(ann, `@${ben.username} Mine in return`, { visibility: 'direct', in_reply_to_id: letter.id })
    const open = await say(ben, 'Open words of Ben', { quote_approval_policy: 'public' })
    await say(ann, 'Look at that', { quoted_status_id: open.id })
    for (const { id } of [theirs, open]) await ann.api.post(`/api/v1/statuses/${id}/bookmark`)
    // what was seen once is no longer for who follows no longer
    await ben.api.post(`/api/v1/accounts/${ann.id}/remove_from_followers`)
    expect((await ann.browser.get(ARCHIVE)).body.state).toBe('none')
    expect((await ann.browser.post(ARCHIVE)).body.state).toBe('making')
    await server.advance('PT1S')
    const { body } = await ann.browser.get(ARCHIVE)
    expect(body.state).toBe('ready')
    const reply = await fetch(`${server.url}${ARCHIVE}/file`, {
      headers: { cookie: `session=${ann.browser.cookies.get('session')}` },
    })
    expect([reply.headers.get('content-type'), reply.headers.get('cache-control')]).toEqual([
      'application/zip',
      'private, no-store',
    ])
    const bytes = new Uint8Array(await reply.arrayBuffer())
    expect(bytes.length).toBe(body.bytes)
    const files = unzipSync(bytes)
    const posts = JSON.parse(strFromU8(files['posts/0001.json'] ?? new Uint8Array())) as { content: string }[]
    const words = posts.map(({ content }) => content.replace(/<[^>]*>/g, ''))
    expect(words).toEqual(['My first', 'For few', `@${ben.username} Mine in return`, 'Look at that'])
    expect(strFromU8(files['bookmarks.csv'] ?? new Uint8Array())).toBe(`${open.uri}\n`)
    expect(await csvOf(ann, 'bookmarks')).toBe(`${open.uri}\n`)
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['profile.json', 'following_accounts.csv']))
    expect(Object.values(files).some((file) => / of Ben/.test(strFromU8(file)))).toBe(false)
    expect((await ann.browser.post(ARCHIVE)).status).toBe(409)
    expect((await ann.api.get(`${ARCHIVE}/file`)).status).toBe(403)
    expect((await ben.browser.get(`${ARCHIVE}/file`)).status).toBe(404)
    expect((await server.visitor.get(`${ARCHIVE}/file`)).status).toBe(401)
  })

  test('is gone after some days, and with the account', async () => {
    const [ann] = await cast(server, 'ann')
    const folder = join(server.ctx.config.dataDir, 'archives')
    await ann.browser.post(ARCHIVE)
    await server.advance('PT1S')
    expect(readdirSync(folder).length).toBeGreaterThan(0)
    await server.advance('P8D')
    expect((await ann.browser.get(`${ARCHIVE}/file`)).status).toBe(404)
    expect(readdirSync(folder)).toEqual([])
  })
})
