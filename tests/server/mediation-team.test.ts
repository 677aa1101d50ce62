import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCase, refold } from '../../server/features/mediation/cases.ts'
import { caseById } from '../../server/features/mediation/queries.ts'
import { act, answers, ask, leap, MEDIATIONS, mediator, member, members, settle, yes } from '../support/mediation.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let coordinator: Person
beforeAll(async () => {
  server = await startServer()
  coordinator = await member(server, 'coordinator_one', { roles: ['coordinator'] })
})
afterAll(() => server.stop())

let pairs = 0
async function pair() {
  pairs += 1
  const [a, b] = await members(server, `ash_${pairs}`, `bo_${pairs}`)
  if (!a || !b) throw new Error('nobody came')
  return { a, b }
}
const triage = async () => (await coordinator.api.get(`${MEDIATIONS}/triage`)).body

describe('the coordinators’ page', () => {
  test('says which role is vacant, and how much room there is', async () => {
    expect((await triage()).vacant).toEqual(['mediator', 'moderator', 'steward'])
    await mediator(server, 'room_for_two')
    expect(await triage()).toMatchObject({
      vacant: ['moderator', 'steward'],
      capacity: { mediators: 1, away: 0, open_cases: 0, free_places: 2 },
    })
  })

  test('shows requests by two plain words, the oldest first, without handles', async () => {
    const [first, second] = [await pair(), await pair()]
    const ids = [(await ask(first.a, first.b)).id, (await ask(second.a, second.b)).id]
    const { waiting } = await triage()
    expect(waiting.map((line: { id: string }) => line.id)).toEqual(ids)
    expect(waiting[0].code_name).toMatch(/^[a-z]+ [a-z]+$/)
    expect(JSON.stringify(waiting)).not.toContain(first.a.username)
  })

  test('hears of a thread from anybody, twice a week, and of nobody who said so', async () => {
    const { a, b } = await pair()
    const { body: post } = await b.api.post('/api/v1/statuses', { status: 'You all.' })
    const alert = (id: string) => a.api.post(`${MEDIATIONS}/thread-alerts`, { status_id: id })
    expect([(await alert(post.id)).status, (await alert(post.id)).status]).toEqual([200, 200])
    expect((await alert(post.id)).body.error_code).toBe('two_a_week')
    const { alerts } = await triage()
    expect(alerts.filter((one: { kind: string }) => one.kind === 'thread')).toMatchObject([
      { status_id: post.id, account: null },
      { status_id: post.id, account: null },
    ])
    expect(JSON.stringify(alerts)).not.toContain(a.username)
    expect((await b.api.get('/api/community/v1/notices')).body).toEqual([])
    const { body: hidden } = await b.api.post('/api/v1/statuses', { status: 'Mine.', visibility: 'direct' })
    await server.advance('P8D')
    expect((await alert(hidden.id)).status).toBe(404)
  })
})

describe('the past in figures', () => {
  test('is told by year, a month after it, with small counts as a phrase and others rounded to five', async () => {
    const read = async () => (await server.visitor.get(`${MEDIATIONS}/statistics`)).body
    expect(await read()).toEqual([])
    const year = new Date(server.ctx.now()).getUTCFullYear()
    const add = server.ctx.db.prepare(
      `INSERT INTO mediation_counts (year, kind, count) VALUES (?, ?, ?)
       ON CONFLICT (year, kind) DO UPDATE SET count = excluded.count`,
    )
    for (const [kind, count] of [
      ['asked', 23],
      ['ahead', 12],
      ['agreed', 4],
      ['days 9', 3],
      ['days 20', 4],
    ] as const) {
      add.run(year, kind, count)
    }
    const active = server.ctx.db.prepare('INSERT INTO mediation_active (year, who) VALUES (?, ?)')
    for (let n = 0; n < 11; n += 1) active.run(year, Buffer.from([n]))
    const next = Date.UTC(year + 1, 0, 1)
    await leap(server, Math.ceil((next - server.ctx.now()) / 86_400_000) + 20)
    expect(await read()).toEqual([])
    await leap(server, 20)
    expect(await read()).toEqual([
      { year, asked: '25', went_ahead: '10', agreed: 'fewer than 5', median_days: '20', mediators: '10' },
    ])
    expect(server.ctx.db.prepare('SELECT count(*) AS count FROM mediation_active').get()).toEqual({ count: 0 })
  })
})

describe('a case', () => {
  const states = async (): Promise<string[]> => {
    const made: string[] = []
    const one = await mediator(server, `for_states_${pairs}`)
    const people = async () => Object.values(await pair()) as [Person, Person]
    const [a1, b1] = await people()
    made.push((await ask(a1, b1, { screening: answers({ q1: 'yes' }) })).id)
    const [a2, b2] = await people()
    made.push((await ask(a2, b2)).id)
    const [a3, b3] = await people()
    const asked = (await ask(a3, b3, { track: 'message' })).id
    await settle(server)
    await act(b3, asked, 'consent', yes())
    await act(a3, asked, 'vote', { acceptable: [one.id] })
    await act(b3, asked, 'vote', { acceptable: [one.id] })
    await act(one, asked, 'take', { read: true })
    await act(a3, asked, 'sign_rules', { read: true })
    await act(b3, asked, 'sign_rules', { read: true })
    made.push(asked)
    return made
  }

  test('is the fold of its events: the row says what they say, and a changed event is found', async () => {
    await states()
    await server.advance('P3D')
    const ids = server.ctx.db.prepare<[], { id: number }>('SELECT id FROM mediation_cases').all()
    expect(ids.length).toBeGreaterThan(4)
    for (const { id } of ids) {
      const row = caseById(server.ctx.db, { id })
      if (!row) throw new Error('gone')
      expect(JSON.parse(JSON.stringify(refold(server.ctx, id)))).toEqual(readCase(row).now)
    }
    const change = () => server.ctx.db.prepare(`UPDATE mediation_events SET verb = 'withdraw'`).run()
    expect(change).toThrow('events are never changed')
    const [first] = ids
    server.ctx.db.exec('DROP TRIGGER mediation_events_stay')
    server.ctx.db.prepare('UPDATE mediation_events SET at = at + 1 WHERE case_id = ? AND seq = 1').run(first?.id)
    expect(() => refold(server.ctx, first?.id ?? 0)).toThrow('were changed')
  })

  test('says nothing of who and what in the main database', async () => {
    const { a, b } = await pair()
    const { id } = await ask(a, b, { story: 'The pear tree is ours.', trusted: ['somebody_trusted'] })
    const tables = ['mediation_cases', 'mediation_events', 'mediation_members', 'pair_counters', 'mediation_alerts']
    const rows = tables.map((table) => server.ctx.db.prepare(`SELECT * FROM ${table}`).all())
    const text = JSON.stringify(rows, (_key, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    )
    for (const word of ['pear tree', 'somebody_trusted', a.username, b.username, a.id, b.id]) {
      expect(text).not.toContain(word)
    }
    expect(text).toContain(id)
    const jobs = JSON.stringify(server.ctx.db.prepare(`SELECT payload FROM jobs WHERE kind LIKE 'mediation%'`).all())
    for (const one of [a.id, b.id]) expect(jobs).not.toContain(one)
    const kept = server.ctx.db.prepare(`SELECT DISTINCT ref FROM notices WHERE kind = 'mediation'`).all()
    expect(kept).toEqual([{ ref: 0 }])
  })
})

test('after a restore without keys open cases close as lost, with one neutral text for both', async () => {
  const home = mkdtempSync(join(tmpdir(), 'left-community-'))
  const secrets = join(home, 'secrets')
  const first = await startServer({ SECRETS_DIR: secrets }, home)
  const [a, b] = (await members(first, 'ada', 'ben')) as [Person, Person]
  const { id } = await ask(a, b, { track: 'message' })
  await settle(first)
  await act(b, id, 'consent', yes())
  const [c] = (await members(first, 'cas')) as [Person]
  const open = await ask(c, b, { track: 'message' })
  await settle(first)
  await first.stop()
  rmSync(join(secrets, 'cases'), { recursive: true })
  const second = await startServer({ SECRETS_DIR: secrets }, home)
  try {
    const again = (person: Person, caseId: string) =>
      fetch(`${second.url}${MEDIATIONS}/${caseId}`, { headers: { authorization: `Bearer ${person.token}` } })
    const [seenByA, seenByB] = await Promise.all(
      [again(a, id), again(b, id)].map(async (reply) => (await reply).json()),
    )
    expect([seenByA.state, seenByA.title]).toEqual(['closed', 'This mediation was lost'])
    expect([seenByB.title, seenByB.text]).toEqual([seenByA.title, seenByA.text])
    expect((await (await again(c, open.id)).json()).title).toBe('This mediation was lost')
  } finally {
    await second.stop()
    rmSync(home, { recursive: true, force: true })
  }
}, 60_000)
