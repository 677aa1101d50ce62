import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { follow, mastoOf, say, wordsOf } from '../support/masto.ts'
import { photo, upload } from '../support/pictures.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let ann: Person
let ben: Person
beforeAll(async () => {
  server = await startServer()
  ann = await server.signUp('ann')
  ben = await server.signUp('ben')
  await follow(ben, ann)
})
afterAll(() => server.stop())

/** A time by the community's clock. */
const inMinutes = (minutes: number) => new Date(server.ctx.now() + minutes * 60_000).toISOString()
const later = (person: Person, status: string, minutes: number, more: object = {}) =>
  person.api.post('/api/v1/statuses', { status, scheduled_at: inMinutes(minutes), ...more })
const waiting = async (person: Person) => (await person.api.get('/api/v1/scheduled_statuses')).body
const homeOf = async (person: Person) => wordsOf((await person.api.get('/api/v1/timelines/home')).body)

test('I write a post for later, find it waiting, and it appears once when its time comes', async () => {
  const masto = mastoOf(server, ann)
  const made = await masto.v1.statuses.create({
    status: 'Assembly tomorrow',
    spoilerText: 'meta',
    visibility: 'private',
    scheduledAt: inMinutes(60),
  })
  expect(Date.parse(made.scheduledAt)).toBeGreaterThan(server.ctx.now())
  expect(made.params).toMatchObject({ text: 'Assembly tomorrow', spoilerText: 'meta', visibility: 'private' })
  expect(await masto.v1.scheduledStatuses.$select(made.id).fetch()).toEqual(made)
  expect(await masto.v1.scheduledStatuses.list()).toEqual([made])
  await server.advance('PT59M')
  expect(await homeOf(ben)).toEqual([])
  await server.advance('PT2M')
  expect(await homeOf(ben)).toEqual(['Assembly tomorrow'])
  expect(await waiting(ann)).toEqual([])
  await server.advance('P1D')
  expect(await homeOf(ben)).toEqual(['Assembly tomorrow'])
})

test('I put it to another time, or take it back', async () => {
  const masto = mastoOf(server, ann)
  const one = (await later(ann, 'Moved', 30)).body
  const other = (await later(ann, 'Taken back', 30)).body
  await masto.v1.scheduledStatuses.$select(one.id).update({ scheduledAt: inMinutes(120) })
  await masto.v1.scheduledStatuses.$select(other.id).remove()
  await server.advance('PT60M')
  expect(await homeOf(ben)).not.toContain('Moved')
  expect((await waiting(ann)).map(({ id }: { id: string }) => id)).toEqual([one.id])
  await server.advance('PT61M')
  expect(await homeOf(ben)).toContain('Moved')
  expect(await homeOf(ben)).not.toContain('Taken back')
})

test('the same request sent again makes one post, and its pictures wait with it and are nobody else’s', async () => {
  const { id } = (await upload(ann, await photo(8, 8))).body
  const form = { status: 'With a picture', media_ids: [id], scheduled_at: inMinutes(60 * 30) }
  const headers = { 'idempotency-key': 'twice' }
  const first = await ann.api.post('/api/v1/statuses', form, headers)
  const second = await ann.api.post('/api/v1/statuses', form, headers)
  expect(first.status).toBe(200)
  expect(second.body.id).toBe(first.body.id)
  expect(first.body.media_attachments.map((one: { id: string }) => one.id)).toEqual([id])
  expect((await ann.api.post('/api/v1/statuses', { status: 'Mine now', media_ids: [id] })).status).toBe(422)
  // longer than a picture is kept that nobody posts
  await server.advance('PT29H')
  expect((await waiting(ann))[0].media_attachments).toHaveLength(1)
  await server.advance('PT2H')
  const [status] = (await ben.api.get('/api/v1/timelines/home?limit=1')).body
  expect(status.media_attachments.map((one: { id: string }) => one.id)).toEqual([id])
})

describe('a post for later is refused', () => {
  test('too soon, in the past, too far away, or at no time at all', async () => {
    for (const minutes of [-10, 0, 4, 60 * 24 * 400]) {
      const reply = await later(ann, 'When?', minutes)
      expect([reply.status, Object.keys(reply.body.details)]).toEqual([422, ['scheduled_at']])
    }
    const reply = await ann.api.post('/api/v1/statuses', { status: 'When?', scheduled_at: 'soon' })
    expect(reply.body.details.scheduled_at[0].description).toContain('has to be a time')
  })

  test('when it could not be posted now either', async () => {
    expect((await later(ann, '', 60)).status).toBe(422)
    expect((await later(ann, 'x'.repeat(501), 60)).status).toBe(422)
    expect((await later(ann, 'Choose', 60, { poll: { options: ['one'], expires_in: 3600 } })).status).toBe(422)
    expect((await later(ann, 'Answer', 60, { in_reply_to_id: '1' })).status).toBe(404)
    expect(await waiting(ann)).toEqual([])
  })

  test('past so many on one day', async () => {
    const cem = await server.signUp('cem')
    const noon = new Date(Math.ceil(server.ctx.now() / 864e5) * 864e5 + 2 * 864e5).toISOString()
    const put = () => cem.api.post('/api/v1/statuses', { status: 'Again', scheduled_at: noon })
    for (let n = 0; n < 25; n += 1) expect((await put()).status).toBe(200)
    expect((await put()).status).toBe(422)
  })
})

describe('MUST: when its time comes, whether it may be posted is asked again', () => {
  test('what it answers is gone: it stays on my list with the reason, and I am told', async () => {
    const dot = await server.signUp('dot')
    const answered = await say(ben, 'A question')
    await later(dot, 'An answer', 30, { in_reply_to_id: answered.id })
    await ben.api.delete(`/api/v1/statuses/${answered.id}`)
    await server.advance('PT31M')
    const [kept] = await waiting(dot)
    expect(kept.problem).toContain('not there')
    const told = async () =>
      (await dot.api.get('/api/community/v1/notices?unread=true')).body.map(({ kind }: { kind: string }) => kind)
    expect(await told()).toEqual(['not_posted'])
    await dot.api.delete(`/api/v1/scheduled_statuses/${kept.id}`)
    expect(await told()).toEqual([])
  })

  test('a block between us meanwhile keeps an answer back', async () => {
    const eli = await server.signUp('eli')
    const answered = await say(ben, 'Another question')
    await later(eli, '@ben an answer', 30, { in_reply_to_id: answered.id })
    await ben.api.post(`/api/v1/accounts/${eli.id}/block`)
    await server.advance('PT31M')
    expect((await waiting(eli))[0].problem).toEqual(expect.any(String))
  })

  test('a suspended account posts nothing', async () => {
    const fay = await server.signUp('fay')
    await follow(ben, fay)
    await later(fay, 'From the grave', 30)
    server.ctx.db.prepare('UPDATE accounts SET suspended_at = 1 WHERE id = ?').run(fay.accountId)
    await server.advance('PT31M')
    server.ctx.db.prepare('UPDATE accounts SET suspended_at = NULL WHERE id = ?').run(fay.accountId)
    expect(await homeOf(ben)).not.toContain('From the grave')
    expect((await waiting(fay))[0].problem).toContain('could not post')
  })

  test('rules that I have not agreed to keep it back', async () => {
    const gil = await server.signUp('gil')
    await later(gil, 'Without the rules', 30)
    server.ctx.db.prepare('DELETE FROM acceptances WHERE account_id = ?').run(gil.accountId)
    await server.advance('PT31M')
    expect((await waiting(gil))[0].problem).toContain('rules')
  })
})

test('a restart loses nothing that waits, and what fell due meanwhile is posted once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'left-community-'))
  const before = await startServer({}, folder)
  const hal = await before.signUp('hal')
  const at = new Date(before.ctx.now() + 3_600_000).toISOString()
  await hal.api.post('/api/v1/statuses', { status: 'After the restart', scheduled_at: at })
  await before.stop()
  const after = await startServer({}, folder)
  const own = async () => {
    const reply = await fetch(`${after.url}/api/v1/accounts/${hal.id}/statuses`)
    return wordsOf((await reply.json()) as { content: string }[])
  }
  expect(await own()).toEqual([])
  await after.advance('PT2H')
  await after.advance('PT2H')
  expect(await own()).toEqual(['After the restart'])
  await after.stop()
})
