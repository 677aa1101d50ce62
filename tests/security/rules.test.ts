import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RuleProposal } from '../../shared/api/rules.ts'
import { approve, change, draft, RULES, reworded } from '../support/rule-changes.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let olive: Person
let rowan: Person
beforeEach(async () => {
  server = await startServer()
  olive = await server.signUp('olive', { roles: ['owner'] })
  rowan = await server.signUp('rowan', { roles: ['admin'] })
})
afterEach(() => server.stop())

const doors: ['get' | 'post' | 'patch' | 'delete', string][] = [
  ['get', '/draft'],
  ['post', '/draft'],
  ['patch', '/draft'],
  ['delete', '/draft'],
  ['post', '/draft/approve'],
  ['post', '/draft/announce'],
  ['post', '/draft/emergency'],
  ['post', '/2/confirm'],
  ['post', '/2/withdraw'],
]

describe('rules that change by the wrong hand', () => {
  test.each(doors)('%s %s is for those who may publish rules', async (method, path) => {
    await draft(olive, { summary: 'Mine.' })
    const others = [
      await server.signUp('member'),
      await server.signUp('moderator', { roles: ['moderator'] }),
      await server.signUp('mediator', { roles: ['mediator', 'coordinator', 'steward'] }),
      await server.signUp('waiting', { roles: ['owner'], waiting: true }),
    ]
    const ask = (client: Person['browser']) =>
      client[method](`${RULES}${path}`, (method === 'get' ? {} : { revision: 2 }) as never)
    for (const { browser } of others) expect((await ask(browser)).status).toBe(403)
    expect((await ask(server.visitor)).status).toBe(401)
    // a program that speaks for the owner may not either, whatever it was allowed
    expect((await ask(olive.api)).status).toBe(403)
    expect((await olive.browser.get(`${RULES}/draft`)).body.proposal).toMatchObject({ revision: 2, state: 'draft' })
  })

  test('from another site with the owner’s cookie', async () => {
    const { status, body } = await olive.browser.post(`${RULES}/draft`, {}, { origin: 'https://evil.example' })
    expect([status, body.error_code]).toEqual([403, 'cross_site'])
  })
})

describe('approval by one alone', () => {
  const write = async () => draft(olive, { summary: 'Why.', ground_rules: await reworded(server, 'Racism') })
  const announce = (revision: number | undefined) => olive.browser.post(`${RULES}/draft/announce`, { revision })

  test('who approves twice', async () => {
    const { proposal } = await write()
    await approve(olive, olive, olive)
    expect((await olive.browser.get<RuleProposal>(`${RULES}/draft`)).body.approvals).toHaveLength(1)
    expect((await announce(proposal?.revision)).body.error_code).toBe('not_approved')
  })

  test('who replays what another approved before an edit', async () => {
    const { proposal: shown } = await write()
    const replay = { revision: shown?.revision }
    await rowan.browser.post(`${RULES}/draft/approve`, replay)
    const { proposal: edited } = await draft(olive, { ground_rules: await reworded(server, 'Something else') })
    const again = await rowan.browser.post(`${RULES}/draft/approve`, replay)
    expect([again.status, again.body.error_code]).toEqual([409, 'draft_changed'])
    await approve(olive)
    expect((await announce(shown?.revision)).body.error_code).toBe('draft_changed')
    expect((await announce(edited?.revision)).body.error_code).toBe('not_approved')
  })

  test('who approved and lost the role since', async () => {
    const { proposal } = await write()
    const third = await server.signUp('third', { roles: ['admin'] })
    await approve(olive, third)
    server.ctx.db.prepare('DELETE FROM roles WHERE account_id = ?').run(third.accountId)
    expect((await announce(proposal?.revision)).body.error_code).toBe('not_approved')
  })

  test('who withdraws what two approved, rewords it and announces it', async () => {
    const version = await change(server, olive, rowan)
    await olive.browser.post(`${RULES}/${version}/withdraw`)
    const { proposal } = await draft(olive, { ground_rules: await reworded(server, 'Something else') })
    expect((await announce(proposal?.revision)).body.error_code).toBe('not_approved')
  })

  test('who confirms their own emergency', async () => {
    const { proposal } = await write()
    await olive.browser.post(`${RULES}/draft/emergency`, { revision: proposal?.revision })
    expect((await olive.browser.post(`${RULES}/2/confirm`)).body.error_code).toBe('second_person')
    await server.advance('P3DT1M')
    expect((await server.visitor.get(RULES)).body.version).toBe(1)
  })
})

test('nobody accepts a draft, or a version that is no longer in force', async () => {
  await draft(olive, { summary: 'Why.', ground_rules: await reworded(server, 'Racism') })
  const member = await server.signUp('member')
  const accept = (version: number) => member.browser.post(`${RULES}/acceptance`, { version, acknowledged: ['1'] })
  expect((await accept(2)).body.error_code).toBe('rules_changed')
  await approve(olive, rowan)
  await olive.browser.post(`${RULES}/draft/announce`, { revision: 2 })
  await server.advance('P15D')
  expect((await accept(1)).body.error_code).toBe('rules_changed')
})

test('what is written in rules is text, and never HTML', async () => {
  const evil = '<img src=x onerror=alert(1)>'
  await change(server, olive, rowan, { summary: evil, ground_rules: await reworded(server, evil) })
  const page = await server.visitor.get('/rules/2')
  expect(page.text).not.toContain('<img src=x')
  const { body } = await olive.browser.post(`${RULES}/2/comments`, { text: evil })
  expect(body.text_html).not.toContain('<img')
})
