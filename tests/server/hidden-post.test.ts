import { afterAll, beforeAll, expect, test } from 'vitest'
import { say } from '../support/masto.ts'
import { caseAbout, deciding, inCase, reportTo, settle } from '../support/moderation.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let mia: Person
let alice: Person
let ben: Person
beforeAll(async () => {
  server = await startServer()
  mia = await server.signUp('mia', { roles: ['moderator'] })
  alice = await server.signUp('alice')
  ben = await server.signUp('ben')
})
afterAll(() => server.stop())

test('a post that moderators hid says so to its author, once they were told, and is not there for anybody else', async () => {
  const post = await say(alice, 'Harsh words.')
  const other = await say(alice, 'Mild words.')
  await reportTo(ben, alice, { status_ids: [post.id] })
  const { id } = await caseAbout(mia, alice)
  const decided = await inCase(mia, id, 'decide', deciding([{ kind: 'hide', status_ids: [post.id] }]))
  expect(decided.status, decided.text).toBe(200)
  const read = async (of = post) => (await alice.api.get(`/api/v1/statuses/${of.id}`)).body
  expect((await read()).hidden_by_moderators).toBeUndefined()
  await settle(server)
  expect((await read()).hidden_by_moderators).toBe(true)
  expect(await read(other)).not.toHaveProperty('hidden_by_moderators')
  const home = (await alice.api.get('/api/v1/timelines/home')).body
  expect(home.find((one: { id: string }) => one.id === post.id)?.hidden_by_moderators).toBe(true)
  expect((await ben.api.get(`/api/v1/statuses/${post.id}`)).status).toBe(404)
})
