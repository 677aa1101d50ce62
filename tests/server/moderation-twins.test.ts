import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, say } from '../support/masto.ts'
import {
  answer,
  caseAbout,
  deciding,
  inCase,
  noticesOf,
  readCase,
  reportTo,
  settle,
  startWithTeam,
} from '../support/moderation.ts'
import { photo, upload, uploaded } from '../support/pictures.ts'
import type { Person, TestServer } from '../support/server.ts'

let server: TestServer
let mo: Person
let max: Person

beforeAll(async () => {
  ;({ server, mo, max } = await startWithTeam())
})
afterAll(() => server.stop())

test('an intimate picture that two took down is not taken in again, and is hidden where else it stands', async () => {
  const [ann, ben, cat] = await cast(server, 'ann', 'ben', 'cat')
  const [file, other] = [await photo(300, 200), await photo(310, 200)]
  const show = async (person: Person, bytes: Buffer) =>
    say(person, 'look', { media_ids: [(await uploaded(person, bytes)).id] })
  const first = await show(ben, file)
  const twin = await show(cat, file)
  const harmless = await show(cat, other)
  const signed = { signature: 'Ann', contact: 'ann@mail.example', good_faith: true }
  await reportTo(ann, ben, { kind: 'intimate', about_self: true, status_ids: [first.id], ...signed })
  const { id } = await caseAbout(mo, ben)
  await inCase(mo, id, 'proposals', deciding([{ kind: 'delete', status_ids: [first.id] }], { rule: 'gr7' }))
  const [proposal] = (await readCase(max, id)).proposals
  expect((await answer(max, proposal?.id ?? '', proposal?.sha256 ?? '')).status).toBe(200)
  const status = async (post: { id: string }) => (await ann.api.get(`/api/v1/statuses/${post.id}`)).status
  expect(await status(twin)).toBe(200)
  await settle(server)
  expect([await status(first), await status(twin), await status(harmless)]).toEqual([404, 404, 200])
  const again = await upload(ann, file)
  expect([again.status, again.text]).toEqual([422, expect.stringContaining('took this picture down')])
  expect((await upload(ann, other)).status).toBe(200)
  // whose post it is hears of it, and people decide
  expect((await noticesOf(cat)).map(({ kind }) => kind)).toContain('decision')
  const found = await caseAbout(mo, cat)
  expect([found.kind, found.actions[0]?.by, found.actions[0]?.review?.done]).toEqual(['intimate', null, false])
  expect(found.log.map(({ verb }) => verb)).toContain('twin_found')
  // an appeal that is granted lets it in again
  const [own] = (await ben.browser.get('/api/community/v1/decisions')).body.filter(
    ({ kind }: { kind: string }) => kind === 'delete',
  )
  await ben.browser.post(`/api/community/v1/appeals/${own.id}`, { wrong: 'It is a tree.' })
  const mia = await server.signUp(`third${ann.username}`, { roles: ['moderator'] })
  const appeal = (await readCase(mia, id)).actions.find(({ kind }) => kind === 'delete')?.appeal
  const granted = { granted: true, reasons: 'It is.' }
  expect((await mia.browser.post(`/api/community/v1/moderation/appeals/${appeal?.id}/answer`, granted)).status).toBe(
    200,
  )
  expect((await upload(ann, file)).status).toBe(200)
})
