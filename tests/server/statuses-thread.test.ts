import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Status } from '../../shared/api/wire.ts'
import { follow, mastoOf, say, wordsOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let alice: Person
let bob: Person
let carol: Person
beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
  bob = await server.signUp('bob')
  carol = await server.signUp('carol')
})
afterAll(() => server.stop())

const answer = (person: Person, parent: Status, status: string, more = {}) =>
  say(person, status, { in_reply_to_id: parent.id, ...more })

describe('an answer', () => {
  test('names what it answers and counts there', async () => {
    const parent = await say(alice, 'Question')
    const reply = await answer(bob, parent, '@alice yes')
    expect(reply).toMatchObject({ in_reply_to_id: parent.id, in_reply_to_account_id: alice.id })
    expect((await server.visitor.get(`/api/v1/statuses/${parent.id}`)).body.replies_count).toBe(1)
    await bob.api.delete(`/api/v1/statuses/${reply.id}`)
    expect((await server.visitor.get(`/api/v1/statuses/${parent.id}`)).body.replies_count).toBe(0)
  })

  test('that fewer may see is not counted in public', async () => {
    const parent = await say(alice, 'Question')
    await answer(bob, parent, '@alice between us', { visibility: 'direct' })
    await answer(bob, parent, 'here only', { local_only: true })
    expect((await server.visitor.get(`/api/v1/statuses/${parent.id}`)).body.replies_count).toBe(0)
  })

  test.each([
    ['public', 'public', 'public'],
    ['unlisted', 'public', 'unlisted'],
    ['unlisted', 'private', 'private'],
    ['private', 'public', 'private'],
    ['direct', 'public', 'direct'],
    ['direct', 'private', 'direct'],
  ] as const)('to a %s post that asks to be %s is %s', async (parentIs, wanted, becomes) => {
    const parent = await say(alice, 'Question', { visibility: parentIs })
    expect((await answer(alice, parent, 'more', { visibility: wanted })).visibility).toBe(becomes)
  })

  test('to what stays within the community stays there', async () => {
    const parent = await say(alice, 'Among us', { local_only: true })
    expect((await answer(bob, parent, 'yes', { local_only: false })).local_only).toBe(true)
  })

  test('to what one may not see is refused as to what is not there', async () => {
    const hidden = await say(alice, 'Not for Bob', { visibility: 'direct' })
    const refused = async (id: string) => {
      const reply = await bob.api.post('/api/v1/statuses', { status: 'Hm', in_reply_to_id: id })
      return [reply.status, reply.text]
    }
    expect(await refused(hidden.id)).toEqual(await refused('1234567890123456'))
    expect((await refused(hidden.id))[0]).toBe(404)
    await alice.api.post(`/api/v1/accounts/${carol.id}/block`)
    const open = await say(alice, 'For all but Carol')
    expect((await carol.api.post('/api/v1/statuses', { status: 'Hm', in_reply_to_id: open.id })).status).toBe(404)
    await alice.api.post(`/api/v1/accounts/${carol.id}/unblock`)
  })
})

describe('a thread', () => {
  test('has what was answered oldest first, and the answers branch by branch', async () => {
    const root = await say(alice, 'root')
    const one = await answer(bob, root, 'one')
    const two = await answer(carol, root, 'two')
    const oneA = await answer(alice, one, 'one a')
    await answer(alice, two, 'two a')
    await answer(bob, one, 'one b')
    await answer(carol, oneA, 'one a i')
    const visitor = mastoOf(server)
    const whole = await visitor.v1.statuses.$select(root.id).context.fetch()
    expect(wordsOf(whole.descendants)).toEqual(['one', 'one a', 'one a i', 'one b', 'two', 'two a'])
    expect(whole.ancestors).toEqual([])
    const inner = await visitor.v1.statuses.$select(oneA.id).context.fetch()
    expect(wordsOf(inner.ancestors)).toEqual(['root', 'one'])
    expect(wordsOf(inner.descendants)).toEqual(['one a i'])
  })

  test('leaves out whom its reader blocks or mutes', async () => {
    const reader = await server.signUp('reader')
    const root = await say(alice, 'root')
    await answer(bob, root, 'from Bob')
    await answer(carol, root, 'from Carol')
    const last = await answer(alice, root, 'from Alice')
    const words = async (id = root.id) =>
      wordsOf((await reader.api.get(`/api/v1/statuses/${id}/context`)).body.descendants)
    await reader.api.post(`/api/v1/accounts/${bob.id}/mute`)
    expect(await words()).toEqual(['from Carol', 'from Alice'])
    await reader.api.post(`/api/v1/accounts/${carol.id}/block`)
    expect(await words()).toEqual(['from Alice'])
    expect(await words(last.id)).toEqual([])
  })

  test('keeps the branches below a post that was deleted, each by itself', async () => {
    const root = await say(alice, 'root')
    const middle = await answer(bob, root, 'middle')
    const below = await answer(carol, middle, 'below')
    const last = await answer(alice, below, 'last')
    await bob.api.delete(`/api/v1/statuses/${middle.id}`)
    const of = async (id: string) => (await server.visitor.get(`/api/v1/statuses/${id}/context`)).body
    expect((await of(root.id)).descendants).toEqual([])
    expect(wordsOf((await of(last.id)).ancestors)).toEqual(['below'])
  })

  test('is bounded for visitors', async () => {
    const root = await say(alice, 'root')
    for (let n = 0; n < 65; n += 1) await answer(alice, root, `answer ${n}`)
    let deep = await say(alice, 'deep')
    const first = deep
    for (let n = 0; n < 45; n += 1) deep = await answer(alice, deep, `level ${n}`)
    const of = async (person: Person | undefined, id: string) =>
      (await (person?.api ?? server.visitor).get(`/api/v1/statuses/${id}/context`)).body
    expect((await of(undefined, root.id)).descendants).toHaveLength(60)
    expect((await of(bob, root.id)).descendants).toHaveLength(65)
    expect((await of(undefined, first.id)).descendants).toHaveLength(20)
    expect((await of(undefined, deep.id)).ancestors).toHaveLength(40)
    expect((await of(bob, deep.id)).ancestors).toHaveLength(45)
  })
})

test('several posts are read at once, those that one may see, in the order asked for', async () => {
  const open = await say(alice, 'open')
  const closed = await say(alice, 'closed', { visibility: 'private' })
  const later = await say(bob, 'later')
  await follow(carol, alice)
  const ids = [later.id, closed.id, '1234567890123456', open.id]
  const path = `/api/v1/statuses?${ids.map((id) => `id[]=${id}`).join('&')}`
  expect(wordsOf((await server.visitor.get(path)).body)).toEqual(['later', 'open'])
  expect(wordsOf((await carol.api.get(path)).body)).toEqual(['later', 'closed', 'open'])
})
