import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Status } from '../../shared/api/wire.ts'
import { say } from '../support/masto.ts'
import type { Person, TestServer } from '../support/server.ts'
import { eventually, handleOf, startServers } from '../support/servers.ts'
import { openSocket } from '../support/stream.ts'

let here: TestServer
let there: TestServer
let alice: Person
let strangers: Person[]
const stranger = (): Person => {
  const one = strangers.pop()
  if (!one) throw new Error('everybody is known by now')
  return one
}
const read = async (person: Person, id: string): Promise<Status> =>
  (await person.api.get(`/api/v1/statuses/${id}`)).body
const mentions = async (person: Person): Promise<{ status: Status }[]> =>
  (await person.api.get('/api/v1/notifications?types[]=mention')).body
const talks = async (person: Person): Promise<{ accounts: { username: string }[] }[]> =>
  (await person.api.get('/api/v1/conversations')).body
/** What strangers wrote to somebody. */
const asked = async (person: Person): Promise<{ last_status: Status }[]> =>
  (await person.api.get('/api/v1/notifications/requests')).body
/** How many people of the other server are known here. */
const known = () => here.ctx.db.prepare('SELECT count(*) AS count FROM accounts WHERE domain IS NOT NULL').pluck().get()

beforeAll(async () => {
  ;[here, there] = await startServers('here', 'there')
  alice = await here.signUp('alice')
  strangers = await Promise.all(['bob', 'cem', 'dora', 'edi'].map((name) => there.signUp(name)))
}, 30_000)
afterAll(async () => {
  await here.stop()
  await there.stop()
})

test('whom a post names far away, known here or not, gets it, and their name becomes a link', async () => {
  const bob = stranger()
  const socket = await openSocket(here, { token: alice.token, query: '?stream=user' })
  const { id, uri } = await say(alice, `Hello ${handleOf(bob, there)}, and @nobody@${new URL(there.url).host}`)
  const changed: Status = JSON.parse(await socket.next('status.update'))
  socket.close()
  expect(changed).toMatchObject({ id, edited_at: null, mentions: [{ acct: handleOf(bob, there).slice(1) }] })
  expect(changed.content).toContain(`/${handleOf(bob, there)}"`)
  expect(changed.content).toContain('@nobody@')
  const [told] = await eventually(async () => (await mentions(bob)).length > 0 && mentions(bob), 'the post')
  expect(told?.status).toMatchObject({ uri, mentions: [{ username: bob.username }] })
})

test('MUST: a post for mentioned people reaches whom it names and nobody else, also where they had to be found', async () => {
  const [dora, cem] = [stranger(), stranger()]
  const { id, uri } = await say(alice, `Only for you ${handleOf(dora, there)}`, { visibility: 'direct' })
  await eventually(async () => (await asked(dora)).some(({ last_status }) => last_status.uri === uri), 'the post')
  expect(await asked(cem)).toEqual([])
  expect((await talks(alice)).map(({ accounts }) => accounts.map(({ username }) => username))).toEqual([
    [dora.username],
  ])
  // an edit shows it to nobody more
  const before = known()
  await alice.api.put(`/api/v1/statuses/${id}`, { status: `Only for you, not ${handleOf(cem, there)}` })
  await here.advance('PT10M')
  expect([known(), (await read(alice, id)).mentions]).toEqual([before, []])
})

test('MUST: a post for this community alone, or of somebody new, asks nobody elsewhere', async () => {
  const cem = stranger()
  const before = known()
  const fresh = await here.signUp('fresh')
  here.ctx.db.prepare('UPDATE members SET known_at = NULL WHERE account_id = ?').run(fresh.accountId)
  await say(alice, `About ${handleOf(cem, there)}`, { local_only: true })
  await say(fresh, `Buy this ${handleOf(cem, there)}`)
  await here.advance('PT10M')
  expect(known()).toBe(before)
  expect(await mentions(cem)).toEqual([])
})
