import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { join, newBrowser, settle, signUpForm } from '../support/newcomer.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const path = '/api/community/v1/admin/people'

let server: TestServer
let owner: Person
let moderator: Person
beforeAll(async () => {
  server = await startServer({ REGISTRATIONS: 'open' })
  owner = await server.signUp('owner_one', { roles: ['owner'], email: 'owner@mail.example' })
  moderator = await server.signUp('moderator_one', { roles: ['moderator'] })
})
afterAll(() => server.stop())

const byHand = async (name: string, changes: Record<string, unknown> = {}) => {
  const browser = newBrowser(server)
  await browser.post('/auth/sign-up', signUpForm(name, changes))
  await settle(server)
  const { body } = await browser.post('/auth/sign-up/by-hand')
  return { browser, registration: body }
}
const list = async (query: string, by = moderator) => (await by.browser.get(`${path}?${query}`)).body

describe('who cannot be reached by mail', () => {
  test('asks to be confirmed by hand, is found by the code, and is confirmed', async () => {
    const { browser, registration } = await byHand('mailless', { email: 'mailless@hotmail.com' })
    expect(registration).toMatchObject({ by_hand: true, provider_notice: { title: 'Note for new users' } })
    const [found] = await list(`show=by_hand&q=${encodeURIComponent(registration.code)}`)
    expect(found).toMatchObject({
      kind: 'registration',
      username: 'mailless',
      email: 'mailless@hotmail.com',
      code: registration.code,
      mail: { state: 'file' },
      state: 'unconfirmed',
      address_known: false,
    })
    const confirmed = await moderator.browser.post(`${path}/${found.id}/confirm`)
    expect(confirmed.body).toEqual({ step: 'joined' })
    expect((await browser.get('/auth/sign-up')).body.step).toBe('joined')
    expect((await moderator.browser.post(`${path}/${found.id}/confirm`)).status).toBe(409)
    expect(await list('show=by_hand')).toEqual([])
  })

  test('is counted for those who let people in, and for nobody else', async () => {
    const waiting = async (person: Person) => (await person.browser.get('/auth/session')).body.waiting
    const before = await waiting(moderator)
    await byHand('counted')
    expect(await waiting(moderator)).toEqual({ ...before, by_hand: before.by_hand + 1 })
    expect(await waiting(await server.signUp('somebody'))).toBeNull()
  })

  test('waits for thirty days, and is then forgotten', async () => {
    const own = await startServer({ REGISTRATIONS: 'open' })
    const guard = await own.signUp('guard', { roles: ['moderator'] })
    const browser = newBrowser(own)
    await browser.post('/auth/sign-up', signUpForm('patient'))
    await browser.post('/auth/sign-up/by-hand')
    const names = async () =>
      (await guard.browser.get(`${path}?show=by_hand`)).body.map(({ username }: { username: string }) => username)
    await own.advance('P29D')
    expect(await names()).toEqual(['patient'])
    expect((await browser.get('/auth/sign-up')).body).toMatchObject({ username: 'patient', by_hand: true })
    await own.advance('P2D')
    expect(await names()).toEqual([])
    await own.stop()
  })

  test('has a code of their own', async () => {
    const codes = []
    for (let n = 0; n < 12; n += 1) {
      const { body } = await newBrowser(server).post('/auth/sign-up', signUpForm(`coded_${n}`))
      codes.push(body.code)
    }
    expect(new Set(codes).size).toBe(12)
    for (const code of codes) expect(code).toMatch(/^[a-z]{3,9} [1-9]\d$/)
  })

  test('stands not in the list before asking', async () => {
    await newBrowser(server).post('/auth/sign-up', signUpForm('quiet_one'))
    expect((await list('show=by_hand')).map((one: { username: string }) => one.username)).not.toContain('quiet_one')
  })

  test('cannot take over the address of a member: the moderator sees that it is known', async () => {
    await byHand('impostor', { email: 'owner@mail.example' })
    const found = (await list('show=by_hand')).find((one: { username: string }) => one.username === 'impostor')
    expect(found.address_known).toBe(true)
    const refused = await moderator.browser.post(`${path}/${found.id}/confirm`)
    expect([refused.status, refused.body.error_code]).toEqual([409, 'address_known'])
  })
})

describe('the members', () => {
  beforeAll(async () => {
    await server.signUp('sorrel', { email: 'sorrel@mail.example', roles: ['mediator', 'moderator'] })
    await server.signUp('sorghum')
    server.ctx.db
      .prepare(`UPDATE accounts SET display_name = 'Sol', display_key = 'sol' WHERE username_key = 'sorghum'`)
      .run()
  })
  const names = (people: { username: string }[]) => people.map((one) => one.username)

  test('are listed newest first, with their roles', async () => {
    const people = await list('show=members')
    expect(names(people).slice(0, 2)).toEqual(['sorghum', 'sorrel'])
    expect(people[1]).toMatchObject({
      kind: 'member',
      email: 'sorrel@mail.example',
      roles: ['mediator', 'moderator'],
      state: 'active',
      account: { acct: 'sorrel' },
      code: null,
      mail: null,
    })
    const { headers } = await moderator.browser.get(`${path}?show=members`)
    expect(headers.get('cache-control')).toBe('private, no-store')
  })

  test('are found by the beginning of a name, and by the whole mail address', async () => {
    expect(names(await list('show=members&q=SOR')).sort()).toEqual(['sorghum', 'sorrel'])
    expect(names(await list('show=members&q=sol'))).toEqual(['sorghum'])
    expect(names(await list('show=members&q=@sorrel'))).toEqual(['sorrel'])
    expect(names(await list('show=members&q=Sorrel@mail.example'))).toEqual(['sorrel'])
    expect(names(await list('show=members&q=nobody'))).toEqual([])
  })

  test('come in pages', async () => {
    const all = await list('show=members')
    const rest = await list(`show=members&max_id=${all[1].id}`)
    expect(names(rest)).toEqual(names(all).slice(2))
  })
})

test('the page is for owners, admins and moderators', async () => {
  const browser = await join(server, 'nosy')
  for (const show of ['applications', 'by_hand', 'members']) {
    expect((await browser.get(`${path}?show=${show}`)).status).toBe(403)
    expect((await server.visitor.get(`${path}?show=${show}`)).status).toBe(401)
    expect((await moderator.api.get(`${path}?show=${show}`)).status).toBe(403)
    expect((await owner.browser.get(`${path}?show=${show}`)).status).toBe(200)
  }
  for (const verb of ['approve', 'refuse', 'confirm', 'reset-link']) {
    expect((await browser.post(`${path}/1/${verb}`)).status).toBe(403)
    expect((await moderator.browser.post(`${path}/1/${verb}`)).status).toBe(404)
  }
  expect((await moderator.browser.get(`${path}?show=everyone`)).status).toBe(400)
})

test('nobody refuses a member who was let in', async () => {
  const member = await server.signUp('settled')
  expect((await owner.browser.post(`${path}/${member.id}/refuse`)).status).toBe(404)
  expect((await server.visitor.get('/api/v1/accounts/lookup?acct=settled')).status).toBe(200)
})
