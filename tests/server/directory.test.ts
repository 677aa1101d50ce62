import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, follow, mastoOf, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const listed = (person: Person) => person.api.patch('/api/v1/accounts/update_credentials', { discoverable: true })

test('members see in the directory who wants to be found, by when they wrote or came', async () => {
  const [reader, ann, ben, cora, dan] = await cast(server, 'reader', 'ann', 'ben', 'cora', 'dan')
  for (const person of [ann, ben, cora]) await listed(person)
  for (const person of [ben, ann, dan]) await say(person, 'Here I am')
  server.ctx.db
    .prepare('UPDATE accounts SET last_status_at = last_status_at - 86400000 WHERE id = ?')
    .run(ben.accountId)
  const ids = async (form: { order?: 'active' | 'new'; offset?: number; limit?: number }) =>
    (await mastoOf(server, reader).v1.directory.list(form)).map(({ id }) => id)
  expect(await ids({ order: 'active' })).toEqual([ann.id, ben.id, cora.id])
  expect(await ids({ order: 'new' })).toEqual([cora.id, ben.id, ann.id])
  expect(await ids({ order: 'new', offset: 1, limit: 1 })).toEqual([ben.id])
  await ann.api.post(`/api/v1/accounts/${reader.id}/block`)
  await reader.api.post(`/api/v1/accounts/${cora.id}/mute`)
  expect(await ids({})).toEqual([ben.id])
  expect((await server.visitor.get('/api/v1/directory')).status).toBe(401)
})

test('I am suggested whom the people I follow follow, then who is active, until I do not want that', async () => {
  const [me, friend, secret, known, near, active, hidden, behind] = await cast(
    server,
    'me',
    'friend',
    'secret',
    'known',
    'near',
    'active',
    'hidden',
    'behind',
  )
  for (const person of [known, near, active, behind]) await listed(person)
  for (const person of [friend, secret, known]) await follow(me, person)
  for (const person of [known, near, hidden, me]) await follow(friend, person)
  await follow(secret, behind)
  await secret.api.patch('/api/v1/accounts/update_credentials', {
    source: { hide_collections: true },
    hide_collections: true,
  })
  await say(active, 'Busy')
  const found = async () =>
    (await mastoOf(server, me).v2.suggestions.list({})).map(({ account, sources }) => [account.id, sources?.[0]])
  const [first, ...rest] = await found()
  expect(first).toEqual([near.id, 'friends_of_friends'])
  const others = rest.map(([id]) => id)
  expect(others).toContain(active.id)
  for (const person of [me, friend, known, hidden, behind]) expect(others).not.toContain(person.id)
  const older = await me.api.get('/api/v1/suggestions')
  expect(older.body.map(({ id }: { id: string }) => id)).toEqual((await found()).map(([id]) => id))
  expect(older.headers.get('deprecation')).toMatch(/^@\d+$/)
  expect((await me.api.delete(`/api/v1/suggestions/${near.id}`)).status).toBe(200)
  expect((await found()).map(([id]) => id)).not.toContain(near.id)
  await me.api.post(`/api/v1/accounts/${active.id}/block`)
  expect((await found()).map(([id]) => id)).not.toContain(active.id)
})
