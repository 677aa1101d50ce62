import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Status } from '../../shared/api/wire.ts'
import { cast, mastoOf, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const act = (person: Person, status: { id: string }, verb: string, body?: object) =>
  person.api.post(`/api/v1/statuses/${status.id}/${verb}`, body)

describe('a pinned post', () => {
  test('stands at the top of its author’s profile until it is taken off', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const [one, two] = [await say(alice, 'One'), await say(alice, 'Two')]
    const masto = mastoOf(server, alice)
    expect(await masto.v1.statuses.$select(one.id).pin()).toMatchObject({ pinned: true })
    await masto.v1.statuses.$select(two.id).pin()
    const pinned = await mastoOf(server, bob).v1.accounts.$select(alice.id).statuses.list({ pinned: true })
    expect(pinned.map(({ id }) => id)).toEqual([two.id, one.id])
    expect(pinned[0]).not.toHaveProperty('pinned')
    expect(await masto.v1.statuses.$select(two.id).unpin()).toMatchObject({ pinned: false })
    expect(
      (await server.visitor.get(`/api/v1/accounts/${alice.id}/statuses?pinned=true`)).body.map(({ id }: Status) => id),
    ).toEqual([one.id])
  })

  test('is one’s own, no boost, for more than mentioned people, and one of five', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const other = await say(bob, 'Not mine')
    expect((await act(alice, other, 'pin')).status).toBe(422)
    const boost = (await act(alice, other, 'reblog')).body
    expect((await act(alice, boost, 'pin')).status).toBe(422)
    const direct = await say(alice, 'To myself', { visibility: 'direct' })
    expect((await act(alice, direct, 'pin')).status).toBe(422)
    for (const n of [1, 2, 3, 4, 5]) expect((await act(alice, await say(alice, `${n}`), 'pin')).status).toBe(200)
    const full = await act(alice, await say(alice, '6'), 'pin')
    expect([full.status, full.body.error]).toEqual([
      422,
      'Validation failed: You can pin 5 posts at most. Take another one off first',
    ])
  })

  test('for followers is not shown to others', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    await act(alice, await say(alice, 'For followers', { visibility: 'private' }), 'pin')
    expect((await bob.api.get(`/api/v1/accounts/${alice.id}/statuses?pinned=true`)).body).toEqual([])
  })
})
