import { describe, expect, test } from 'vitest'
import { asForms, change, draft, RULES, reworded, ruleSetting } from '../support/rule-changes.ts'
import type { Person, TestServer } from '../support/server.ts'

let server: TestServer
let olive: Person
let rowan: Person
let alice: Person
ruleSetting((made) => {
  ;({ server, olive, rowan, alice } = made)
})

const post = async (person: Person) => (await person.api.post('/api/v1/statuses', { status: 'hello' })).status
const own = async (person: Person) => (await person.browser.get(`${RULES}/acceptance`)).body
const accept = (person: Person, version: number, acknowledged: string[], locale = 'en') =>
  person.browser.post(`${RULES}/acceptance`, { version, acknowledged, locale })

describe('after a material change holds', () => {
  test('members may go on for 30 days of grace, and then accept it before they post', async () => {
    await change(server, olive, rowan)
    await server.advance('P14DT1M')
    expect(await own(alice)).toMatchObject({
      ...{ version: 2, accepted: false, standing: 'grace', to_acknowledge: ['1'], last_accepted: 1 },
      until: expect.any(String),
    })
    expect((await alice.browser.get('/auth/session')).body).toMatchObject({
      accepted_rules: true,
      rules: { standing: 'grace', days_left: 30, announced: null },
    })
    expect(await post(alice)).toBe(200)
    await server.advance('P29D')
    expect(await post(alice)).toBe(200)
    expect((await alice.browser.get('/auth/session')).body.rules.days_left).toBe(1)
    await server.advance('P1D')
    expect((await own(alice)).standing).toBe('gated')
    expect((await alice.browser.get('/auth/session')).body.accepted_rules).toBe(false)
    expect(await post(alice)).toBe(403)
    expect((await accept(alice, 2, [])).body.details.acknowledged[0].error).toBe('ERR_ACCEPTED')
    expect((await accept(alice, 2, ['1'])).body).toMatchObject({ accepted: true, standing: 'accepted' })
    expect(await post(alice)).toBe(200)
  })

  test('who has not accepted it reads, blocks, mutes, deletes, edits their profile and unfollows', async () => {
    const bob = await server.signUp('bob')
    const { id } = (await alice.api.post('/api/v1/statuses', { status: 'before' })).body
    await alice.api.post(`/api/v1/accounts/${olive.id}/follow`)
    await change(server, olive, rowan)
    await server.advance('P45D')
    const may = async (method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object) =>
      (await alice.api[method](path, body as never)).status
    expect(await may('get', '/api/v1/timelines/home')).toBe(200)
    expect(await may('get', '/api/v1/notifications')).toBe(200)
    expect(await may('patch', '/api/v1/accounts/update_credentials', { note: 'Still me', locked: true })).toBe(200)
    expect(await may('post', `/api/v1/accounts/${bob.id}/mute`)).toBe(200)
    expect(await may('post', `/api/v1/accounts/${bob.id}/block`)).toBe(200)
    expect(await may('post', `/api/v1/accounts/${olive.id}/unfollow`)).toBe(200)
    expect(await may('delete', `/api/v1/statuses/${id}`)).toBe(200)
    expect((await own(alice)).standing).toBe('gated')
  })

  test('who has not accepted it may not post, follow new people or invite; other apps are told where to go', async () => {
    await change(server, olive, rowan)
    await server.advance('P45D')
    const refused = [
      await alice.api.post('/api/v1/statuses', { status: 'hello' }),
      await alice.api.post(`/api/v1/accounts/${olive.id}/follow`),
      await rowan.browser.post('/api/community/v1/admin/invites', {}),
    ]
    for (const { status, body } of refused) {
      expect(status).toBe(403)
      expect(body).toEqual({
        error: `Please accept the updated rules: ${server.ctx.config.publicUrl}/rules/accept`,
        error_code: 'rules_not_accepted',
      })
    }
    expect((await alice.browser.post(`${RULES}/2/comments`, { text: 'Hm' })).body.error_code).toBe('rules_not_accepted')
  })

  test('MUST: who has not accepted it may still write to those who run the place, and to nobody beside them', async () => {
    const bob = await server.signUp('bob')
    const mo = await server.signUp('mo', { roles: ['moderator'] })
    await change(server, olive, rowan)
    await server.advance('P45D')
    const write = (status: string, more: object = {}) =>
      alice.api.post('/api/v1/statuses', { status, visibility: 'direct', ...more })
    const sent = await write(`@${mo.username} What does the new rule mean? @${olive.username}`)
    expect(sent.status).toBe(200)
    expect((await mo.api.get(`/api/v1/statuses/${sent.body.id}`)).status).toBe(200)
    const answer = { status: `@${alice.username} This.`, visibility: 'direct', in_reply_to_id: sent.body.id }
    const { body: said } = await mo.api.post('/api/v1/statuses', answer)
    expect((await write(`@${mo.username} I see.`, { in_reply_to_id: said.id })).status).toBe(200)
    const refused = [
      await write(`@${mo.username} and @${bob.username}`),
      await write(`@${mo.username} and @someone@elsewhere.example`),
      await write('To nobody at all'),
      await write(`@${mo.username}`, { visibility: 'public' }),
      await write(`@${mo.username}`, { visibility: '' }),
      await write(`@${mo.username}`, { poll: { options: ['a', 'b'], expires_in: 600 } }),
      await write(`@${mo.username}`, { scheduled_at: new Date(server.ctx.now() + 9e6).toISOString() }),
    ]
    expect(refused.map(({ body }) => body.error_code)).toEqual(refused.map(() => 'rules_not_accepted'))
  })

  test('who runs the place and has not accepted it answers members who wrote to them, and posts nothing else', async () => {
    const mo = await server.signUp('mo', { roles: ['moderator'] })
    const bob = await server.signUp('bob')
    const letter = await alice.api.post('/api/v1/statuses', { status: `@${mo.username} Help`, visibility: 'direct' })
    const loud = await alice.api.post('/api/v1/statuses', { status: `@${mo.username} Hello` })
    await change(server, olive, rowan)
    await server.advance('P45D')
    const answer = (person: Person, status: string, more: object = {}) =>
      person.api.post('/api/v1/statuses', { status, visibility: 'direct', in_reply_to_id: letter.body.id, ...more })
    const said = await answer(mo, `@${alice.username} I am here. @${olive.username}`)
    expect(said.status).toBe(200)
    expect((await alice.api.get(`/api/v1/statuses/${said.body.id}`)).body.content).toContain('I am here.')
    const refused = [
      await answer(mo, `@${alice.username} and @${bob.username}`),
      await answer(mo, `@${alice.username}`, { visibility: 'public' }),
      await answer(mo, `@${alice.username}`, { in_reply_to_id: loud.body.id }),
      await answer(mo, `@${alice.username}`, { in_reply_to_id: '' }),
      await answer(olive, `@${alice.username} I was not written to.`),
      await answer(bob, `@${alice.username}`),
    ]
    expect(refused.map(({ body }) => body.error_code)).toEqual(refused.map(() => 'rules_not_accepted'))
  })

  test('who joined under the new rules is asked nothing, and who never accepted any is asked at once', async () => {
    await change(server, olive, rowan)
    await server.advance('P15D')
    const late = await server.signUp('late', { unaccepted: true })
    expect((await own(late)).standing).toBe('never')
    expect(await post(late)).toBe(403)
    const all = ['1', '2', '3', '4', '5', '6', '7']
    expect((await own(late)).to_acknowledge).toEqual(all)
    expect((await accept(late, 2, ['1'])).status).toBe(422)
    expect((await accept(late, 2, all)).status).toBe(200)
    await server.advance('P40D')
    expect(await post(late)).toBe(200)
  })

  test('two changes are accepted as one, each rule that changed in either by itself', async () => {
    await change(server, olive, rowan)
    await server.advance('P15D')
    const { body } = await server.visitor.get(RULES)
    const [first, second, ...others] = asForms(body.ground_rules)
    await change(server, olive, rowan, { ground_rules: [first, { ...second, text: 'Sexism' }, ...others] })
    await server.advance('P15D')
    expect(await own(alice)).toMatchObject({ version: 3, standing: 'grace', to_acknowledge: ['1', '2'] })
    await server.advance('P16D')
    // the grace is that of the first change she has not accepted
    expect(await post(alice)).toBe(403)
    expect((await accept(alice, 3, ['1', '2'])).status).toBe(200)
    expect(await post(alice)).toBe(200)
  })
})

describe('a typo or a translation', () => {
  test('asks nothing of anybody', async () => {
    await change(server, olive, rowan, { material: false })
    await server.advance('P50D')
    expect((await server.visitor.get(RULES)).body.version).toBe(2)
    expect(await own(alice)).toMatchObject({ standing: 'accepted', accepted: false, until: null })
    expect(await post(alice)).toBe(200)
  })
})

describe('accepting early', () => {
  test('counts from the day that the rules hold, and opens no gate before', async () => {
    await change(server, olive, rowan)
    await server.advance('P45D')
    expect(await post(alice)).toBe(403)
    const { body } = await server.visitor.get(RULES)
    const [first, second, ...others] = asForms(body.ground_rules)
    const version = await change(server, olive, rowan, {
      ground_rules: [first, { ...second, text: 'Sexism' }, ...others],
    })
    expect((await own(alice)).announced).toEqual({ version: 3, accepted: false, to_acknowledge: ['1', '2'] })
    expect((await accept(alice, version, ['1', '2'])).status).toBe(200)
    expect((await own(alice)).announced.accepted).toBe(true)
    expect(await post(alice)).toBe(403)
    await server.advance('P15D')
    expect(await own(alice)).toMatchObject({ version: 3, accepted: true, standing: 'accepted' })
    expect(await post(alice)).toBe(200)
  })
})

describe('every acceptance is kept', () => {
  test('with its version, its language, when, and how', async () => {
    const { ground_rules: before } = (await server.visitor.get(RULES)).body
    const inGerman = (rule: Record<string, unknown>): object => ({
      ...rule,
      text: rule.id === '1' ? 'Racism' : rule.text,
      translations: { de: { text: `de: ${rule.text}`, hint: '', origin: 'reviewed' } },
      children: ((rule.children ?? []) as Record<string, unknown>[]).map(inGerman),
    })
    await change(server, olive, rowan, { ground_rules: asForms(before).map(inGerman) })
    await server.advance('P15D')
    const changed = (await own(alice)).to_acknowledge
    expect((await accept(alice, 2, changed, 'fr')).body.error_code).toBe('rules_changed')
    const at = new Date(server.ctx.now()).toISOString().slice(0, 10)
    await accept(alice, 2, changed, 'de')
    await server.advance('P1D')
    await accept(alice, 2, changed, 'en')
    const { history } = await own(alice)
    expect(history).toMatchObject([
      { version: 2, locale: 'de', via: 'gate', accepted_at: expect.stringContaining(at) },
      { version: 1, locale: 'en', via: 'admin' },
    ])
    const rows = server.ctx.db
      .prepare('SELECT sha256, acks FROM acceptances WHERE account_id = ? AND version = 2')
      .all(alice.accountId) as { sha256: string; acks: string }[]
    expect(rows[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(Object.keys(JSON.parse(rows[0]?.acks ?? '{}'))).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  })

  test('and only one’s own are told', async () => {
    expect((await own(alice)).history).toHaveLength(1)
    expect((await server.visitor.get(`${RULES}/acceptance`)).status).toBe(401)
  })
})

test('an emergency rule holds for everybody at once, and asks to be accepted within 30 days', async () => {
  const { proposal } = await draft(olive, { summary: 'Doxxing.', ground_rules: await reworded(server, 'Safe') })
  await olive.browser.post(`${RULES}/draft/emergency`, { revision: proposal?.revision })
  await rowan.browser.post(`${RULES}/2/confirm`)
  expect((await own(alice)).standing).toBe('grace')
  await server.advance('P31D')
  expect(await post(alice)).toBe(403)
})
