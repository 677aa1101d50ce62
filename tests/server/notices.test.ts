import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NoticeKind } from '../../shared/api/notices.ts'
import { cast } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const NOTICES = '/api/community/v1/notices'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const give = ({ accountId }: Person, kind: NoticeKind, ref: number) =>
  server.ctx.transact(() => server.ctx.emit('noticeGiven', { accountId, kind, ref }))
const kinds = async (person: Person, query = '') =>
  (await person.api.get(`${NOTICES}${query}`)).body.map((notice: { kind: string }) => notice.kind)
const waiting = async (person: Person) => (await person.api.get(`${NOTICES}/unread_count`)).body.count

describe('what the community tells me', () => {
  test('stands in my list, the newest first, by kind and id and without a word of anybody', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    give(alice, 'truce_offered', 12)
    give(alice, 'lock_ended', 34)
    const { body } = await alice.api.get(NOTICES)
    expect(body).toEqual([
      {
        id: expect.any(String),
        kind: 'lock_ended',
        ref: '34',
        link: '/pauses',
        created_at: expect.any(String),
        read_at: null,
      },
      {
        id: expect.any(String),
        kind: 'truce_offered',
        ref: '12',
        link: '/pauses',
        created_at: expect.any(String),
        read_at: null,
      },
    ])
    expect(await waiting(alice)).toBe(2)
    expect(await kinds(bob)).toEqual([])
    expect(await waiting(bob)).toBe(0)
  })

  test('is put away once, and stays in the whole list', async () => {
    const [alice] = await cast(server, 'alice')
    give(alice, 'truce_began', 1)
    const [notice] = (await alice.api.get(NOTICES)).body
    const first = await alice.api.post(`${NOTICES}/${notice.id}/read`)
    expect(first.body.read_at).toEqual(expect.any(String))
    expect((await alice.api.post(`${NOTICES}/${notice.id}/read`)).body).toEqual(first.body)
    expect(await waiting(alice)).toBe(0)
    expect(await kinds(alice, '?unread=true')).toEqual([])
    expect(await kinds(alice)).toEqual(['truce_began'])
  })

  test('is new again when it is said again, and one notice all the same', async () => {
    const [alice] = await cast(server, 'alice')
    give(alice, 'truce_offered', 1)
    give(alice, 'truce_ended', 1)
    const [, offered] = (await alice.api.get(NOTICES)).body
    await alice.api.post(`${NOTICES}/${offered.id}/read`)
    give(alice, 'truce_offered', 1)
    expect(await kinds(alice)).toEqual(['truce_offered', 'truce_ended'])
    expect(await waiting(alice)).toBe(2)
  })

  test('is gone when it is taken back', async () => {
    const [alice] = await cast(server, 'alice')
    const notice = { accountId: alice.accountId, kind: 'truce_offered', ref: 5 } as const
    give(alice, 'truce_offered', 5)
    server.ctx.transact(() => server.ctx.emit('noticeTakenBack', notice))
    expect(await kinds(alice)).toEqual([])
  })

  test('comes in pages', async () => {
    const [alice] = await cast(server, 'alice')
    for (let ref = 1; ref <= 5; ref += 1) give(alice, 'truce_offered', ref)
    const first = await alice.api.get(`${NOTICES}?limit=2`)
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
    const { body } = await alice.api.get(new URL(next).pathname + new URL(next).search)
    expect(body.map((notice: { ref: string }) => notice.ref)).toEqual(['3', '2'])
  })

  test('is nobody else’s to read or put away', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    give(alice, 'truce_offered', 1)
    const [notice] = (await alice.api.get(NOTICES)).body
    expect((await bob.api.post(`${NOTICES}/${notice.id}/read`)).status).toBe(404)
    expect((await server.visitor.get(NOTICES)).status).toBe(401)
    expect(await waiting(alice)).toBe(1)
    const poster = await server.signUp('onlywrites', { scopes: 'write:statuses' })
    expect((await poster.api.get(NOTICES)).status).toBe(403)
  })

  test('goes nowhere else: no notification, no mail', async () => {
    const alice = await server.signUp('nomail', { email: 'nomail@mail.example' })
    const mails = () => server.ctx.db.prepare('SELECT count(*) AS n FROM mails').get()
    const before = mails()
    give(alice, 'truce_offered', 1)
    expect((await alice.api.get('/api/v1/notifications')).body).toEqual([])
    expect(mails()).toEqual(before)
  })

  test('is forgotten after 90 days', async () => {
    const [alice] = await cast(server, 'alice')
    give(alice, 'truce_offered', 1)
    await server.advance('P89D')
    expect(await kinds(alice)).toEqual(['truce_offered'])
    await server.advance('P2D')
    expect(await kinds(alice)).toEqual([])
  })
})
