import { afterAll, beforeAll, expect, test } from 'vitest'
import type { QueueEntry } from '../../shared/api/moderation-team.ts'
import { queuePage, reportTo } from '../support/moderation.ts'
import { join } from '../support/newcomer.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let boss: Person
let mo: Person
beforeAll(async () => {
  server = await startServer({ REGISTRATIONS: 'approval' })
  boss = await server.signUp('boss', { roles: ['admin'] })
  mo = await server.signUp('mo', { roles: ['moderator'] })
})
afterAll(() => server.stop())

const inQueue = async (person: Person, what: QueueEntry['what']) =>
  (await queuePage(person)).entries
    .filter((one) => one.what === what)
    .map(({ about_name, clock }) => [about_name, clock])

test('who asks to join stands in the queue with a clock of a day, amber from half of it on, until somebody answers', async () => {
  await join(server, 'hopeful', { reason: 'My union meets here.' })
  expect(await inQueue(mo, 'application')).toEqual([['hopeful', 'green']])
  await server.advance('PT12H')
  expect(await inQueue(mo, 'application')).toEqual([['hopeful', 'amber']])
  const [ann, ben] = [await server.signUp('ann'), await server.signUp('ben')]
  await reportTo(ann, ben, { kind: 'private' })
  await server.advance('PT12H')
  const { entries } = await queuePage(mo)
  expect(entries.map(({ what, clock }) => [what, clock])).toEqual([
    ['case', 'late'],
    ['application', 'late'],
  ])
  await mo.browser.post(`/api/community/v1/admin/people/${entries[1]?.id}/approve`)
  expect(await inQueue(mo, 'application')).toEqual([])
})

test('a paper stands there from the day on which it was to be looked at again, for those who write papers alone', async () => {
  const paper = '/api/community/v1/admin/papers/privacy'
  await boss.browser.put(paper, { title: 'Privacy', draft: 'We keep little.' })
  await boss.browser.post(`${paper}/publish`, { months: 1 })
  expect(await inQueue(boss, 'paper')).toEqual([])
  await server.advance('P31D')
  expect(await inQueue(boss, 'paper')).toEqual([['Privacy', 'late']])
  expect(await inQueue(mo, 'paper')).toEqual([])
  await boss.browser.post(`${paper}/review`, { months: 12 })
  expect(await inQueue(boss, 'paper')).toEqual([])
})
