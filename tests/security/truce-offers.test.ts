import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY } from '../../server/core/clock.ts'
import { timeOfId } from '../../server/core/ids.ts'
import { say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const COMMUNITY = '/api/community/v1'

/** Which agreement is offered: at which door, and with what beside the person. */
const kinds = [
  { kind: 'truce', path: `${COMMUNITY}/truces`, days: 3 },
  { kind: 'thread lock', path: `${COMMUNITY}/thread_locks`, days: 3 },
] as const

type Path = (typeof kinds)[number]['path']
type Deed = (asked: Person, asker: Person, path: Path) => Promise<unknown>

const openOffer = async (asked: Person, path: Path) => (await asked.api.get(path)).body[0]?.id
const optOut = (asked: Person) => asked.api.put(`${COMMUNITY}/truces/choices`, { offers: false })
const act = (asked: Person, verb: string, asker: Person) => asked.api.post(`/api/v1/accounts/${asker.id}/${verb}`)

/** What the other side can have done before an offer. */
const before: Record<string, Deed> = {
  'muted before': (asked, asker) => act(asked, 'mute', asker),
  'opted out before': (asked) => optOut(asked),
  'blocked before': (asked, asker) => act(asked, 'block', asker),
}

/** What the other side can do once the offer is there; each is a no, or nothing. */
const after: Record<string, Deed> = {
  'left alone': async () => undefined,
  declined: async (asked, _asker, path) => asked.api.post(`${path}/${await openOffer(asked, path)}/decline`),
  'put away': async (asked) => {
    const [notice] = (await asked.api.get(`${COMMUNITY}/notices`)).body
    return asked.api.post(`${COMMUNITY}/notices/${notice.id}/read`)
  },
  muted: (asked, asker) => act(asked, 'mute', asker),
  'opted out': (asked) => optOut(asked),
  blocked: (asked, asker) => act(asked, 'block', asker),
  'gone away': async (asked) =>
    void server.ctx.db.prepare('UPDATE members SET disabled_at = 1 WHERE account_id = ?').run(asked.accountId),
}

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

/**
 * Everything about offers that the one who offers can ask for, as bytes; ids, names and times are blotted out. How the
 * two stand to each other is left out: that somebody blocks one is shown by Mastodon's API, offer or not.
 */
async function look(asker: Person, asked: Person, path: Path, statusId: string): Promise<string[]> {
  const ways = [
    () => asker.api.get(path),
    () => asker.api.get(`${COMMUNITY}/truces`),
    () => asker.api.get(`${COMMUNITY}/thread_locks`),
    () => asker.api.get(`${COMMUNITY}/notices`),
    () => asker.api.get(`${COMMUNITY}/notices/unread_count`),
    () => asker.api.get('/api/v1/notifications'),
    () => asker.api.get('/api/v1/notifications/unread_count'),
    () => asker.api.get('/api/v1/timelines/home'),
    () => asker.api.get(`/api/v1/accounts/${asked.id}`),
    () => asker.api.get('/api/v1/mutes'),
    () => asker.api.post(path, { account_id: asked.id, status_id: statusId, days: 3 }),
    () => asker.api.delete(`${path}/1234567890123456`),
  ]
  const replies = []
  for (const way of ways) replies.push(await way())
  return replies.map(({ status, headers, text }) =>
    [status, headers.get('content-length') !== null, text]
      .join(' ')
      .replaceAll(new RegExp(`${asker.username}|${asked.username}`, 'g'), 'NAME')
      .replaceAll(/\b\d{16}\b/g, 'ID')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
      .replaceAll(/\d{4}-\d\d-\d\d/g, 'DAY')
      .replaceAll(/\d{1,2} [A-Z][a-z]+ \d{4}/g, 'DATE'),
  )
}

let casts = 0

/** Two people, one of whom offers while the other does something before or after; and a post to offer a lock at. */
type Case = { name: string; asker: Person; asked: Person; statusId: string; answerBy: number }

/** Offers under one name of {@link before} or {@link after}, and lets the other side do it. */
async function begin(name: string, path: Path, days: number): Promise<Case> {
  casts += 1
  const [asker, asked] = [await server.signUp(`asker${casts}x`), await server.signUp(`asked${casts}x`)]
  const { id: statusId } = await say(asker, 'A talk.')
  await before[name]?.(asked, asker, path)
  const { status, body } = await asker.api.post(path, { account_id: asked.id, status_id: statusId, days })
  expect(status, name).toBe(200)
  await after[name]?.(asked, asker, path)
  const answerBy = Date.parse(body.answer_by)
  // to the second: the end is a day after the offer, whatever the other side has done
  expect(Math.abs(answerBy - timeOfId(Number(body.id)) - DAY), name).toBeLessThan(1000)
  return { name, asker, asked, statusId, answerBy }
}

describe.each(kinds)('I3: an offer of a $kind that nothing comes of', ({ path, days }) => {
  const title =
    'declined, blocked, muted, opted out and left alone look identical to who offered: same text, same moment'
  test(title, { timeout: 90_000 }, async () => {
    const cases: Case[] = []
    for (const name of [...Object.keys(after), ...Object.keys(before)]) cases.push(await begin(name, path, days))
    const allAlike = async (state: string) => {
      const seen: string[][] = []
      for (const { asker, asked, statusId } of cases) seen.push(await look(asker, asked, path, statusId))
      const [first = []] = seen
      expect(first.join()).toContain(`"state":"${state}"`)
      for (const [n, one] of seen.entries()) expect(one, `${cases[n]?.name}, ${state}`).toEqual(first)
      return first
    }
    const until = (time: number) => server.advance(`PT${Math.ceil((time - server.ctx.now()) / 1000)}S`)
    const ends = cases.map(({ answerBy }) => answerBy)
    const offered = await allAlike('offered')
    await until(Math.min(...ends) - 60_000)
    expect(await allAlike('offered')).toEqual(offered)
    await until(Math.max(...ends))
    expect(await allAlike('not_taken_up')).not.toEqual(offered)
    await server.advance('P8D')
    await allAlike('not_taken_up')
  })

  test('comes to nobody who blocks or mutes who offers, or wants no offers', async () => {
    for (const [name, deed] of Object.entries(before)) {
      casts += 1
      const [asker, asked] = [await server.signUp(`asker${casts}y`), await server.signUp(`asked${casts}y`)]
      await deed(asked, asker, path)
      const post = await say(asker, 'A talk.')
      const { body } = await asker.api.post(path, { account_id: asked.id, status_id: post.id, days })
      expect((await asked.api.get(path)).body, name).toEqual([])
      expect((await asked.api.get(`${COMMUNITY}/notices`)).body, name).toEqual([])
      expect((await asked.api.post(`${path}/${body.id}/accept`)).status, name).toBe(404)
    }
  })

  test('is written down so that nobody can read from the database which no it was', async () => {
    const rows: unknown[] = []
    for (const deed of [after.declined, after.muted, after['opted out'], after.blocked]) {
      casts += 1
      const [asker, asked] = [await server.signUp(`asker${casts}z`), await server.signUp(`asked${casts}z`)]
      const post = await say(asker, 'A talk.')
      const { body } = await asker.api.post(path, { account_id: asked.id, status_id: post.id, days })
      await deed?.(asked, asker, path)
      const row = server.ctx.db
        .prepare(
          'SELECT kind, days, hidden, withdrawn, ends_at, answer_by - offered_at AS lasts FROM truces WHERE id = ?',
        )
        .get(Number(body.id))
      rows.push(row)
    }
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(1)
  })
})

test('I3: a lock that was offered at a post of somebody who blocks me now stands in my list as before', async () => {
  const [asker, asked] = [await server.signUp('asksatpost'), await server.signUp('ownspost')]
  const post = await say(asked, 'A talk.')
  const offer = { account_id: asked.id, status_id: post.id, days: 3 }
  const { status } = await asker.api.post(`${COMMUNITY}/thread_locks`, offer)
  const before = (await asker.api.get(`${COMMUNITY}/thread_locks`)).text
  await act(asked, 'block', asker)
  expect([status, (await asker.api.get(`${COMMUNITY}/thread_locks`)).text]).toEqual([200, before])
  expect((await asker.api.post(`${COMMUNITY}/thread_locks`, offer)).body.details.account_id[0].error).toBe(
    'ERR_TOO_SOON',
  )
})

test('I9: a truce leaves blocks and mutes as they are, when it begins and when it ends', async () => {
  const [one, other] = [await server.signUp('keepsmute'), await server.signUp('ismuted')]
  const { body } = await one.api.post(`${COMMUNITY}/truces`, { account_id: other.id, days: 1 })
  await one.api.post(`/api/v1/accounts/${other.id}/mute`)
  const stands = async () => (await one.api.get(`/api/v1/accounts/relationships?id[]=${other.id}`)).body
  const before = await stands()
  expect((await other.api.post(`${COMMUNITY}/truces/${body.id}/accept`)).status).toBe(200)
  expect(await stands()).toEqual(before)
  await server.advance('P1D')
  expect(await stands()).toEqual(before)
})
