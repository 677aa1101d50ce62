import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newBrowser } from '../support/newcomer.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const path = '/api/community/v1/admin/settings'

let server: TestServer
let owner: Person
beforeAll(async () => {
  server = await startServer()
  owner = await server.signUp('owner_one', { roles: ['owner'] })
})
afterAll(() => server.stop())

const about = async () => (await server.visitor.get('/api/community/v1/about')).body
const change = (form: object) => owner.browser.patch(path, form)

describe('the settings page', () => {
  test('shows the preset, with the hosting statement as an example that is not published', async () => {
    const { body } = await owner.browser.get(path)
    expect(body).toMatchObject({
      name: 'Left Community',
      registrations: 'approval',
      min_age: 16,
      languages: ['en'],
      hosting: { text: expect.stringContaining('Hong Kong'), published: false, reviewed_on: null },
      notices: [{ id: 'mail-providers', shown: true, domains: ['hotmail.*', 'outlook.*', 'live.*', 'msn.com'] }],
      rules_editable: true,
      mail: { kind: 'none', url_set: false, host: null, from: null, by_environment: false },
    })
    expect((await about()).hosting).toBe(null)
  })

  test('changes what visitors read', async () => {
    const { status, body } = await change({
      name: 'Our house',
      statement: 'A house for everyone.',
      purpose: 'To live in.\n\nTogether.',
      who_runs: 'All of us.',
      contact_email: 'house@mail.example',
      contact_username: '@owner_one',
      question: 'Who are you?',
      min_age: 18,
      languages: ['en', 'pt-BR'],
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ name: 'Our house', languages: ['en', 'pt-BR'] })
    expect(await about()).toMatchObject({
      name: 'Our house',
      statement: 'A house for everyone.',
      purpose: 'To live in.\n\nTogether.',
      who_runs: 'All of us.',
      contact: { email: 'house@mail.example', account: { acct: 'owner_one' } },
      registrations: { question: 'Who are you?', min_age: 18 },
    })
    await change({ contact_email: '', contact_username: '', min_age: 0 })
    expect(await about()).toMatchObject({ contact: { email: null, account: null }, registrations: { min_age: null } })
  })

  test('publishes the hosting statement only when the owner says so, with the day of it', async () => {
    await change({ hosting: { text: 'In our cellar.', published: false } })
    expect((await about()).hosting).toBe(null)
    await change({ hosting: { text: 'In our cellar.', published: true } })
    const today = new Date(server.ctx.now()).toISOString().slice(0, 10)
    expect((await about()).hosting).toEqual({ text: 'In our cellar.', reviewed_on: today })
    await change({ hosting: { text: 'In our cellar.', published: true, reviewed_on: '2026-01-31' } })
    expect((await about()).hosting.reviewed_on).toBe('2026-01-31')
    await change({ hosting: { text: 'In our attic.', published: true, reviewed_on: '2026-01-31' } })
    expect((await about()).hosting).toEqual({ text: 'In our attic.', reviewed_on: today })
    const empty = await change({ hosting: { text: ' ', published: true } })
    expect(empty.body.details.hosting[0].error).toBe('ERR_BLANK')
  })

  test('changes notices, and the domains that they are about are data', async () => {
    const notice = { title: 'Mail', text: 'See https://left.example/mail for help.', domains: ['Mail.*'], shown: true }
    const hidden = { title: 'Later', text: 'Not yet.', domains: null, shown: false }
    const { body } = await change({ notices: [notice, hidden] })
    expect(body.notices).toMatchObject([{ title: 'Mail', domains: ['mail.*'] }, { title: 'Later' }])
    const { notices } = await about()
    expect(notices).toHaveLength(1)
    expect(notices[0].text_html).toMatch(/^<p>See <a href="https:\/\/left\.example\/mail"/)
  })

  test.each([
    ['name', { name: '' }],
    ['name', { name: 'x'.repeat(201) }],
    ['name', { name: 'Our house\nBcc: everybody@mail.example' }],
    ['purpose', { purpose: 'x'.repeat(5001) }],
    ['contact_email', { contact_email: 'nobody' }],
    ['contact_username', { contact_username: 'nobody_here' }],
    ['registrations', { registrations: 'maybe' }],
    ['question', { question: '' }],
    ['min_age', { min_age: 300 }],
    ['languages', { languages: ['english language'] }],
    ['languages', { languages: [] }],
    ['hosting', { hosting: { text: 'x' } }],
    ['notices', { notices: [{ title: 'a', text: 'b', domains: ['not a domain'] }] }],
    ['ground_rules', { ground_rules: [] }],
    ['ground_rules', { ground_rules: [{ text: '' }] }],
    ['mail', { mail: { kind: 'smtp' } }],
    ['mail', { mail: { kind: 'smtp', url: 'https://mail.example' } }],
    ['mail', { mail: { kind: 'pigeon' } }],
  ])('refuses %s: %j', async (field, form) => {
    const { status, body } = await change(form)
    expect([status, Object.keys(body.details)]).toEqual([422, [field]])
  })

  test('changes nothing when a part of the form does not hold', async () => {
    await change({ name: 'Before' })
    await change({ name: 'After', contact_username: 'nobody_here' })
    expect((await about()).name).toBe('Before')
  })

  test('is for owners and admins, and not for programs', async () => {
    const admin = await server.signUp('admin_one', { roles: ['admin'] })
    const moderator = await server.signUp('moderator_one', { roles: ['moderator'] })
    expect((await admin.browser.get(path)).status).toBe(200)
    expect((await moderator.browser.get(path)).status).toBe(403)
    expect((await moderator.browser.patch(path, { name: 'Mine' })).status).toBe(403)
    expect((await owner.api.get(path)).status).toBe(403)
    expect((await server.visitor.get(path)).status).toBe(401)
    const elsewhere = await owner.browser.patch(path, { name: 'Stolen' }, { origin: 'https://evil.example' })
    expect([elsewhere.status, elsewhere.body.error_code]).toEqual([403, 'cross_site'])
  })
})

describe('the words of the rules', () => {
  let own: TestServer
  let author: Person
  beforeEach(async () => {
    own = await startServer()
    author = await own.signUp('author', { roles: ['owner'] })
    return () => own.stop()
  })
  const read = async () => (await author.browser.get(path)).body
  const rules = async () => (await own.visitor.get('/api/community/v1/rules')).body

  test('are edited freely by the owner: changed, added, moved, taken away', async () => {
    const { ground_rules: before, guidelines } = await read()
    const [one, two, ...others] = before
    const form = {
      rules_intro: 'Please.',
      ground_rules: [
        two,
        { ...one, text: 'No racism', hint: 'None.' },
        ...others.slice(0, -1),
        { text: 'A new one', children: [{ text: 'Its part' }] },
      ],
      guidelines: [guidelines[1]],
    }
    expect((await author.browser.patch(path, form)).status).toBe(200)
    const now = await rules()
    expect(now.intro).toBe('Please.')
    expect(now.ground_rules.map((rule: { text: string }) => rule.text).slice(0, 2)).toEqual([
      'Sexist behavior and statements',
      'No racism',
    ])
    expect(now.ground_rules[1]).toMatchObject({ id: '1', slug: 'gr1', number: '2', hint: 'None.' })
    expect(now.ground_rules.at(-1)).toMatchObject({
      text: 'A new one',
      number: '7',
      children: [{ text: 'Its part', number: '7a' }],
    })
    expect(now.guidelines.map((rule: { slug: string }) => rule.slug)).toEqual(['g2'])
    expect(now.version).toBe(1)
    expect((await author.browser.get('/auth/session')).body.accepted_rules).toBe(true)
  })

  test('are accepted by whoever wrote them; who had accepted other words is asked again', async () => {
    const admin = await own.signUp('editor', { roles: ['admin'], unaccepted: true })
    const digests = () =>
      own.ctx.db.prepare('SELECT account_id AS accountId, sha256 FROM acceptances').all() as {
        accountId: number
        sha256: string
      }[]
    await author.browser.patch(path, { rules_intro: 'First words.' })
    const [first] = digests()
    expect([first?.accountId, first?.sha256.length]).toEqual([author.accountId, 64])
    await admin.browser.patch(path, { rules_intro: 'Second words.' })
    const [second, ...others] = digests()
    expect([second?.accountId, others]).toEqual([admin.accountId, []])
    expect(second?.sha256).not.toBe(first?.sha256)
    expect((await admin.browser.get('/auth/session')).body.accepted_rules).toBe(true)
    expect((await author.browser.get('/auth/session')).body.accepted_rules).toBe(false)
  })

  test('stay as they are once a second member has accepted them', async () => {
    await own.signUp('second')
    const { ground_rules, guidelines, rules_intro, rules_editable } = await read()
    expect(rules_editable).toBe(false)
    const before = await rules()
    const changed = ground_rules.map((rule: object) => ({ ...rule, text: 'Softer' }))
    const refused = await author.browser.patch(path, { name: 'Renamed', ground_rules: changed })
    expect([refused.status, refused.body.error_code]).toEqual([409, 'rules_accepted'])
    expect(refused.body.error).toMatch(/second member/)
    expect((await author.browser.patch(path, { rules_intro: 'Softer' })).status).toBe(409)
    expect(await rules()).toEqual(before)
    expect((await own.visitor.get('/api/community/v1/about')).body.name).toBe('Left Community')
    const same = await author.browser.patch(path, { name: 'Renamed', ground_rules, guidelines, rules_intro })
    expect([same.status, same.body.name]).toEqual([200, 'Renamed'])
  })
})

test('what a program cannot do: the settings of a community that it reads', async () => {
  const { status } = await newBrowser(server).patch(path, { name: 'Nobody’s' })
  expect(status).toBe(401)
})
