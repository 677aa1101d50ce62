import { expect, test } from 'vitest'
import type { FullRule, RuleProposal } from '../../shared/api/rules.ts'
import { announce, approve, asForms, draft, RULES, ruleSetting } from '../support/rule-changes.ts'
import type { Person, TestServer } from '../support/server.ts'

let server: TestServer
let olive: Person
let rowan: Person
let alice: Person
ruleSetting((made) => {
  ;({ server, olive, rowan, alice } = made)
})

const german = { intro: 'Das ist nicht erlaubt.', summary: 'Auch Witze tun weh.', origin: 'reviewed' }

const inGerman = (rule: Record<string, unknown>): object => ({
  ...rule,
  translations: { de: { text: `de: ${rule.text}`, hint: '', origin: 'reviewed' } },
  children: ((rule.children ?? []) as Record<string, unknown>[]).map(inGerman),
})

async function translate(summary: string, edit: object = {}): Promise<number> {
  const { ground_rules: before } = (await server.visitor.get(RULES)).body
  await draft(olive, {
    summary,
    ground_rules: asForms(before).map(inGerman),
    translations: { de: german },
    ...edit,
  })
  await approve(olive, rowan)
  return announce(olive)
}

test('what stands before the rules, and why they change, is read in other languages too', async () => {
  const version = await translate('Jokes hurt too.')
  const { body } = await server.visitor.get(`${RULES}/${version}`)
  expect(body).toMatchObject({ summary: 'Jokes hurt too.', translations: { de: german }, locales: ['en', 'de'] })
  expect((await server.visitor.get(`${RULES}/diff/1/2`)).body.translations).toEqual(['de'])
  await server.advance('P15D')
  await draft(olive)
  const { proposal } = (await olive.browser.get<RuleProposal>(`${RULES}/draft`)).body
  // the reason was that of the version before
  expect(proposal?.translations).toEqual({ de: { ...german, summary: '' } })
  expect((await server.visitor.get(RULES)).body.translations).toEqual({ de: german })
})

test('a translation alone is a change, and asks nothing of anybody', async () => {
  await draft(olive, { summary: 'In German.', material: false, translations: { de: german } })
  await approve(olive, rowan)
  await announce(olive)
  await server.advance('P50D')
  expect((await alice.api.post('/api/v1/statuses', { status: 'hello' })).status).toBe(200)
})

test('I accept in the language that I was shown, and that is what is kept', async () => {
  const version = await translate('Jokes hurt too.', { material: true })
  await server.advance('P15D')
  const ids = (await alice.browser.get(`${RULES}/acceptance`)).body.to_acknowledge
  const accept = (who: Person, locale: string) =>
    who.browser.post(`${RULES}/acceptance`, { version, locale, acknowledged: ids })
  expect((await accept(alice, 'de')).status).toBe(200)
  expect((await accept(rowan, 'en')).status).toBe(200)
  expect((await alice.browser.get(`${RULES}/acceptance`)).body.history[0]).toMatchObject({ version, locale: 'de' })
  const digests = server.ctx.db.prepare('SELECT sha256 FROM acceptances WHERE version = ?').pluck().all(version)
  expect(new Set(digests).size).toBe(2)
})

test('a notice is read beside the rules, asks nothing of anybody, and may come and go', async () => {
  const { proposal: edited } = await draft(olive, {
    summary: 'Where we are.',
    material: false,
    notices: [{ text: 'We moved to another house.', hint: 'It is in the same town.' }],
  })
  expect(edited?.notices).toMatchObject([{ text: 'We moved to another house.', number: '1', enforcement: 'advice' }])
  const strict = { revision: edited?.revision, notices: [{ text: 'x', enforcement: 'ladder' }] }
  const refused = await olive.browser.patch(`${RULES}/draft`, strict)
  expect([refused.status, Object.keys(refused.body.details)]).toEqual([422, ['notices']])
  await approve(olive, rowan)
  await announce(olive)
  const { rules } = (await server.visitor.get(`${RULES}/diff/1/2`)).body
  expect(rules.filter(({ change }: { change: string }) => change === 'added')).toMatchObject([{ kind: 'notice' }])
  await server.advance('P15D')
  const { notices } = (await server.visitor.get(RULES)).body
  expect(notices.map(({ text }: FullRule) => text)).toEqual(['We moved to another house.'])
  const { body: listed } = await server.visitor.get('/api/v1/instance/rules')
  expect(JSON.stringify(listed)).not.toContain('another house')
  const own = (await alice.browser.get(`${RULES}/acceptance`)).body
  expect(own).toMatchObject({ standing: 'accepted', to_acknowledge: [] })
})

test('I take my approval back before the change is announced', async () => {
  const { proposal } = await draft(olive, { summary: 'A reason.', intro: 'Please.' })
  await approve(olive, rowan)
  const revision = { revision: proposal?.revision }
  const { body } = await rowan.browser.delete<RuleProposal>(`${RULES}/draft/approve`, revision)
  expect(body.approvals.map(({ account }) => account.username)).toEqual(['olive'])
  const refused = await olive.browser.post(`${RULES}/draft/announce`, revision)
  expect([refused.status, refused.body.error_code]).toEqual([409, 'not_approved'])
  expect((await rowan.browser.delete(`${RULES}/draft/approve`, { revision: 1 })).status).toBe(409)
  expect((await alice.browser.delete(`${RULES}/draft/approve`, revision)).status).toBe(403)
  await approve(rowan)
  expect(await announce(olive)).toBe(2)
})
