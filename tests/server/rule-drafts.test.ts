import { describe, expect, test } from 'vitest'
import type { RuleProposal } from '../../shared/api/rules.ts'
import { announce, approve, asForms, draft, RULES, reworded, ruleSetting } from '../support/rule-changes.ts'
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
const proposal = async () => (await olive.browser.get<RuleProposal>(`${RULES}/draft`)).body

describe('a draft', () => {
  test('begins with the words in force, and nobody else sees it', async () => {
    expect((await proposal()).proposal).toBe(null)
    const { proposal: begun } = (await olive.browser.post<RuleProposal>(`${RULES}/draft`)).body
    expect(begun).toMatchObject({ version: 2, state: 'draft', base_version: 1, revision: 1, material: true })
    expect(begun?.ground_rules).toEqual((await inForce()).ground_rules)
    expect((await server.visitor.get(`${RULES}/2`)).status).toBe(404)
    expect((await alice.browser.get(`${RULES}/2`)).status).toBe(404)
    expect((await server.visitor.get(`${RULES}/diff/1/2`)).status).toBe(404)
    expect((await rowan.browser.get(`${RULES}/2`)).status).toBe(200)
    expect(await versions()).toHaveLength(1)
    const again = await rowan.browser.post(`${RULES}/draft`)
    expect([again.status, again.body.error_code]).toEqual([409, 'change_under_way'])
  })

  test('keeps ids, takes new rules, examples, translations and consequences', async () => {
    const { ground_rules: before, guidelines } = await inForce()
    const [one, two, ...others] = asForms(before)
    const { proposal: edited } = await draft(olive, {
      intro: 'These are not allowed.',
      summary: 'A start.',
      ground_rules: [
        two,
        {
          ...one,
          ok_examples: ['Quoting it to argue against it'],
          not_ok_examples: ['A joke about it'],
          translations: { de: { text: 'Rassismus', hint: 'Auch als Witz.', origin: 'machine' } },
        },
        ...others,
        { text: 'Spam', children: [{ text: 'The same link in many replies' }] },
      ],
      guidelines: asForms(guidelines).map((rule) => ({ ...rule, enforcement: 'ladder' })),
    })
    expect(edited?.ground_rules[1]).toMatchObject({
      ...{ id: '1', slug: 'gr1', number: '2', enforcement: 'removal' },
      ok_examples: ['Quoting it to argue against it'],
      not_ok_examples: ['A joke about it'],
      translations: { de: { text: 'Rassismus', origin: 'machine' } },
    })
    expect(edited?.ground_rules.at(-1)).toMatchObject({ text: 'Spam', number: '8', children: [{ number: '8a' }] })
    expect(edited?.guidelines.map((rule) => rule.enforcement)).toEqual(['ladder', 'ladder'])
    expect(edited).toMatchObject({ intro: 'These are not allowed.', revision: 2, locales: ['en'] })
    expect((await inForce()).ground_rules).toEqual(before)
    const { rules } = (await olive.browser.get(`${RULES}/diff/1/2`)).body
    const changes = Object.fromEntries(rules.map((rule: { id: string; change: string }) => [rule.id, rule.change]))
    expect(changes).toMatchObject({ 1: 'changed', 2: 'moved', 3: 'same' })
    expect(rules.filter((rule: { change: string }) => rule.change === 'added')).toHaveLength(2)
  })

  test.each([
    ['ground_rules', { ground_rules: [{ text: '' }] }],
    ['ground_rules', { ground_rules: [] }],
    ['ground_rules', { ground_rules: [{ text: 'x', ok_examples: ['1', '2', '3', '4', '5', '6'] }] }],
    [
      'ground_rules',
      { ground_rules: [{ text: 'x', translations: { 'not a language': { text: 'y', origin: 'reviewed' } } }] },
    ],
    ['guidelines', { guidelines: [{ text: 'x', enforcement: 'removal' }] }],
    ['summary', { summary: 'x'.repeat(2001) }],
    ['revision', { revision: 'last' }],
  ])('refuses %s: %j', async (field, form) => {
    await draft(olive)
    const { status, body } = await olive.browser.patch(`${RULES}/draft`, { revision: 2, ...form })
    expect([status, Object.keys(body.details)]).toEqual([422, [field]])
  })

  test('is not edited over what somebody else wrote meanwhile', async () => {
    await draft(olive, { summary: 'Olive’s' })
    const late = await rowan.browser.patch(`${RULES}/draft`, { revision: 1, summary: 'Rowan’s' })
    expect([late.status, late.body.error_code]).toEqual([409, 'draft_changed'])
    expect((await proposal()).proposal?.summary).toBe('Olive’s')
  })

  test('is thrown away without a trace, with the rules that only it had', async () => {
    await draft(olive, { ground_rules: [{ text: 'A rule that never was' }] })
    expect((await olive.browser.delete(`${RULES}/draft`)).body.proposal).toBe(null)
    expect((await olive.browser.get(`${RULES}/2`)).status).toBe(404)
    const left = server.ctx.db.prepare('SELECT count(*) AS count FROM rules WHERE id > 1000').get()
    expect(left).toEqual({ count: 0 })
    expect((await olive.browser.delete(`${RULES}/draft`)).status).toBe(404)
  })
})

describe('two different people approve', () => {
  test('before it is announced', async () => {
    const ground_rules = await reworded(server, 'Racism')
    const { proposal: set } = await draft(olive, { summary: 'Shorter.', ground_rules })
    const form = { revision: set?.revision }
    expect((await proposal()).approvals_needed).toBe(2)
    const none = await olive.browser.post(`${RULES}/draft/announce`, form)
    expect([none.status, none.body.error, none.body.error_code]).toEqual([
      ...[409, 'Two people have to approve this draft first.', 'not_approved'],
    ])
    await approve(olive)
    const half = await olive.browser.post(`${RULES}/draft/announce`, form)
    expect([half.status, half.body.error]).toEqual([409, 'One more person has to approve this draft first.'])
    await approve(rowan)
    expect((await proposal()).approvals).toMatchObject([{ account: { acct: 'olive' }, mine: true }, { mine: false }])
    expect((await olive.browser.post(`${RULES}/draft/announce`, form)).status).toBe(200)
  })

  test('and an edit after an approval voids it', async () => {
    await draft(olive, { summary: 'Shorter.', ground_rules: await reworded(server, 'Racism') })
    await approve(olive, rowan)
    const { proposal: set } = await draft(rowan, { summary: 'Shorter and clearer.' })
    expect((await proposal()).approvals).toEqual([])
    const refused = await olive.browser.post(`${RULES}/draft/announce`, { revision: set?.revision })
    expect([refused.status, refused.body.error_code]).toEqual([409, 'not_approved'])
  })

  test('but one is enough while only one person may publish rules', async () => {
    const small = await startServer()
    const lone = await small.signUp('lone', { roles: ['owner'] })
    await small.signUp('member')
    const {
      holders,
      approvals_needed: needed,
      free,
    } = await draft(lone, {
      summary: 'Shorter.',
      ground_rules: await reworded(small, 'Racism'),
    })
    expect({ holders, needed, free }).toEqual({ holders: 1, needed: 1, free: false })
    const early = await lone.browser.post(`${RULES}/draft/announce`, { revision: 2 })
    expect(early.body.error).toBe('One more person has to approve this draft first.')
    await approve(lone)
    expect(await announce(lone)).toBe(2)
    await small.advance('P13DT23H')
    expect((await small.visitor.get(RULES)).body.version).toBe(1)
    await small.advance('PT2H')
    expect((await small.visitor.get(RULES)).body.version).toBe(2)
    await small.stop()
  })
})
