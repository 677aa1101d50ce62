import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstIdAt } from '../../server/core/ids.ts'
import { join, later, newBrowser, settle, signUpForm } from '../support/newcomer.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const admin = '/api/community/v1/admin'

let server: TestServer
let owner: Person
let boss: Person
let mia: Person
let sten: Person
let alice: Person
beforeAll(async () => {
  server = await startServer({ REGISTRATIONS: 'open' })
  owner = await server.signUp('olga', { roles: ['owner'] })
  boss = await server.signUp('boss', { roles: ['admin'] })
  mia = await server.signUp('mia', { roles: ['moderator'] })
  sten = await server.signUp('sten', { roles: ['steward'] })
  alice = await server.signUp('alice')
})
afterAll(() => server.stop())

const rolesOf = async (id: string) =>
  (await owner.browser.get(`${admin}/roles`)).body.find((one: { account: { id: string } }) => one.account.id === id)
    ?.roles
const give = (by: Person, to: Person, roles: string[]) => by.browser.put(`${admin}/roles/${to.id}`, { roles })
/** Days later, with everybody still logged in. */
async function wait(days: number): Promise<void> {
  server.ctx.db.prepare('UPDATE sessions SET expires_at = expires_at + ?').run(days * 86_400_000)
  await later(server, days)
}
const log = async (by = sten, query = '') => (await by.browser.get(`${admin}/log${query}`)).body

describe('roles', () => {
  test('are given and taken on one page, hold at once, and are written down', async () => {
    expect((await give(boss, alice, ['moderator', 'mediator'])).status).toBe(200)
    expect(await rolesOf(alice.id)).toEqual(['mediator', 'moderator'])
    expect((await alice.browser.get('/auth/session')).body.house).toContain('panic')
    await give(boss, alice, [])
    expect(await rolesOf(alice.id)).toBeUndefined()
    expect((await alice.browser.get(`${admin}/panic`)).status).toBe(403)
    const [entry] = await log(sten, `?subject_id=${alice.id}`)
    expect(entry).toMatchObject({
      by: 'boss',
      action: 'roles.change',
      label: 'alice',
      detail: { removed: 'mediator moderator' },
    })
  })

  test('of owners and admins are an owner’s to give, and the last owner stays', async () => {
    expect((await give(boss, mia, ['admin'])).body.error_code).toBe('owners_only')
    expect((await give(boss, owner, [])).status).toBe(403)
    expect((await give(owner, owner, ['moderator'])).status).toBe(409)
    expect(await rolesOf(owner.id)).toEqual(['owner'])
    expect((await give(mia, mia, ['owner'])).status).toBe(403)
    expect((await owner.browser.put(`${admin}/roles/1`, { roles: [] })).status).toBe(404)
  })
})

describe('the log', () => {
  test('says who let whom in, and is read by admins and stewards alone', async () => {
    const browser = newBrowser(server)
    await browser.post('/auth/sign-up', signUpForm('handed'))
    await settle(server)
    await browser.post('/auth/sign-up/by-hand')
    const [found] = (await mia.browser.get(`${admin}/people?show=by_hand`)).body
    await mia.browser.post(`${admin}/people/${found.id}/confirm`)
    await owner.browser.patch(`${admin}/settings`, { statement: 'We read.' })
    const [settings, confirmed] = await log()
    expect(settings).toMatchObject({ by: 'olga', action: 'settings.change', detail: { changed: 'statement' } })
    expect(confirmed).toMatchObject({ by: 'mia', action: 'people.confirm', label: 'handed' })
    expect((await alice.browser.get(`${admin}/log`)).status).toBe(403)
    expect((await mia.browser.get(`${admin}/log`)).status).toBe(403)
    expect((await log(boss, '?action=people.confirm')).length).toBe(1)
    expect((await log(boss, `?by=${owner.id}`)).every((one: { by: string }) => one.by === 'olga')).toBe(true)
  })
})

describe('invites', () => {
  test('show who came by whose, and after 90 days nobody knows', async () => {
    const { body: invite } = await mia.browser.post(`${admin}/invites`, {})
    await join(server, 'branch', { invite: invite.code })
    const tree = async () => (await mia.browser.get(`${admin}/invites/tree`)).body
    expect(await tree()).toMatchObject([{ username: 'branch', invited_by: 'mia', state: 'active' }])
    const before = server.ctx.now()
    await wait(91)
    await server.advance('PT1H')
    expect(await tree()).toEqual([])
    expect(server.ctx.now()).toBeGreaterThan(before)
  })
})

describe('mail by provider', () => {
  test('is told with the true answers, by domain and never by address', async () => {
    await newBrowser(server).post('/auth/sign-up', signUpForm('mailed', { email: 'x@provider.example' }))
    await settle(server)
    const found = (await mia.browser.get(`${admin}/mail-providers`)).body
    const one = found.find(({ domain }: { domain: string }) => domain === 'provider.example')
    expect(one).toEqual({ domain: 'provider.example', accepted: 0, refused: 0, waiting: 0, files: 1, answer: null })
    expect(JSON.stringify(found)).not.toContain('x@')
  })
})

describe('papers', () => {
  test('begin as outlines, are read once they are published, and say when they are overdue', async () => {
    const papers = async () => (await boss.browser.get(`${admin}/papers`)).body
    expect((await papers()).map(({ slug }: { slug: string }) => slug)).toContain('privacy')
    expect((await server.visitor.get('/api/community/v1/papers/privacy')).status).toBe(404)
    await boss.browser.put(`${admin}/papers/privacy`, { title: 'Privacy', draft: 'We keep little.', public: true })
    await boss.browser.post(`${admin}/papers/privacy/publish`, { months: 6 })
    const { body } = await server.visitor.get('/api/community/v1/papers/privacy')
    expect([body.title, body.html]).toEqual(['Privacy', '<p>We keep little.</p>'])
    const days = (Date.parse(body.review_due) - Date.parse(body.reviewed_at)) / 86_400_000
    expect(days).toBe(180)
    const told = async () =>
      (await boss.browser.get('/api/community/v1/notices')).body.filter(
        (one: { kind: string }) => one.kind === 'paper_due',
      )
    expect(await told()).toEqual([])
    await boss.browser.put(`${admin}/papers/privacy`, { title: 'Privacy', draft: 'We keep less.', public: true })
    expect((await server.visitor.get('/api/community/v1/papers/privacy')).body.html).toContain('little')
    await wait(190)
    const overdue = async () => (await papers()).find(({ slug }: { slug: string }) => slug === 'privacy').overdue
    expect(await overdue()).toBe(true)
    const [due] = await told()
    expect(due).toMatchObject({ link: '/house/papers', read_at: null })
    await boss.browser.post(`/api/community/v1/notices/${due.id}/read`)
    await wait(1)
    // once, and not every hour
    expect((await told()).filter((one: { read_at: string | null }) => one.read_at === null)).toEqual([])
    await boss.browser.post(`${admin}/papers/privacy/review`, { months: 12 })
    expect(await overdue()).toBe(false)
    expect((await mia.browser.get(`${admin}/papers`)).status).toBe(403)
  })
})

/** A decision as the tables of cases have it. */
function decide(n: number, more: Record<string, unknown> = {}): void {
  const { db } = server.ctx
  const at = server.ctx.now() - 3_600_000
  const id = firstIdAt(at) + n
  db.prepare(
    `INSERT INTO moderation_cases (id, target_name, urgency, kind, state, reports, created_at, due_at, looked_at, decided_at)
     VALUES (?, ?, 'harassment', 'rule', 'decided', 2, ?, ?, ?, ?)`,
  ).run(id, more.target ?? '@somebody', at, at, at + 1_800_000, at + 3_600_000)
  db.prepare(
    `INSERT INTO moderation_actions (id, case_id, kind, rule, rule_version, content, by_id, second_id, created_at,
       settles_at, settled_at, over_why) VALUES (?, ?, ?, 'gr-7', 1, x'00', ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    id,
    more.kind ?? 'warning',
    more.by ?? 1,
    more.second ?? null,
    at,
    at,
    more.undone ? null : at,
    more.why ?? null,
  )
  if (more.appeal) {
    db.prepare(
      `INSERT INTO moderation_appeals (id, action_id, content, created_at, due_at, state, decided_at)
       VALUES (?, ?, x'00', ?, ?, ?, ?)`,
    ).run(id, id, at, at, more.appeal, at)
  }
}

describe('the public page on what was decided', () => {
  test('MUST: names nobody: week, action, rule and version, and how it went', async () => {
    decide(1, { kind: 'remove', second: 2, appeal: 'granted', why: 'appeal' })
    decide(2, { kind: 'cw', target: '@far@away.example' })
    decide(3, { kind: 'note' })
    decide(4, { kind: 'suspend', undone: true, why: 'undone' })
    const { body, text } = await server.visitor.get('/api/community/v1/transparency')
    expect(body.entries).toEqual([
      {
        week: body.entries[0].week,
        action: 'cw',
        rule: 'gr-7',
        rule_version: 1,
        remote: true,
        by_two: false,
        appeal: null,
        reverted: false,
      },
      {
        week: body.entries[0].week,
        action: 'remove',
        rule: 'gr-7',
        rule_version: 1,
        remote: false,
        by_two: true,
        appeal: 'granted',
        reverted: true,
      },
    ])
    expect(new Date(body.entries[0].week).getUTCDay()).toBe(1)
    for (const name of ['somebody', 'far', 'away', 'mia', 'boss']) expect(text).not.toContain(name)
  })

  test('MUST: says of nothing when it was done but the week, page by page', async () => {
    for (let n = 20; n < 75; n += 1) decide(n, { kind: 'cw' })
    const path = '/api/community/v1/transparency'
    const { body, text } = await server.visitor.get(path)
    const ids = server.ctx.db.prepare('SELECT id FROM moderation_actions').all() as { id: number }[]
    expect(ids.filter(({ id }) => text.includes(String(id)))).toEqual([])
    const older = (await server.visitor.get(`${path}?page=${body.next}`)).body
    expect([body.entries.length, older.entries.length, older.next]).toEqual([50, 7, null])
    // an id of one's own choosing asks for nothing: by halves it would find each moment
    const [first] = ids
    expect((await server.visitor.get(`${path}?max_id=${first?.id}`)).body.entries).toHaveLength(50)
    server.ctx.db.prepare(`DELETE FROM moderation_actions WHERE kind = 'cw' AND id % 2048 >= 20`).run()
  })

  test('counts the half-year that is over, and lists what holds for other servers with the reason', async () => {
    server.ctx.db
      .prepare(
        `INSERT INTO domain_decisions (id, domain, cut_off, obscured, public_reason, private_reason, decided_at)
         VALUES (1, 'hateful.example', 1, 1, 'Threats.', 'told by mia', ?)`,
      )
      .run(server.ctx.now())
    await wait(200)
    const { body, text } = await server.visitor.get('/api/community/v1/transparency')
    expect(body.halves[0].actions).toEqual([
      { action: 'cw', count: 1, reverted: 0 },
      { action: 'remove', count: 1, reverted: 1 },
    ])
    expect(body.domains[0]).toMatchObject({ decisions: ['cut_off'], reason: 'Threats.' })
    const blocks = (await server.visitor.get('/api/v1/instance/domain_blocks')).body
    expect(body.domains[0].domain).toBe(blocks[0].domain)
    expect([text.includes('hateful'), text.includes('told by')]).toEqual([false, false])
  })
})

describe('the team’s numbers', () => {
  test('say how fast and how shared the work is, and ring where it is not', async () => {
    for (const n of [11, 12, 13, 14]) decide(n, { by: mia.accountId, appeal: n < 13 ? 'granted' : 'refused' })
    decide(15, { by: boss.accountId, second: mia.accountId })
    const { body } = await sten.browser.get(`${admin}/metrics`)
    expect(body.classes[1]).toMatchObject({ urgency: 'harassment', cases: 5, look_hours: 0.5, decision_hours: 1 })
    expect([body.actions, body.second_confirmed, body.appeals_upheld, body.busiest]).toEqual([5, 0.2, 0.5, 0.8])
    expect(body.alarms).toEqual(['appeals_upheld', 'one_person'])
    // nothing was said to anybody in these
    expect(body.with_reason).toBe(0)
    const earlier = (await sten.browser.get(`${admin}/metrics?weeks_ago=1`)).body
    expect([earlier.actions, earlier.until.slice(0, 10)]).toEqual([0, body.from.slice(0, 10)])
    expect((await sten.browser.get(`${admin}/metrics?weeks_ago=13`)).status).toBe(400)
    expect((await alice.browser.get(`${admin}/metrics`)).status).toBe(403)
  })

  test('count what was explained and opened again, and of mediation too little to tell of anybody', async () => {
    const path = '/api/community/v1/moderation/cases'
    await alice.browser.post('/api/community/v1/reports', { account_id: boss.id, comment: 'once more' })
    await alice.browser.post('/api/community/v1/reports', { account_id: mia.id, comment: 'late' })
    const entries = (await owner.browser.get('/api/community/v1/moderation')).body.entries
    const { case_id: id } = entries.find((one: { about: { id: string } }) => one.about.id === mia.id)
    const words = { actions: [{ kind: 'note' }], statement: 'Please answer sooner.' }
    expect((await owner.browser.post(`${path}/${id}/decide`, words)).status).toBe(200)
    const read = async () => (await sten.browser.get(`${admin}/metrics`)).body
    const before = await read()
    expect([before.with_reason > 0, before.reopened]).toEqual([true, 0])
    expect((await owner.browser.post(`${path}/${id}/reopen`)).body.state).toBe('open')
    expect((await owner.browser.post(`${path}/${id}/reopen`)).status).toBe(409)
    expect((await read()).reopened).toBe(1)
    expect(before.mediation).toMatchObject({
      asked: 'fewer than 5',
      went_ahead: 'fewer than 5',
      agreed: 'fewer than 5',
    })
  })

  test('count the steps of joining, and nobody’s way', async () => {
    await join(server, 'stepper')
    const { body } = await sten.browser.get(`${admin}/metrics`)
    const counts = Object.fromEntries(
      body.steps.map(({ step, count }: { step: string; count: number }) => [step, count]),
    )
    expect(counts).toMatchObject({ signed_up: 1, confirmed: 1, joined: 1 })
  })
})
