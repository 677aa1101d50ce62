import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CasePage } from '../../shared/api/moderation-team.ts'
import type { Status } from '../../shared/api/wire.ts'
import { say } from '../support/masto.ts'
import { caseAbout, deciding, inCase, readCase, reportTo, settle } from '../support/moderation.ts'
import { mailsOf } from '../support/newcomer.ts'
import { startRecordingPeer } from '../support/recording-peer.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'
import { eventually, find, handleOf } from '../support/servers.ts'

const API = '/api/community/v1'
let here: TestServer
let there: TestServer
let mo: Person
let ann: Person
let bad: Person
let bob: Person
beforeAll(async () => {
  const settings = { FEDERATION_ALLOW_LOOPBACK: '1' }
  here = await startServer(settings)
  there = await startServer(settings)
  mo = await here.signUp('mo', { roles: ['moderator'] })
  ann = await here.signUp('ann')
  bad = await here.signUp('bad')
  bob = await there.signUp('bob')
  await bob.api.post(`/api/v1/accounts/${await find(bob, handleOf(bad, here))}/follow`)
  await eventually(
    async () => (await bad.api.get(`/api/v1/accounts/${bad.id}/followers`)).body.length > 0,
    'the follow',
  )
}, 30_000)
afterAll(async () => {
  await here.stop()
  await there.stop()
})

const atBob = async (words: string): Promise<Status | undefined> =>
  (await bob.api.get('/api/v1/timelines/home')).body.find(({ content }: Status) => content.includes(words))
const follows = (uri: number) =>
  here.ctx.db
    .prepare('INSERT INTO follows (id, account_id, target_id, created_at) VALUES (?, ?, ?, 1)')
    .run(here.ctx.newId(), uri, bad.accountId)

/** Somebody’s address is reported by themselves, and the post deleted with its author suspended; gives the case. */
async function purged(post: Status): Promise<CasePage> {
  await reportTo(ann, bad, { kind: 'private', about_self: true, status_ids: [post.id] })
  const { id } = await caseAbout(mo, bad)
  const said = deciding([{ kind: 'delete', status_ids: [post.id] }], { rule: 'gr7a' })
  expect((await inCase(mo, id, 'decide', said)).status).toBe(200)
  await settle(here)
  return readCase(mo, id)
}

describe('somebody’s private information, with copies at other servers', () => {
  test('is gone from them, and the case says which took the deletion and which did not', async () => {
    const stubborn = await startRecordingPeer()
    follows(stubborn.person(here.ctx, 'eve').id)
    const post = await say(bad, 'Ann lives at 12 Fern Lane.')
    const copy = await eventually(() => atBob('12 Fern Lane'), 'the post')
    await stubborn.waitFor(({ body }) => body.type === 'Create')
    stubborn.answer = { status: 403 }
    const { id } = await purged(post)
    await eventually(async () => (await bob.api.get(`/api/v1/statuses/${copy.id}`)).status === 404, 'the deletion')
    expect(await atBob('12 Fern Lane')).toBeUndefined()
    const deletion = await stubborn.waitFor(({ body }) => body.type === 'Delete')
    expect(deletion.body.object).toMatchObject({ type: 'Tombstone', id: post.uri })

    const host = new URL(there.url).host
    const stateOf = async (name: string) =>
      (await readCase(mo, id)).purges.find((way) => way.host === name && way.status_id === post.id)?.state
    await eventually(async () => (await stateOf(host)) === 'delivered', 'the answer')
    await eventually(async () => (await stateOf(stubborn.host)) === 'refused', 'the refusal')
    const [report] = (await ann.browser.get(`${API}/reports`)).body
    expect(report.copies).toEqual({ servers: 2, took: 1 })

    const write = (name: string) => inCase(mo, id, 'letters', { host: name })
    expect((await write('nobody.example')).status).toBe(404)
    expect((await write(stubborn.host)).body.error_code).toBe('no_address')
    here.ctx.db
      .prepare(
        `INSERT OR REPLACE INTO peer_facts (domain, about, fetched_at) VALUES (?, '{"email":"root@e.example"}', 1)`,
      )
      .run(stubborn.host)
    expect((await write(stubborn.host)).status).toBe(200)
    expect((await write(stubborn.host)).body.error_code).toBe('written')
    const [letter] = mailsOf(here, 'root@e.example')
    expect(letter?.text).toContain(post.uri)
    expect(letter?.text).not.toMatch(/Fern Lane|ann\b/)
    expect((await readCase(mo, id)).log.map(({ verb }) => verb)).toContain('letter_sent')
    await stubborn.stop()
  })

  test('is asked back at once also where its author is suspended with it', async () => {
    const post = await say(bad, 'Ann works at the mill.')
    await eventually(() => atBob('at the mill'), 'the post')
    await reportTo(ann, bad, { kind: 'private', status_ids: [post.id] })
    const { id } = await caseAbout(mo, bad)
    const both = [
      { kind: 'delete', status_ids: [post.id] },
      { kind: 'suspend', days: 30 },
    ]
    expect((await inCase(mo, id, 'decide', deciding(both, { rule: 'gr7a' }))).status).toBe(200)
    await settle(here)
    await eventually(async () => (await atBob('at the mill')) === undefined, 'the deletion')
  })
})
