import { describe, expect, test } from 'vitest'
import type { RuleProposal } from '../../shared/api/rules.ts'
import { approve, draft, RULES, reworded, ruleSetting } from '../support/rule-changes.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let olive: Person
let rowan: Person
let alice: Person
ruleSetting((made) => {
  ;({ server, olive, rowan, alice } = made)
})

const inForce = async () => (await server.visitor.get(RULES)).body
const versions = async () => (await server.visitor.get(`${RULES}/versions`)).body

describe('an emergency rule', () => {
  const enact = async (person: Person, to = server) => {
    const { proposal: set } = await draft(person, {
      summary: 'Somebody is doxxed.',
      ground_rules: await reworded(to, 'Safe'),
    })
    return person.browser.post<RuleProposal>(`${RULES}/draft/emergency`, { revision: set?.revision })
  }

  test('holds at once, and stays when a second person confirms it within 72 hours', async () => {
    const { status, body } = await enact(olive)
    expect([status, body.proposal]).toMatchObject([
      200,
      { state: 'effective', emergency: true, confirm_by: expect.any(String) },
    ])
    expect((await inForce()).ground_rules[0].text).toBe('Safe')
    const same = await olive.browser.post(`${RULES}/2/confirm`)
    expect([same.status, same.body.error_code]).toEqual([409, 'second_person'])
    expect((await olive.browser.post(`${RULES}/draft`)).body.error_code).toBe('change_under_way')
    await server.advance('P2D')
    expect((await rowan.browser.post(`${RULES}/2/confirm`)).body.proposal).toBe(null)
    await server.advance('P5D')
    expect(await inForce()).toMatchObject({ version: 2, emergency: true, confirm_by: null })
    expect((await rowan.browser.post(`${RULES}/2/confirm`)).status).toBe(404)
  })

  test('lapses when nobody does, and the old version holds again', async () => {
    await enact(olive)
    await server.advance('PT71H')
    expect((await inForce()).version).toBe(2)
    await server.advance('PT2H')
    expect(await inForce()).toMatchObject({ version: 1, state: 'effective', retired_at: null })
    expect(await versions()).toMatchObject([
      { version: 2, state: 'retired', lapsed_at: expect.any(String) },
      { version: 1, state: 'effective' },
    ])
    await server.advance('P40D')
    expect((await alice.api.post('/api/v1/statuses', { status: 'still here' })).status).toBe(200)
    expect((await olive.browser.post<RuleProposal>(`${RULES}/draft`)).body.proposal?.version).toBe(3)
  })

  test('needs a second person also where only one may publish rules', async () => {
    const small = await startServer()
    const lone = await small.signUp('lone', { roles: ['owner'] })
    await small.signUp('member')
    const { body } = await enact(lone, small)
    expect(body).toMatchObject({ holders: 1, approvals_needed: 2 })
    await small.advance('P3DT1H')
    expect((await small.visitor.get(RULES)).body.version).toBe(1)
    await small.stop()
  })

  test('needs nobody more where two approved the draft before', async () => {
    const { proposal: set } = await draft(olive, { summary: 'Doxxing.', ground_rules: await reworded(server, 'Safe') })
    await approve(rowan)
    await olive.browser.post(`${RULES}/draft/emergency`, { revision: set?.revision })
    await server.advance('P4D')
    expect(await inForce()).toMatchObject({ version: 2, confirm_by: null })
  })
})
