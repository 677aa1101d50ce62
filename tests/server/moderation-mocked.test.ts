import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cast, say } from '../support/masto.ts'
import { answer, caseAbout, deciding, inCase, readCase, reportTo, startWithTeam } from '../support/moderation.ts'
import type { Person, TestServer } from '../support/server.ts'

let server: TestServer
let mo: Person
let max: Person
let ann: Person
let ben: Person

beforeAll(async () => {
  ;({ server, mo, max } = await startWithTeam())
})
beforeEach(async () => {
  ;[ann, ben] = await cast(server, 'ann', 'ben')
})
afterAll(() => server.stop())

const read = async (person: Person, id: string) => (await person.api.get(`/api/v1/statuses/${id}`)).status

test('an account made to mock: whom it mocks is asked, its posts are hidden while two decide, and a no is heeded', async () => {
  const post = await say(ben, 'a cruel picture')
  await reportTo(ann, ben, { kind: 'rule', rules: ['gr7c'], status_ids: [post.id] })
  const { id } = await caseAbout(mo, ben)
  const limit = deciding([{ kind: 'limit' }], { rule: 'gr7c' })
  const proposing = async () => (await inCase(mo, id, 'proposals', limit)).body.error_code
  expect(await proposing()).toBe('ask_first')
  expect((await inCase(mo, id, 'mocked', { acct: 'nobody' })).status).toBe(422)
  await inCase(mo, id, 'mocked', { acct: `@${ann.username}` })
  expect(await proposing()).toBe('asked')
  const mocked = '/api/community/v1/reports/mocked'
  const said = (answer: string) => ann.browser.post(`${mocked}/${id}`, { answer })
  expect((await ann.browser.get(mocked)).body).toMatchObject([{ id, account: { id: ben.id }, answer: null }])
  expect((await max.browser.get(mocked)).body).toEqual([])
  expect((await max.browser.post(`${mocked}/${id}`, { answer: 'proceed' })).status).toBe(404)
  await said('leave')
  expect(await proposing()).toBe('left_alone')
  await said('proceed')
  expect((await readCase(max, id)).mocked).toMatchObject([{ who: { id: ann.id }, answer: 'proceed' }])
  expect(await read(ann, post.id)).toBe(200)
  expect(await proposing()).toBeUndefined()
  expect(await read(ann, post.id)).toBe(404)
  const [first] = (await readCase(max, id)).proposals
  await answer(max, first?.id ?? '', first?.sha256 ?? '', { answer: 'reject' })
  expect(await read(ann, post.id)).toBe(200)
  // who changes their mind between the proposal and the answer is heeded too
  await proposing()
  await said('leave')
  const second = (await readCase(max, id)).proposals.find(({ state }) => state === 'open')
  const given = await answer(max, second?.id ?? '', second?.sha256 ?? '')
  expect(given.body.error_code).toBe('left_alone')
})
