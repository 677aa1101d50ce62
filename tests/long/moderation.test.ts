import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealSaid } from '../../server/features/moderation/reports/content.ts'
import { caseAbout, reportTo } from '../support/moderation.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let mo: Person
let ann: Person
beforeAll(async () => {
  server = await startServer()
  mo = await server.signUp('mo', { roles: ['owner', 'moderator'] })
  ann = await server.signUp('ann')
  const ben = await server.signUp('ben')
  await reportTo(ann, ben, { comment: 'Look.' })
})
afterAll(() => server.stop())

const quick = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 5)] ?? 0

/** How long a page takes, as a multiple of the plainest answer that the server gives in the same minute. */
async function timeOf(path: string): Promise<number> {
  const own: number[] = []
  const plain: number[] = []
  for (let n = 0; n < 200; n += 1) {
    const began = performance.now()
    expect((await mo.browser.get(path)).status).toBe(200)
    const between = performance.now()
    await server.visitor.get('/healthz')
    own.push(between - began)
    plain.push(performance.now() - between)
  }
  return quick(own) / quick(plain)
}

/** Many people, each reported by somebody, in cases that were decided but for some. */
function fill(people: number, reports: number): void {
  const { db } = server.ctx
  const run = (sql: string) => db.prepare(sql)
  const content = sealSaid(server.ctx, { comment: 'Look.', wish: 'unsure', additions: [] })
  const account = run(
    'INSERT INTO accounts (id, username, username_key, created_at, joined_at) VALUES (@id, @name, @name, @now, @now)',
  )
  const member = run('INSERT INTO members (account_id, password_hash, approved_at) VALUES (@id, @name, @now)')
  const opened = run(
    `INSERT INTO moderation_cases (id, target_id, target_name, urgency, kind, state, reports, created_at, due_at)
     VALUES (@caseId, @id, @name, 'other', 'other', @state, 1, @now, @dueAt)`,
  )
  const report = run(
    `INSERT INTO reports (id, case_id, target_id, reporter_id, kind, content, created_at)
     VALUES (@reportId, @caseId, @id, @by, 'other', @content, @now)`,
  )
  db.transaction(() => {
    for (let n = 0; n < people; n += 1) {
      const now = server.ctx.now()
      const row = { id: server.ctx.newId(), name: `person${server.ctx.newId()}`, now }
      account.run(row)
      member.run(row)
      if (n >= reports) continue
      const caseId = server.ctx.newId()
      opened.run({ ...row, caseId, state: n % 5 === 0 ? 'open' : 'decided', dueAt: now + 1000 * n })
      report.run({ id: row.id, now, caseId, reportId: server.ctx.newId(), by: ann.accountId, content })
    }
  })()
}

test('with 5,000 reports and 10,000 accounts a case and the people take as long as with one, and the queue as a full page, but for a half', async () => {
  const { id } = await caseAbout(mo, await mostPressing())
  const paths = [
    '/api/community/v1/moderation',
    '/api/community/v1/moderation?show=decided',
    `/api/community/v1/moderation/cases/${id}`,
    '/api/community/v1/admin/people?show=members',
  ]
  const measure = async () => {
    const times: number[] = []
    for (const path of paths) times.push(await timeOf(path))
    return times
  }
  await measure()
  // one report about one of three people is as empty as a case page can be
  const empty = await measure()
  // sixty lines say more than one: what a queue costs is held to that of a page that is full
  fill(300, 300)
  const full = await measure()
  for (let n = 0; n < 49; n += 1) {
    fill(200, 96)
    await server.visitor.get('/healthz')
  }
  const after = await measure()
  for (const [place, time] of after.entries()) expect(time / (full[place] ?? 1)).toBeLessThan(1.5)
  for (const place of [2, 3]) expect((after[place] ?? 0) / (empty[place] ?? 1)).toBeLessThan(1.5)
}, 600_000)

/** Whom the first line of the queue is about. */
async function mostPressing(): Promise<Person> {
  const { body } = await mo.browser.get('/api/community/v1/moderation')
  return { ...ann, id: body.entries[0].about.id }
}
