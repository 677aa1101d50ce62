import { describe, expect, test } from 'vitest'
import type { RuleProposal } from '../../shared/api/rules.ts'
import { announce, approve, asForms, change, draft, RULES, ruleSetting } from '../support/rule-changes.ts'
import type { Person, TestServer } from '../support/server.ts'

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

describe('an announcement', () => {
  test('says why, changes something, leaves 14 days, and calls a new rule more than words', async () => {
    const { proposal: same } = await draft(olive)
    await approve(olive, rowan)
    const nothing = await olive.browser.post(`${RULES}/draft/announce`, { revision: same?.revision })
    expect([nothing.status, nothing.body.error_code]).toEqual([422, 'nothing_changed'])
    const { ground_rules: before } = await inForce()
    const { proposal: set } = await draft(olive, {
      material: false,
      ground_rules: [...asForms(before), { text: 'Spam' }],
    })
    await approve(olive, rowan)
    const form = { revision: set?.revision }
    const refused = await olive.browser.post(`${RULES}/draft/announce`, form)
    expect([refused.status, Object.keys(refused.body.details)]).toEqual([422, ['summary', 'material']])
    for (const days of [13, 0, 366]) {
      const soon = await olive.browser.post(`${RULES}/draft/announce`, { ...form, days })
      expect([soon.status, Object.keys(soon.body.details)]).toEqual([422, ['days']])
    }
  })

  test('is public with its words, its date and what changes', async () => {
    await change(server, olive, rowan)
    expect(await versions()).toMatchObject([
      { version: 2, state: 'announced', summary: 'Jokes hurt too.', material: true, days_left: 14 },
      { version: 1, state: 'effective' },
    ])
    expect((await inForce()).version).toBe(1)
    const { body } = await server.visitor.get(`${RULES}/diff/1/2`)
    const [first, second] = body.rules
    expect(first).toMatchObject({ id: '1', number: '1', change: 'changed', enforcement: null })
    expect(first.text).toEqual([
      { change: 'same', text: 'Racist behavior' },
      { change: 'removed', text: ' and ' },
      { change: 'added', text: ', ' },
      { change: 'same', text: 'statements' },
      { change: 'added', text: ' and jokes' },
    ])
    expect(second.change).toBe('same')
    expect((await server.visitor.get(`${RULES}/diff/1/9`)).status).toBe(404)
    expect((await server.visitor.get(`${RULES}/diff/1/two`)).status).toBe(400)
  })

  test('stands on the session of members, with the days that are left', async () => {
    await change(server, olive, rowan)
    const told = async () => (await alice.browser.get('/auth/session')).body.rules
    expect(await told()).toMatchObject({
      standing: 'accepted',
      announced: { version: 2, days_left: 14, accepted: false },
    })
    await server.advance('P10D')
    expect((await told()).announced.days_left).toBe(4)
    expect((await server.visitor.get('/auth/session')).body.rules).toBe(null)
  })

  test('holds at its date, and the old version is history', async () => {
    await change(server, olive, rowan)
    await server.advance('P13D')
    expect((await inForce()).version).toBe(1)
    await server.advance('P1DT1M')
    expect(await inForce()).toMatchObject({ version: 2, state: 'effective' })
    expect((await inForce()).ground_rules[0].text).toBe('Racist behavior, statements and jokes')
    expect(await versions()).toMatchObject([
      { state: 'effective' },
      { state: 'retired', retired_at: expect.any(String) },
    ])
    expect((await server.visitor.get(`${RULES}/1`)).body.ground_rules[0].text).toBe('Racist behavior and statements')
    const { body } = await server.visitor.get('/api/v1/instance/rules')
    expect(body[0]).toEqual({
      id: '1',
      text: 'Racist behavior, statements and jokes',
      hint: expect.any(String),
      translations: {},
    })
    expect((await server.visitor.get('/api/v2/instance')).body.rules).toEqual(body)
  })

  test('cannot be edited freely afterwards, though only one person has accepted it yet', async () => {
    await change(server, olive, rowan)
    await server.advance('P15D')
    const settings = '/api/community/v1/admin/settings'
    expect((await olive.browser.get(settings)).body.rules_editable).toBe(false)
    expect((await olive.browser.patch(settings, { rules_intro: 'Softer' })).status).toBe(409)
  })

  test('that is withdrawn is a draft again, never holds, and was accepted by nobody', async () => {
    const version = await change(server, olive, rowan)
    await alice.browser.post(`${RULES}/acceptance`, { version, acknowledged: ['1'] })
    expect((await alice.browser.get(`${RULES}/acceptance`)).body.announced.accepted).toBe(true)
    const { proposal: back } = (await rowan.browser.post<RuleProposal>(`${RULES}/${version}/withdraw`)).body
    expect(back).toMatchObject({ state: 'draft', announced_at: null })
    expect((await proposal()).approvals).toEqual([])
    expect((await alice.browser.get(`${RULES}/acceptance`)).body).toMatchObject({
      announced: null,
      history: [{ version: 1 }],
    })
    await server.advance('P20D')
    expect((await inForce()).version).toBe(1)
    await approve(olive, rowan)
    await announce(olive, 20)
    await server.advance('P19D')
    expect((await inForce()).version).toBe(1)
    await server.advance('P2D')
    expect((await inForce()).version).toBe(2)
    expect((await rowan.browser.post(`${RULES}/2/withdraw`)).status).toBe(404)
  })

  test('is mailed to members where it is material, and names nobody', async () => {
    await change(server, olive, rowan)
    await server.advance('PT1M')
    const { presentMail } = await import('../../server/features/mail/present.ts')
    const { newestMails } = await import('../../server/core/mail/queries.ts')
    const mails = newestMails(server.ctx.db, { before: Number.MAX_SAFE_INTEGER, limit: 10 }).map((mail) =>
      presentMail(server.ctx, mail),
    )
    expect(mails.map((mail) => mail.to).sort()).toEqual(
      ['alice', 'olive', 'rowan'].map((name) => `${name}@mail.example`),
    )
    for (const { subject, text } of mails) {
      expect(subject).toBe('The rules of Left Community will change')
      expect(text).toContain('Jokes hurt too.')
      expect(text).toContain('/rules/2')
      expect(text).not.toMatch(/olive|rowan|alice/i)
    }
  })

  test('of a typo or a translation is not mailed', async () => {
    await change(server, olive, rowan, { material: false })
    await server.advance('PT1M')
    expect(server.ctx.db.prepare('SELECT count(*) AS count FROM mails').get()).toEqual({ count: 0 })
  })
})

describe('what members say of a change', () => {
  const say = (person: Person, text: string, version = 2) =>
    person.browser.post(`${RULES}/${version}/comments`, { text })
  const read = async (person: Person) =>
    (await person.browser.get(`${RULES}/2/comments`)).body.map((one: { text_html: string }) => one.text_html)

  test('is written while it is announced, read by members, and taken away for good', async () => {
    await change(server, olive, rowan)
    const said = await say(alice, 'What counts as a <joke>?')
    expect([said.status, said.body]).toMatchObject([200, { account: { acct: 'alice' }, mine: true }])
    await say(rowan, 'What would hurt.')
    expect(await read(olive)).toEqual(['<p>What would hurt.</p>', '<p>What counts as a &lt;joke&gt;?</p>'])
    expect((await server.visitor.get(`${RULES}/2/comments`)).status).toBe(401)
    const bob = await server.signUp('bob')
    expect((await bob.browser.delete(`${RULES}/comments/${said.body.id}`)).status).toBe(404)
    expect((await alice.browser.delete(`${RULES}/comments/${said.body.id}`)).status).toBe(200)
    expect(await read(bob)).toEqual(['<p>What would hurt.</p>'])
    const blank = await say(alice, ' ')
    expect([blank.status, Object.keys(blank.body.details)]).toEqual([422, ['text']])
    await server.advance('P15D')
    const late = await say(alice, 'Too late')
    expect([late.status, late.body.error_code]).toEqual([409, 'comments_closed'])
    expect((await say(alice, 'Nowhere', 7)).status).toBe(404)
  })

  test('is not shown to whoever blocked or muted its author', async () => {
    await change(server, olive, rowan)
    await say(alice, 'Mine')
    await rowan.api.post(`/api/v1/accounts/${alice.id}/mute`)
    expect([await read(rowan), await read(olive)]).toEqual([[], ['<p>Mine</p>']])
  })
})

test('the API’s description has every door of it', async () => {
  const { body } = await server.visitor.get('/api/community/v1/openapi.json')
  for (const path of ['versions', 'diff/{a}/{b}', '{version}', '{version}/comments', 'draft', 'draft/announce']) {
    expect(body.paths).toHaveProperty([`${RULES}/${path}`])
  }
})

test('translations are served with whether somebody has read them, and the original prevails', async () => {
  const { ground_rules: before } = await inForce()
  const inGerman = (rule: Record<string, unknown>): object => ({
    ...rule,
    translations: { de: { text: `de: ${rule.text}`, hint: '', origin: 'reviewed' } },
    children: ((rule.children ?? []) as Record<string, unknown>[]).map(inGerman),
  })
  await change(server, olive, rowan, { material: false, ground_rules: asForms(before).map(inGerman) })
  await server.advance('P15D')
  const { locale, locales, ground_rules: now } = await inForce()
  expect({ locale, locales, first: now[0] }).toMatchObject({
    ...{ locale: 'en', locales: ['en', 'de'] },
    first: { text: before[0].text, translations: { de: { text: `de: ${before[0].text}`, origin: 'reviewed' } } },
  })
  const { body } = await server.visitor.get('/api/v1/instance/rules')
  expect(body[0].translations).toEqual({ de: { text: `de: ${before[0].text}`, hint: '' } })
})
