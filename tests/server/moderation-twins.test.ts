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
import { photo, scene, upload, uploaded } from '../support/pictures.ts'
import type { Person, TestServer } from '../support/server.ts'

let server: TestServer
let mo: Person
let max: Person

beforeAll(async () => {
  ;({ server, mo, max } = await startWithTeam())
})
afterAll(() => server.stop())

/** Posts a picture. */
const show = async (person: Person, bytes: Buffer) =>
  say(person, 'look', { media_ids: [(await uploaded(person, bytes)).id] })

/** Has two people delete a post as an intimate picture, for good. */
async function takeDown(subject: Person, author: Person, statusId: string): Promise<string> {
  const signed = { signature: 'Ann', contact: 'ann@mail.example', good_faith: true }
  await reportTo(subject, author, { kind: 'intimate', about_self: true, status_ids: [statusId], ...signed })
  const { id } = await caseAbout(mo, author)
  await inCase(mo, id, 'proposals', deciding([{ kind: 'delete', status_ids: [statusId] }], { rule: 'gr7' }))
  const [proposal] = (await readCase(max, id)).proposals
  expect((await answer(max, proposal?.id ?? '', proposal?.sha256 ?? '')).status).toBe(200)
  return id
}

test('an intimate picture that two took down is not taken in again, and is hidden where else it stands', async () => {
  const [ann, ben, cat] = await cast(server, 'ann', 'ben', 'cat')
  const [file, other] = [await photo(300, 200), await photo(310, 200)]
  const first = await show(ben, file)
  const twin = await show(cat, file)
  const harmless = await show(cat, other)
  const id = await takeDown(ann, ben, first.id)
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

test('a copy that was made smaller or saved anew is hidden for two people to decide, and others are not', async () => {
  const [ann, ben, cat, dan, eve] = await cast(server, 'ann', 'ben', 'cat', 'dan', 'eve')
  const first = await show(ben, await scene(3).png().toBuffer())
  const before = await show(cat, await scene(3, 450, 300).jpeg({ quality: 50 }).toBuffer())
  const unrelated = await show(cat, await scene(5).png().toBuffer())
  const status = async (post: { id: string }) => (await ann.api.get(`/api/v1/statuses/${post.id}`)).status
  await takeDown(ann, ben, first.id)
  await settle(server)
  expect([await status(before), await status(unrelated)]).toEqual([404, 200])
  // it is taken in, since it may be another one; whoever was named hears nothing of it
  const brighter = await scene(3, 640, 427).modulate({ brightness: 1.1 }).webp({ quality: 60 }).toBuffer()
  const text = `look @${ann.username}`
  const heard = async () => (await ann.api.get<unknown[]>('/api/v1/notifications')).body.length
  const told = await heard()
  const later = await say(dan, text, { media_ids: [(await uploaded(dan, brighter)).id] })
  const other = await show(eve, await scene(8).jpeg().toBuffer())
  expect([
    await status(later),
    await status(other),
    (await dan.api.get(`/api/v1/statuses/${later.id}`)).status,
  ]).toEqual([404, 200, 200])
  expect(await heard()).toBe(told)
  await settle(server)
  expect((await noticesOf(dan)).map(({ kind }) => kind)).toContain('decision')
  const found = await caseAbout(mo, dan)
  expect([found.kind, found.actions[0]?.by, found.actions[0]?.review?.done]).toEqual(['intimate', null, false])
  expect(found.log.map(({ verb }) => verb)).toContain('alike_found')
  // one person alone does not delete it
  const alone = await inCase(
    mo,
    found.id,
    'decide',
    deciding([{ kind: 'delete', status_ids: [later.id] }], { rule: 'gr7' }),
  )
  expect(alone.status).toBeGreaterThan(399)
  // and where people find that it is another picture, it stands again
  const actionId = found.actions[0]?.id
  const ended = await max.browser.post(`/api/community/v1/moderation/actions/${actionId}/review`, { keep: false })
  expect([ended.status, await status(later)]).toEqual([200, 200])
  await dan.api.put(`/api/v1/statuses/${later.id}`, {
    status: 'look again',
    media_ids: later.media_attachments.map(({ id }) => id),
  })
  expect(await status(later)).toBe(200)
})

test('a picture from before pictures were known by how they look is found too', async () => {
  const [ann, ben, cat, dan] = await cast(server, 'ann', 'ben', 'cat', 'dan')
  const file = await scene(21).png().toBuffer()
  const first = await show(ben, file)
  const posts = [await show(cat, file), await show(dan, await scene(21, 600, 400).jpeg().toBuffer())]
  for (const { media_attachments: media } of posts)
    server.ctx.db.prepare('UPDATE media SET sha256 = NULL, likeness = NULL WHERE id = ?').run(Number(media[0]?.id))
  await takeDown(ann, ben, first.id)
  await settle(server)
  const seen = () => Promise.all(posts.map(async ({ id }) => (await ann.api.get(`/api/v1/statuses/${id}`)).status))
  expect(await seen()).toEqual([200, 200])
  await server.advance('PT1H')
  await server.advance('PT1M')
  expect(await seen()).toEqual([404, 404])
})
