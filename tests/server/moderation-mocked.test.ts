import { expect, test } from 'vitest'
import type { OwnDecision } from '../../shared/api/moderation.ts'
import { say } from '../support/masto.ts'
import { answer, caseAbout, deciding, inCase, noticesOf, readCase, reportTo, settle } from '../support/moderation.ts'
import { ann, ben, max, mo, server, withTeam } from '../support/moderation-team.ts'
import type { Person } from '../support/server.ts'

withTeam()

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

test('an account made to mock: whoever runs it is told once of each step, however many posts it is about', async () => {
  const posts = [await say(ben, 'a cruel picture'), await say(ben, 'another one')]
  const status_ids = posts.map(({ id }) => id)
  await reportTo(ann, ben, { kind: 'rule', rules: ['gr7c'], about_self: true, status_ids })
  const { id } = await caseAbout(mo, ben)
  const told = async () => {
    await settle(server)
    return (await noticesOf(ben)).map(({ kind }) => kind)
  }
  const limit = [{ kind: 'limit' }, { kind: 'warning' }]
  await inCase(mo, id, 'proposals', deciding(limit, { rule: 'gr7c' }))
  expect(await told()).toEqual(['decision'])
  const [proposal] = (await readCase(max, id)).proposals
  await answer(max, proposal?.id ?? '', proposal?.sha256 ?? '')
  expect(await told()).toEqual(['decision', 'decision'])
  const [newest] = await noticesOf(ben)
  const own = await ben.browser.get<OwnDecision>(`/api/community/v1${newest?.link}`)
  const programs = await ben.api.get('/api/v1/notifications?types[]=moderation_warning')
  expect(programs.body.length).toBe(1)
  expect([own.body.kind, own.body.beside.map(({ kind }) => kind)]).toEqual(['limit', ['warning']])
})
