import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decisionFor } from '../../server/policies/domains.ts'
import type { DecisionPreview, DomainDraft, Severed, StaffDecision } from '../../shared/api/peers.ts'
import { follows, knowPerson, letFollow, letPost } from '../support/elsewhere.ts'
import { json, startOther } from '../support/other-server.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'
import { listenTo, settle } from '../support/stream.ts'

const ADMIN = '/api/community/v1/admin/servers'
let server: TestServer
let mo: Person
let ann: Person
let ben: Person
let theirs: { mia: number; sub: number; kim: number }

beforeEach(async () => {
  server = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  mo = await server.signUp('mo', { roles: ['moderator'] })
  ann = await server.signUp('ann')
  ben = await server.signUp('ben')
  theirs = {
    mia: knowPerson(server, 'mia', 'bad.example'),
    sub: knowPerson(server, 'sub', 'a.bad.example'),
    kim: knowPerson(server, 'kim', 'kind.example'),
  }
  letFollow(server, ann.accountId, theirs.mia)
  letFollow(server, ann.accountId, theirs.kim)
  letFollow(server, theirs.sub, ann.accountId)
  letFollow(server, ben.accountId, theirs.mia)
})
afterEach(() => server.stop())

const decide = async (form: Record<string, unknown>) => {
  const reply = await mo.browser.post<StaffDecision>(ADMIN, form)
  expect([reply.status, reply.text]).toEqual([200, reply.text])
  return reply.body
}
const severed = async (person: Person) => (await person.browser.get<Severed[]>('/api/community/v1/severed')).body
const publicWords = async () =>
  (await mo.api.get('/api/v1/timelines/tag/news')).body.map(({ id }: { id: string }) => Number(id))
const isListed = (id: number) => server.ctx.db.prepare('SELECT listed FROM statuses WHERE id = ?').pluck().get(id)
const noticesOf = async (person: Person) =>
  (await person.browser.get('/api/community/v1/notices')).body.map(({ kind }: { kind: string }) => kind)

describe('18: cutting a server off', () => {
  test('is previewed in numbers, subdomains included, and names nobody', async () => {
    const { body } = await mo.browser.get<DecisionPreview>(`${ADMIN}/preview?domain=bad.example`)
    expect(body).toMatchObject({ members: 2, following: 2, followers: 1, servers: ['a.bad.example', 'bad.example'] })
    expect(body.servers_count).toBe(2)
    expect(JSON.stringify(body)).not.toMatch(/ann|ben|mia/)
    // as is speaking with named servers alone, for all that are not named
    await mo.browser.put(`${ADMIN}/allowed`, { domain: 'kind.example', allowed: true })
    const alone = (await mo.browser.get<DecisionPreview>(`${ADMIN}/preview?what=allow_list`)).body
    expect(alone).toMatchObject({ members: 2, following: 2, followers: 1, servers_count: 2, domain: '' })
    const unnamed = (await mo.browser.get<DecisionPreview>(`${ADMIN}/preview?what=disallow&domain=kind.example`)).body
    expect(unnamed).toMatchObject({ members: 1, following: 1, followers: 0, servers: ['kind.example'] })
    await mo.browser.put(`${ADMIN}/allowed`, { domain: 'kind.example', allowed: false })
    expect(decisionFor(server.ctx.db, 'bad.example').cutOff).toBe(false)
  })

  test('takes what its people wrote from open screens, and nothing of anybody else', async () => {
    const posts = [letPost(server, theirs.mia, 'one'), letPost(server, theirs.mia, 'two')]
    letPost(server, theirs.kim, 'kind words')
    const enter = server.ctx.db.prepare('INSERT INTO home_entries (account_id, status_id) VALUES (?, ?)')
    for (const id of posts) enter.run(ann.accountId, id)
    const home = await listenTo(server, ann, { stream: 'user' })
    const tag = await listenTo(server, ben, { stream: 'hashtag', tag: 'news' })
    await decide({ domain: 'bad.example', cut_off: true })
    for (const screen of [home, tag]) {
      for (const id of posts) await screen.next('delete', (payload) => payload === String(id))
    }
    await settle()
    for (const screen of [home, tag]) {
      expect(screen.heard).toHaveLength(posts.length)
      screen.close()
    }
  })

  test('lets follows sleep, tells each member of their own alone, and hides its people', async () => {
    const post = letPost(server, theirs.mia, 'hello')
    await decide({ domain: 'bad.example', cut_off: true, public_reason: 'raids', private_reason: 'case 7' })
    expect(follows(server, ann.accountId, theirs.mia)).toBe(false)
    expect(follows(server, theirs.sub, ann.accountId)).toBe(false)
    expect(follows(server, ann.accountId, theirs.kim)).toBe(true)
    expect(await severed(ben)).toMatchObject([
      { domain: 'bad.example', reason: 'raids', following: [{ acct: 'mia@bad.example' }], followers: [] },
    ])
    expect((await severed(ann)).flatMap(({ followers }) => followers)).toMatchObject([{ acct: 'sub@a.bad.example' }])
    expect(await severed(mo)).toEqual([])
    expect(await noticesOf(ann)).toContain('follows_severed')
    expect((await ann.api.get(`/api/v1/statuses/${post}`)).status).toBe(404)
    expect((await ann.api.get('/api/community/v1/peers/bad.example')).text).not.toContain('case 7')
  })

  test('leaves no number beside an inbox that shows nothing of its people any more', async () => {
    const { ctx } = server
    ctx.db
      .prepare("INSERT INTO notifications (account_id, type, from_account_id, created_at) VALUES (?, 'follow', ?, 0)")
      .run(ann.accountId, theirs.sub)
    const unread = async () => (await ann.api.get('/api/v2/notifications/unread_count')).body.count
    expect([(await ann.api.get('/api/v1/notifications')).body.length, await unread()]).toEqual([1, 1])
    await decide({ domain: 'bad.example', cut_off: true })
    expect([(await ann.api.get('/api/v1/notifications')).body, await unread()]).toEqual([[], 0])
  })

  test('ends, and what slept comes back: theirs at once, ours by asking anew', async () => {
    const { id } = await decide({ domain: 'bad.example', cut_off: true })
    expect((await mo.browser.delete(`${ADMIN}/${id}`)).status).toBe(200)
    expect(follows(server, theirs.sub, ann.accountId)).toBe(true)
    expect((await ann.api.get(`/api/v1/accounts/relationships?id[]=${theirs.mia}`)).body[0].requested).toBe(true)
    expect(await severed(ann)).toEqual([])
    expect(await noticesOf(ann)).toContain('follows_returned')
    expect((await ann.api.get(`/api/v1/accounts/${theirs.mia}`)).body.suspended).toBeFalsy()
  })

  test('ends by itself at the time that was said', async () => {
    const ends = new Date(server.ctx.now() + 86_400_000).toISOString()
    await decide({ domain: 'bad.example', cut_off: true, ends_at: ends })
    await server.advance('PT23H')
    expect(decisionFor(server.ctx.db, 'a.bad.example').cutOff).toBe(true)
    await server.advance('PT2H')
    expect(decisionFor(server.ctx.db, 'a.bad.example').cutOff).toBe(false)
    expect(follows(server, theirs.sub, ann.accountId)).toBe(true)
  })

  test('does not bring a follow back whose people have blocked each other since', async () => {
    const { id } = await decide({ domain: 'bad.example', cut_off: true })
    await ann.api.post(`/api/v1/accounts/${theirs.sub}/block`)
    await mo.browser.delete(`${ADMIN}/${id}`)
    expect(follows(server, theirs.sub, ann.accountId)).toBe(false)
  })

  test('does not bring a follow back to a member who blocks that server by now', async () => {
    const { id } = await decide({ domain: 'bad.example', cut_off: true })
    await ann.api.post('/api/v1/domain_blocks', { domain: 'a.bad.example' })
    await mo.browser.delete(`${ADMIN}/${id}`)
    expect(follows(server, theirs.sub, ann.accountId)).toBe(false)
  })

  test('wakes nobody who was suspended for themselves', async () => {
    server.ctx.db.prepare('UPDATE accounts SET suspended_at = 1 WHERE id = ?').run(theirs.mia)
    const { id } = await decide({ domain: 'bad.example', cut_off: true })
    await mo.browser.delete(`${ADMIN}/${id}`)
    const row = server.ctx.db.prepare('SELECT suspended_at AS at FROM accounts WHERE id = ?').get(theirs.mia)
    expect(row).toEqual({ at: 1 })
  })

  test('wakes nobody whom moderators suspended meanwhile', async () => {
    const { db } = server.ctx
    const { id } = await decide({ domain: 'bad.example', cut_off: true })
    db.prepare(
      `INSERT INTO moderation_cases (id, target_name, urgency, kind, state, reports, created_at, due_at)
       VALUES (1, '@mia', 'harassment', 'rule', 'decided', 1, 1, 1)`,
    ).run()
    db.prepare(
      `INSERT INTO moderation_actions (id, case_id, kind, target_id, content, created_at, settles_at)
       VALUES (1, 1, 'suspend', ?, x'00', 1, 1)`,
    ).run(theirs.mia)
    await mo.browser.delete(`${ADMIN}/${id}`)
    const asleep = db.prepare(`SELECT username FROM accounts WHERE suspended_at IS NOT NULL`).pluck().all()
    expect(asleep).toEqual(['mia'])
  })

  test('is for those who run the community, and not about itself', async () => {
    expect((await ann.browser.post(ADMIN, { domain: 'bad.example', cut_off: true })).status).toBe(403)
    const own = new URL(server.url).host
    for (const domain of [own, '', 'word', 'https://'])
      expect((await mo.browser.post(ADMIN, { domain, cut_off: true })).status).toBe(422)
  })
})

describe('hiding a server from public timelines', () => {
  test('takes its posts off and puts them back', async () => {
    const post = letPost(server, theirs.sub, 'loud')
    const other = letPost(server, theirs.kim, 'kind')
    expect(await publicWords()).toEqual([other, post])
    const { id } = await decide({ domain: 'bad.example', hidden: true })
    await server.advance('PT1S')
    expect(await publicWords()).toEqual([other])
    letPost(server, knowPerson(server, 'new', 'b.bad.example'), 'as loud')
    expect(await publicWords()).toEqual([other])
    expect(isListed(post)).toBe(0)
    await mo.browser.delete(`${ADMIN}/${id}`)
    await server.advance('PT1S')
    expect(await publicWords()).toContain(post)
    expect(isListed(post)).toBe(1)
  })
})

describe('what is decided', () => {
  test('is public as Mastodon has it, a name that is obscured with letters left out', async () => {
    await decide({ domain: 'bad.example', cut_off: true, public_reason: 'raids', private_reason: 'x', obscured: true })
    await decide({ domain: 'loud.example', hidden: true })
    await decide({ domain: 'pictures.example', no_media: true })
    const { body, text } = await server.visitor.get('/api/v1/instance/domain_blocks')
    expect(body).toMatchObject([
      { severity: 'suspend', comment: 'raids' },
      { domain: 'loud.example', severity: 'silence', comment: '' },
    ])
    expect(text).not.toContain('bad.example')
    expect(body[0].digest).toMatch(/^[0-9a-f]{64}$/)
    for (const path of ['/api/v1/instance/peers', '/api/community/v1/peers', '/api/community/v1/transparency']) {
      const said = (await server.visitor.get(path)).text
      expect([path, said.includes('bad.example'), said.includes('example')]).toEqual([path, false, true])
    }
    const paged = await server.visitor.get('/api/community/v1/peers?limit=1')
    expect([paged.body.length, paged.headers.get('link')?.includes('bad.example')]).toEqual([1, false])
    expect((await ann.browser.get('/api/community/v1/peers')).text).toContain('bad.example')
  })

  test('goes out as Mastodon’s CSV and comes back in as drafts, which decide nothing by themselves', async () => {
    await decide({ domain: 'bad.example', cut_off: true, public_reason: '=raids, many' })
    const csv = (await mo.browser.get(`${ADMIN}/export`)).text
    expect(csv.split('\n')[0]).toBe('#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate')
    expect(csv).toContain(`bad.example,suspend,False,False,"'=raids, many",False`)
    const form = new FormData()
    const line = 'new.example,silence,True,False,why not,False\n'
    form.set('data', new Blob([`${csv}${line}*.half.***,suspend\n`]), 'list.csv')
    expect((await mo.browser.post(`${ADMIN}/import`, form)).body).toEqual({ drafts: 1 })
    const drafts = (await mo.browser.get<DomainDraft[]>(`${ADMIN}/drafts`)).body
    expect(drafts).toMatchObject([{ domain: 'new.example', hidden: true, no_media: true, public_reason: 'why not' }])
    expect(decisionFor(server.ctx.db, 'new.example').hidden).toBe(false)
    await mo.browser.post(`${ADMIN}/drafts/take`, { domain: 'new.example' })
    expect(decisionFor(server.ctx.db, 'new.example')).toMatchObject({ hidden: true, refusesMedia: true, cutOff: false })
  })

  test('a draft cannot undo what was decided after it was drafted', async () => {
    const form = new FormData()
    form.set('data', new Blob(['#domain,#severity\nbad.example,silence\n']), 'list.csv')
    await mo.browser.post(`${ADMIN}/import`, form)
    await decide({ domain: 'bad.example', cut_off: true, private_reason: 'case 7' })
    expect((await mo.browser.get(`${ADMIN}/drafts`)).body).toEqual([])
    expect((await mo.browser.post(`${ADMIN}/drafts/take`, { domain: 'bad.example' })).status).toBe(404)
    expect(decisionFor(server.ctx.db, 'bad.example').cutOff).toBe(true)
  })

  test('a list of others is looked at and drafted; what was put aside is not drafted again', async () => {
    const blocks = [{ domain: 'bad.example', digest: '', severity: 'suspend', comment: 'raids' }]
    const other = await startOther((_request, response) => json(response, blocks))
    expect(
      (await mo.browser.post(`${ADMIN}/lists`, { url: `${other.url}/api/v1/instance/domain_blocks` })).status,
    ).toBe(200)
    await server.advance('PT1M')
    expect((await mo.browser.get<DomainDraft[]>(`${ADMIN}/drafts`)).body).toMatchObject([
      { domain: 'bad.example', cut_off: true, public_reason: 'raids' },
    ])
    expect(decisionFor(server.ctx.db, 'bad.example').cutOff).toBe(false)
    await mo.browser.post(`${ADMIN}/drafts/drop`, { domain: 'bad.example' })
    blocks.push({ domain: 'worse.example', digest: '', severity: 'suspend', comment: '' })
    await server.advance('P1D')
    const drafts = (await mo.browser.get<DomainDraft[]>(`${ADMIN}/drafts`)).body
    expect(drafts.map(({ domain }) => domain)).toEqual(['worse.example'])
    other.stop()
  })

  test('where only named servers are spoken with, the others sleep until they are named', async () => {
    await mo.browser.put(`${ADMIN}/allowed`, { domain: 'kind.example', allowed: true })
    await mo.browser.put(`${ADMIN}/mode`, { mode: 'allow_list' })
    expect(follows(server, ann.accountId, theirs.kim)).toBe(true)
    expect(follows(server, theirs.sub, ann.accountId)).toBe(false)
    await mo.browser.put(`${ADMIN}/allowed`, { domain: 'bad.example', allowed: true })
    expect(follows(server, theirs.sub, ann.accountId)).toBe(true)
    expect((await mo.browser.get(`${ADMIN}/allowed`)).body).toEqual({
      mode: 'allow_list',
      domains: ['bad.example', 'kind.example'],
    })
    const { body: instance } = await server.visitor.get('/api/v2/instance')
    expect(instance.configuration.limited_federation, 'programs are told so').toBe(true)
  })
})

describe('a member who blocks a server for themselves', () => {
  test('follows nobody there, is followed by nobody, and does not meet its posts', async () => {
    const post = letPost(server, theirs.mia, 'hello')
    const other = letPost(server, theirs.kim, 'kind')
    expect((await ann.api.post('/api/v1/domain_blocks', { domain: 'Bad.Example' })).status).toBe(200)
    expect(follows(server, ann.accountId, theirs.mia)).toBe(false)
    expect(follows(server, ben.accountId, theirs.mia)).toBe(true)
    const seen = async (person: Person) =>
      (await person.api.get('/api/v1/timelines/tag/news')).body.map(({ id }: { id: string }) => Number(id))
    expect(await seen(ann)).toEqual([other])
    expect(await seen(ben)).toEqual([other, post])
    const [relation] = (await ann.api.get(`/api/v1/accounts/relationships?id[]=${theirs.mia}`)).body
    expect(relation).toMatchObject({ domain_blocking: true, muting: false })
    expect((await ann.api.get('/api/v1/domain_blocks')).body).toEqual(['bad.example'])
    expect((await ben.api.get('/api/v1/domain_blocks')).body).toEqual([])
    await ann.api.delete('/api/v1/domain_blocks?domain=bad.example')
    expect(await seen(ann)).toEqual([other, post])
  })
})
