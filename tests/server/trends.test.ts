import { afterAll, beforeAll, expect, test } from 'vitest'
import { mastoOf, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let people: Person[]
let mod: Person
beforeAll(async () => {
  server = await startServer()
  people = []
  for (const name of ['ann', 'ben', 'cem', 'dot']) people.push(await server.signUp(name))
  mod = await server.signUp('mod', { roles: ['moderator'] })
})
afterAll(() => server.stop())

const all = async (status: string, more: object = {}, by = people) => {
  for (const person of by) await say(person, status, { ...more })
}
const review = async (kind: string) => (await mod.browser.get(`/api/v1/admin/trends/${kind}`)).body
const shown = async (kind: string) => (await server.visitor.get(`/api/v1/trends/${kind}`)).body
const names = (list: { name: string }[]) => list.map(({ name }) => name)

test('a hashtag that several people use is shown once a moderator said so, and not before', async () => {
  await all('For the #strike')
  await all('Only two of us #small', {}, people.slice(0, 2))
  await server.advance('PT2H')
  expect(await shown('tags')).toEqual([])
  const [waiting, ...others] = await review('tags')
  expect(others).toEqual([])
  expect(waiting).toMatchObject({ name: 'strike', trendable: false, requires_review: true })
  const said = await mod.browser.post(`/api/v1/admin/trends/tags/${waiting.id}/approve`)
  expect(said.body).toMatchObject({ trendable: true, requires_review: false })
  expect(names(await shown('tags'))).toEqual(['strike'])
  const [tag] = await mastoOf(server).v1.trends.tags.list()
  const days = tag?.history ?? []
  expect(days).toHaveLength(7)
  // all days together, as the clock may have passed midnight
  expect(days.reduce((sum, day) => sum + Number(day.accounts), 0)).toBe(4)
  await mod.browser.post(`/api/v1/admin/trends/tags/${waiting.id}/reject`)
  expect(await shown('tags')).toEqual([])
  // what was said holds when it is counted anew
  await all('Still the #strike')
  await server.advance('PT2H')
  expect((await review('tags'))[0]).toMatchObject({ name: 'strike', requires_review: false, trendable: false })
})

test('MUST: nothing private, local or under a sensitive warning becomes a trend', async () => {
  await all('Among us #hidden_local', { local_only: true })
  await all('To followers #hidden_private', { visibility: 'private' })
  await all('Quietly #hidden_unlisted', { visibility: 'unlisted' })
  await all('Hard words #hidden_assault', { spoiler_text: 'sexual assault' })
  await server.advance('PT2H')
  expect(names(await review('tags')).filter((name) => name.startsWith('hidden'))).toEqual([])
})

test('a post that several people like is one, of somebody who wants to be found, until it has a warning', async () => {
  const [ann, ben] = people as [Person, Person, ...Person[]]
  await ann.api.patch('/api/v1/accounts/update_credentials', { discoverable: true })
  const liked = await say(ann, 'Bread for everybody')
  const shy = await say(ben, 'Me too')
  const warned = await say(ann, 'Soup', { spoiler_text: 'food' })
  for (const person of [mod, ...people.slice(1)])
    for (const { id } of [liked, shy, warned]) await person.api.post(`/api/v1/statuses/${id}/favourite`)
  await server.advance('PT2H')
  expect((await review('statuses')).map(({ id }: { id: string }) => id)).toEqual([liked.id])
  await mod.browser.post(`/api/v1/admin/trends/statuses/${liked.id}/approve`)
  expect((await mastoOf(server, ben).v1.trends.statuses.list()).map(({ id }) => id)).toEqual([liked.id])
  await ben.api.post(`/api/v1/accounts/${ann.id}/mute`)
  expect((await ben.api.get('/api/v1/trends/statuses')).body).toEqual([])
  await ann.api.put(`/api/v1/statuses/${liked.id}`, { status: 'Bread for everybody', spoiler_text: 'food' })
  expect(await shown('statuses')).toEqual([])
})

test('what moderators hid or warned of is none, nor what needs somebody limited to be much', async () => {
  const { db } = server.ctx
  const [ann, ben, cem] = people as [Person, Person, Person, ...Person[]]
  const marked = await say(ann, 'Soup again')
  for (const person of people) await person.api.post(`/api/v1/statuses/${marked.id}/favourite`)
  db.prepare(`INSERT INTO moderator_cw (status_id, words, action_id, created_at) VALUES (?, 'food', 1, 1)`).run(
    marked.id,
  )
  server.ctx.transact(() => server.ctx.emit('statusMarked', { statusId: Number(marked.id), accountId: ann.accountId }))
  await all('Three of us #quieted', {}, [ann, ben, cem])
  await all('Three of us #taken_off', {}, [ann, ben])
  const hidden = await say(people[3] as Person, 'The third #taken_off')
  db.prepare('UPDATE statuses SET hidden_at = 1 WHERE id = ?').run(hidden.id)
  db.prepare('UPDATE accounts SET limited_at = 1 WHERE id = ?').run(cem.accountId)
  await server.advance('PT2H')
  expect((await review('statuses')).map(({ id }: { id: string }) => id)).not.toContain(marked.id)
  const inUse = names(await review('tags'))
  expect([inUse.includes('quieted'), inUse.includes('taken_off')]).toEqual([false, false])
  db.prepare('UPDATE accounts SET limited_at = NULL WHERE id = ?').run(cem.accountId)
})

test('a page that several people link to is one', async () => {
  for (const person of people)
    server.ctx.db.prepare('UPDATE members SET known_at = 1 WHERE account_id = ?').run(person.accountId)
  await all('Read https://news.example/strike')
  server.ctx.db.prepare(`UPDATE cards SET title = 'The strike goes on' WHERE url LIKE '%news.example%'`).run()
  await server.advance('PT2H')
  const [link] = await review('links')
  expect(link).toMatchObject({ title: 'The strike goes on', requires_review: true })
  expect(await shown('links')).toEqual([])
  await mod.browser.post(`/api/v1/admin/trends/links/${link.id}/approve`)
  const [seen] = await mastoOf(server).v1.trends.links.list()
  expect(seen).toMatchObject({ url: 'https://news.example/strike', type: 'link' })
  expect(seen?.history).toHaveLength(1)
})

test('so is every page of a publisher of whom a moderator said so, but for those of which they said otherwise', async () => {
  const admin = '/api/v1/admin/trends/links'
  const staff = await server.signUp('staff', { roles: ['moderator'], scopes: 'read write admin:read admin:write' })
  const masto = mastoOf(server, staff)
  const [one] = (await staff.api.get(admin)).body
  // masto's type of a page in trends has no id
  expect(await masto.v1.admin.trends.links.list()).toMatchObject([{ id: one.id }])
  await mod.browser.post(`${admin}/${one.id}/reject`)
  await all('And https://news.example/second')
  server.ctx.db.prepare(`UPDATE cards SET title = 'The second day' WHERE url LIKE '%example/second'`).run()
  await server.advance('PT2H')
  const path = `${admin}/publishers`
  const [publisher, ...others] = (await staff.api.get(path)).body
  expect(others).toEqual([])
  expect(publisher).toMatchObject({
    id: 'news.example',
    domain: 'news.example',
    trendable: false,
    requires_review: true,
  })
  expect((await staff.api.post(`${path}/news.example/approve`)).body).toMatchObject({ trendable: true })
  expect((await shown('links')).map(({ title }: { title: string }) => title)).toEqual(['The second day'])
  await staff.api.post(`${path}/news.example/reject`)
  expect(await shown('links')).toEqual([])
  expect((await staff.api.post(`${path}/other.example/approve`)).status).toBe(404)
  expect((await people[0]?.api.get(path))?.status).toBe(403)
  await mod.browser.post(`${admin}/${one?.id}/approve`)
})

test('posts that link to such a page are a list: those of people who want to be found, and none that is quiet', async () => {
  const [ann, ben, cem, dot] = people as [Person, Person, Person, Person]
  const url = 'https://news.example/strike'
  const list = async (person: Person | undefined, asked = url) => {
    const client = person?.api ?? server.visitor
    return client.get(`/api/v1/timelines/link?limit=40&url=${encodeURIComponent(asked)}`)
  }
  const by = async (person?: Person) => {
    const { body } = await list(person)
    return body.map((status: { account: { username: string } }) => status.account.username)
  }
  for (const person of [ann, cem]) await person.api.patch('/api/v1/accounts/update_credentials', { discoverable: true })
  await ben.api.patch('/api/v1/accounts/update_credentials', { discoverable: false })
  expect(await by()).toEqual(['cem', 'ann'])
  expect(await by(dot)).toEqual(['cem', 'ann'])
  const words = 'Once more https://news.example/strike'
  await say(ann, words, { visibility: 'unlisted' })
  await say(ann, words, { visibility: 'private' })
  await say(ann, words, { local_only: true })
  await say(ann, words, { spoiler_text: 'sexual assault' })
  const deleted = await say(ann, words)
  await ann.api.delete(`/api/v1/statuses/${deleted.id}`)
  expect(await by()).toEqual(['cem', 'ann'])
  const [newest] = await mastoOf(server, dot).v1.timelines.link.list({ url, limit: 1 })
  expect(newest?.account.username).toBe('cem')
  const { headers } = await server.visitor.get(`/api/v1/timelines/link?limit=1&url=${encodeURIComponent(url)}`)
  expect(headers.get('link')).toContain(`max_id=${newest?.id}`)
  await dot.api.post(`/api/v1/accounts/${cem.id}/mute`)
  await ann.api.post(`/api/v1/accounts/${dot.id}/block`)
  expect(await by(dot)).toEqual([])
  await dot.api.post(`/api/v1/accounts/${cem.id}/unmute`)
  await ann.api.post(`/api/v1/accounts/${dot.id}/unblock`)
  server.ctx.db.prepare('UPDATE accounts SET limited_at = 1 WHERE id = ?').run(cem.accountId)
  expect(await by(dot)).toEqual(['ann'])
  server.ctx.db.prepare('UPDATE accounts SET limited_at = NULL WHERE id = ?').run(cem.accountId)
  for (const asked of ['https://news.example/other', 'nonsense']) expect((await list(dot, asked)).status).toBe(404)
  expect((await server.visitor.get('/api/v1/timelines/link')).status).toBe(400)
})

test('visitors see none of it while public lists are for members alone', async () => {
  const [, ben] = people as [Person, Person, ...Person[]]
  expect(await shown('links')).toHaveLength(1)
  await mod.browser.post('/api/community/v1/admin/panic', { kind: 'hide_local', hours: 1, reason: 'a raid' })
  for (const kind of ['tags', 'statuses', 'links']) expect(await shown(kind)).toEqual([])
  expect((await server.visitor.get('/api/v1/timelines/link?url=https://news.example/strike')).status).toBe(422)
  expect((await ben.api.get('/api/v1/trends/links')).body).toHaveLength(1)
})

test('only those who may say what is shown; what is not in use is not there', async () => {
  const [ann] = people as [Person, ...Person[]]
  for (const kind of ['tags', 'statuses', 'links']) {
    expect((await ann.browser.get(`/api/v1/admin/trends/${kind}`)).status).toBe(403)
    expect((await ann.browser.post(`/api/v1/admin/trends/${kind}/1/approve`)).status).toBe(403)
    expect((await mod.browser.post(`/api/v1/admin/trends/${kind}/1/approve`)).status).toBe(404)
  }
})
