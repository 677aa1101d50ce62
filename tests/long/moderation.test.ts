import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealSaid } from '../../server/features/moderation/reports/content.ts'
import { caseAbout, reportTo } from '../support/moderation.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

/** A community whose owner has one report about one of three people to decide on. */
type Place = { server: TestServer; mo: Person; ann: Person; caseId: string }

async function begin(): Promise<Place> {
  const server = await startServer()
  const mo = await server.signUp('mo', { roles: ['owner', 'moderator'] })
  const ann = await server.signUp('ann')
  const ben = await server.signUp('ben')
  await reportTo(ann, ben, { comment: 'Look.' })
  return { server, mo, ann, caseId: (await caseAbout(mo, ben)).id }
}

let empty: Place
let full: Place
beforeAll(async () => {
  ;[empty, full] = [await begin(), await begin()]
})
afterAll(async () => {
  await empty.server.stop()
  await full.server.stop()
})

const quick = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 5)] ?? 0

/**
 * How long processors work to make a page (microseconds), whatever else the machine does meanwhile. Squeezing it for
 * the way is left out: that costs the same half a millisecond for the ten lines of a full queue (4.3 kB) as for any
 * other page, and an empty queue (0.5 kB) is too short to be squeezed.
 */
async function timeOf({ mo, caseId }: Place, path: string): Promise<number> {
  const began = process.cpuUsage()
  expect((await mo.browser.get(path.replace(':id', caseId), { 'accept-encoding': 'identity' })).status).toBe(200)
  const { user, system } = process.cpuUsage(began)
  return user + system
}

/** How much longer a page takes in the full community than in the empty one, asked in turns in the same minute. */
async function ratioOf(path: string): Promise<number> {
  const times: { empty: number[]; full: number[] } = { empty: [], full: [] }
  for (let n = 0; n < 500; n += 1) {
    // the first are slow on both sides, until the way is worn
    if (n === 100) times.empty.length = times.full.length = 0
    times.empty.push(await timeOf(empty, path))
    times.full.push(await timeOf(full, path))
  }
  return quick(times.full) / quick(times.empty)
}

/** Many people, each reported by somebody, in cases that were decided but for some. */
function fill({ server, ann }: Place, people: number, reports: number): void {
  const { db } = server.ctx
  const run = (sql: string) => db.prepare(sql)
  const content = sealSaid(server.ctx, { comment: 'Look.', wish: 'unsure', additions: [] })
  const account = run(
    'INSERT INTO accounts (id, username, username_key, created_at, joined_at) VALUES (@id, @name, @name, @now, @now)',
  )
  const member = run('INSERT INTO members (account_id, password_hash, approved_at) VALUES (@id, @name, @now)')
  const opened = run(
    `INSERT INTO moderation_cases (id, target_id, target_name, urgency, kind, state, reports, created_at, due_at,
       decided_at)
     VALUES (@caseId, @id, @name, 'other', 'other', @state, 1, @now, @dueAt, @decidedAt)`,
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
      const isOpen = n % 5 === 0
      const state = isOpen ? 'open' : 'decided'
      opened.run({ ...row, caseId, state, dueAt: now + 1000 * n, decidedAt: isOpen ? null : now })
      report.run({ id: row.id, now, caseId, reportId: server.ctx.newId(), by: ann.accountId, content })
    }
  })()
}

test('with 5,000 reports and 10,000 accounts queue, case and people pages take at most 1.5 times as long as empty ones', async () => {
  for (let n = 0; n < 50; n += 1) {
    fill(full, 200, 100)
    await full.server.visitor.get('/healthz')
  }
  const { body } = await full.mo.browser.get('/api/community/v1/moderation')
  expect(body.entries).toHaveLength(10)
  expect(JSON.stringify(body).length).toBeLessThan(6000)
  const next = await full.mo.browser.get(`/api/community/v1/moderation?after=${body.next}`)
  expect(next.body.entries).toHaveLength(10)
  const ratios: Record<string, number> = {}
  for (const path of [
    '/api/community/v1/moderation',
    '/api/community/v1/moderation?show=decided',
    '/api/community/v1/moderation/cases/:id',
    '/api/community/v1/admin/people?show=members',
  ]) {
    ratios[path] = await ratioOf(path)
  }
  expect(Object.entries(ratios).filter(([, ratio]) => ratio >= 1.5)).toEqual([])
}, 600_000)
