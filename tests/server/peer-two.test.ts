import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decisionFor } from '../../server/policies/domains.ts'
import type { DomainDraft, ServerProposal, StaffDecision } from '../../shared/api/peers.ts'
import { queueOf } from '../support/moderation.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const ADMIN = '/api/community/v1/admin/servers'
let server: TestServer
let mo: Person
let max: Person

beforeAll(async () => {
  server = await startServer()
  mo = await server.signUp('mo', { roles: ['moderator', 'admin'] })
  max = await server.signUp('max', { roles: ['moderator'] })
})
afterAll(() => server.stop())

const isCut = (domain: string) => decisionFor(server.ctx.db, domain).cutOff
const propose = (person: Person, form: object) => person.browser.post(`${ADMIN}/proposals`, form)
const waiting = async (person: Person, domain: string) => {
  const { body } = await person.browser.get<ServerProposal[]>(`${ADMIN}/proposals`)
  const found = body.find((one) => one.domain === domain)
  if (!found) throw new Error(`nothing waits about ${domain}`)
  return found
}
const answer = (person: Person, { id, sha256 }: ServerProposal, more: object = {}) =>
  person.browser.post(`${ADMIN}/proposals/${id}/answer`, { sha256, answer: 'confirm', reason: 'I looked.', ...more })
const cut = (domain: string, more: object = {}) => ({ domain, cut_off: true, public_reason: 'raids', ...more })

describe('MUST: cutting a whole server off takes two', () => {
  test('one person is refused, proposes it, and somebody else agrees to what they read', async () => {
    const alone = await mo.browser.post(ADMIN, cut('one.example'))
    expect([alone.status, alone.body.error_code]).toEqual([409, 'needs_two'])
    expect((await propose(mo, cut('one.example'))).body).toEqual({ proposed: true })
    expect(isCut('one.example')).toBe(false)
    const { entries } = await queueOf(max)
    expect(entries[0]).toMatchObject({ what: 'proposal', about_name: 'one.example', case_id: null })
    expect((await queueOf(mo)).entries).toEqual([])

    const seen = await waiting(max, 'one.example')
    expect(seen).toMatchObject({ by: 'mo', mine: false, refused: null, holds: null, public_reason: 'raids' })
    expect((await answer(mo, seen)).body.error_code).toBe('second_person')
    expect((await answer(max, { ...seen, sha256: '0'.repeat(64) })).body.error_code).toBe('changed')
    expect(isCut('one.example')).toBe(false)
    // a race of two: one is carried out
    const both = await Promise.all([answer(max, seen), answer(max, seen)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(isCut('a.one.example')).toBe(true)
    const { body } = await mo.browser.get<StaffDecision[]>(ADMIN)
    expect(body[0]).toMatchObject({ decided_by: 'mo', confirmed_by: 'max' })
    // what was agreed once is not agreed to again once it ended
    await max.browser.delete(`${ADMIN}/${body[0]?.id}`)
    expect((await answer(max, seen)).status).toBe(409)
    expect(isCut('one.example')).toBe(false)
  })

  test('one person with two roles, and a second account that came by their invite, are one person', async () => {
    const twin = await server.signUp('twin', { roles: ['admin'] })
    const { db } = server.ctx
    db.prepare(`INSERT INTO invites (id, code, created_by, created_at) VALUES (7, 'i7', ?, 1)`).run(mo.accountId)
    db.prepare('UPDATE members SET invite_id = 7 WHERE account_id = ?').run(twin.accountId)
    await propose(mo, cut('twin.example'))
    const seen = await waiting(twin, 'twin.example')
    expect(seen.refused).toBe('invite')
    expect((await answer(twin, seen)).body.error_code).toBe('second_person')
    expect((await answer(mo, seen)).body.error_code).toBe('second_person')
    expect(isCut('twin.example')).toBe(false)
    expect((await answer(mo, seen, { answer: 'reject' })).status).toBe(200)
  })

  test('neither a file, nor a list of others, nor naming servers, nor a longer time goes round it', async () => {
    const file = new FormData()
    file.set('data', new Blob(['#domain,#severity\nlist.example,suspend\n']), 'list.csv')
    await mo.browser.post(`${ADMIN}/import`, file)
    const taken = await mo.browser.post<{ proposed: boolean }>(`${ADMIN}/drafts/take`, { domain: 'list.example' })
    expect([taken.body, isCut('list.example')]).toEqual([{ proposed: true }, false])
    await answer(max, await waiting(max, 'list.example'))
    expect(isCut('list.example')).toBe(true)
    expect((await mo.browser.get<DomainDraft[]>(`${ADMIN}/drafts`)).body).toEqual([])

    const mode = await mo.browser.put(`${ADMIN}/mode`, { mode: 'allow_list' })
    expect([mode.body.error_code, isCut('any.example')]).toEqual(['needs_two', false])
    await mo.browser.put(`${ADMIN}/allowed`, { domain: 'kind.example', allowed: true })
    await propose(mo, { what: 'allow_list' })
    await answer(max, await waiting(max, ''))
    expect([isCut('any.example'), isCut('kind.example')]).toEqual([true, false])
    const dropped = await mo.browser.put(`${ADMIN}/allowed`, { domain: 'kind.example', allowed: false })
    expect([dropped.body.error_code, isCut('kind.example')]).toEqual(['needs_two', false])
    expect((await mo.browser.put(`${ADMIN}/mode`, { mode: 'open' })).status).toBe(200)

    const soon = new Date(server.ctx.now() + 3_600_000).toISOString()
    await propose(mo, cut('short.example', { ends_at: soon }))
    await answer(max, await waiting(max, 'short.example'))
    const forever = await mo.browser.post(ADMIN, cut('short.example'))
    expect(forever.body.error_code).toBe('needs_two')
    const words = await mo.browser.post(ADMIN, cut('short.example', { ends_at: soon, public_reason: 'raids, twice' }))
    expect(words.status).toBe(200)
  })

  test('what cannot wait holds for a day, once in three, and falls back to what one person may do', async () => {
    await propose(mo, cut('raid.example', { now: true }))
    expect(isCut('raid.example')).toBe(true)
    // what holds for a day is not made to hold for longer by deciding it once more
    for (const again of [cut('raid.example'), cut('raid.example', { public_reason: 'other words' })]) {
      expect((await mo.browser.post(ADMIN, again)).body.error_code).toBe('needs_two')
    }
    await server.advance('P1DT1M')
    expect(decisionFor(server.ctx.db, 'raid.example')).toEqual({
      hidden: true,
      refusesMedia: true,
      refusesReports: true,
      cutOff: false,
    })
    const late = await waiting(max, 'raid.example')
    await answer(mo, late, { answer: 'reject' })
    for (const domain of ['raid.example', 'a.raid.example']) {
      expect((await propose(max, cut(domain, { now: true }))).body.error_code).toBe('needs_two')
    }
    await propose(max, cut('raid.example'))
    await answer(mo, await waiting(mo, 'raid.example'))
    expect(isCut('raid.example')).toBe(true)
  })

  test('whoever rejects it ends it at once; what held before holds again', async () => {
    await mo.browser.post(ADMIN, { domain: 'loud.example', hidden: true, public_reason: 'loud' })
    await propose(mo, cut('loud.example', { now: true }))
    expect(isCut('loud.example')).toBe(true)
    await answer(max, await waiting(max, 'loud.example'), { answer: 'reject' })
    expect(decisionFor(server.ctx.db, 'loud.example')).toMatchObject({
      hidden: true,
      refusesMedia: false,
      cutOff: false,
    })
    const log = (await mo.browser.get('/api/community/v1/admin/log?limit=80')).text
    for (const verb of ['peer.propose', 'peer.agree', 'peer.reject', 'peer.lapse']) expect(log).toContain(verb)
  })
})

test('Where there is nobody else, it holds until there is, and then somebody looks within a day', async () => {
  const lone = await startServer()
  const olga = await lone.signUp('olga', { roles: ['owner'] })
  expect((await olga.browser.post(ADMIN, cut('bad.example'))).status).toBe(200)
  const other = await olga.browser.post<StaffDecision>(ADMIN, cut('bad.example', { public_reason: 'raids, twice' }))
  expect(other.body.public_reason).toBe('raids, twice')
  await lone.advance('P3D')
  expect(decisionFor(lone.ctx.db, 'bad.example').cutOff).toBe(true)
  const nele = await lone.signUp('nele', { roles: ['moderator'] })
  const { body } = await nele.browser.get<ServerProposal[]>(`${ADMIN}/proposals`)
  expect(body).toMatchObject([{ domain: 'bad.example', holds: 'alone', by: 'olga' }])
  await lone.advance('P1DT1M')
  expect(decisionFor(lone.ctx.db, 'bad.example').cutOff).toBe(true)
  await lone.advance('P1D')
  expect(decisionFor(lone.ctx.db, 'bad.example').cutOff).toBe(false)
  const [now] = (await nele.browser.get<ServerProposal[]>(`${ADMIN}/proposals`)).body
  if (!now) throw new Error('nothing waits')
  await answer(nele, now)
  expect(decisionFor(lone.ctx.db, 'bad.example').cutOff).toBe(true)
  lone.stop()
})
