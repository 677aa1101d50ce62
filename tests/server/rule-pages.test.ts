import { expect, test } from 'vitest'
import { announce, approve, asForms, change, draft, RULES, ruleSetting } from '../support/rule-changes.ts'
import type { Person, TestServer } from '../support/server.ts'

let server: TestServer
let olive: Person
let rowan: Person
ruleSetting((made) => {
  ;({ server, olive, rowan } = made)
})

const page = (path: string) => server.visitor.get(path)
const words = (text: string) => text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('anybody reads every version, and how the rules changed, without an account or a script', async () => {
  await change(server, olive, rowan)
  expect((await page('/rules')).headers.get('location')).toBe('/about#rules')
  const history = await page('/rules/history')
  expect(history.status).toBe(200)
  expect(words(history.text)).toContain('Version 2')
  expect(words(history.text)).toContain('Jokes hurt too.')
  expect(history.text).toContain('href="/rules/history/1/2"')
  const { text: diff } = await page('/rules/history/1/2')
  expect(diff).toMatch(/<ins[^>]*>.*jokes.*<\/ins>/)
  expect(words(diff)).toContain('11 other rules stay as they are.')
  const { text: version } = await page('/rules/2')
  expect(words(version)).toContain('The rules will change')
  expect(words(version)).toContain('Racist behavior, statements and jokes')
  expect(version).toMatch(/<del[^>]*>/)
  expect(words((await page('/rules/1')).text)).toContain('The rules in this version')
})

test('a draft, and a version that never was, are nobody’s to read there', async () => {
  await draft(olive, { summary: 'Not yet.' })
  for (const path of ['/rules/2', '/rules/history/1/2', '/rules/99', '/rules/history/1/x']) {
    const { status, text } = await page(path)
    expect([path, status]).toEqual([path, 404])
    expect(text).not.toContain('Not yet.')
  }
  expect((await page('/rules/accept')).status).toBe(200)
})

test('a version is read in the languages that it has, and words are shown as they were typed', async () => {
  const { ground_rules: before } = (await server.visitor.get(RULES)).body
  const inGerman = (rule: Record<string, unknown>): object => ({
    ...rule,
    translations: { de: { text: `Auf Deutsch <b>${rule.id}</b>`, hint: '', origin: 'machine' } },
    children: ((rule.children ?? []) as Record<string, unknown>[]).map(inGerman),
  })
  await draft(olive, {
    summary: 'In <i>German</i>.',
    ground_rules: asForms(before).map(inGerman),
    translations: { de: { intro: 'Bitte nicht:', summary: 'Auf Deutsch.', origin: 'reviewed' } },
  })
  await approve(olive, rowan)
  await announce(olive)
  const { text } = await page('/rules/2?lang=de')
  expect(text).toContain('Auf Deutsch &lt;b&gt;1&lt;/b&gt;')
  expect(words(text)).toContain('Bitte nicht:')
  expect(words(text)).toContain('A program translated this')
  expect((await page('/rules/2')).text).toContain('In &lt;i&gt;German&lt;/i&gt;.')
  expect((await page('/rules/2?lang=constructor')).text).toContain('Racist behavior and statements')
})
