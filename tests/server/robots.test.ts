import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { join, later, newBrowser, settle, signUpForm } from '../support/newcomer.ts'
import { photo } from '../support/pictures.ts'
import { askChallenge, solve } from '../support/proof.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { startMailServer } from '../support/smtp.ts'

const post = (server: TestServer, form: Record<string, unknown>) => newBrowser(server).post('/auth/sign-up', form)

describe('a program that signs up', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ REGISTRATIONS: 'open', RATE_LIMITS: 'on' })
  })
  afterAll(() => server.stop())

  test('needs the proof of a browser that worked, as slowly as people type, and each proof once', async () => {
    const bare = await post(server, signUpForm('bare'))
    expect(bare).toMatchObject({ status: 403, body: { error_code: 'proof_needed' } })
    const challenge = await askChallenge(server.visitor)
    expect(challenge).toMatchObject({ required: true, wait: 3 })
    const proof = solve(challenge)
    const quick = await post(server, signUpForm('quick', { proof }))
    expect(quick).toMatchObject({ status: 403, body: { error_code: 'proof_needed' } })
    server.ctx.clock.moveTo(server.ctx.now() + 4000)
    const wrong = await post(server, signUpForm('wrong', { proof: { ...proof, number: proof.number + 1 } }))
    expect(wrong).toMatchObject({ status: 403, body: { error_code: 'proof_needed' } })
    expect((await post(server, signUpForm('patient', { proof }))).status).toBe(200)
    const again = await post(server, signUpForm('again', { proof }))
    expect(again).toMatchObject({ status: 403, body: { error_code: 'proof_needed' } })
  })

  test('finds that a proof is too old after an hour, and that nobody else can make one', async () => {
    const proof = solve(await askChallenge(server.visitor))
    server.ctx.clock.moveTo(server.ctx.now() + 3_600_000)
    expect((await post(server, signUpForm('late', { proof }))).status).toBe(403)
    const own = { salt: `${server.ctx.now() - 5000}.abc`, number: 1, signature: Buffer.alloc(32).toString('base64url') }
    expect((await post(server, signUpForm('forged', { proof: own }))).status).toBe(403)
  })
})

test('somebody whose browser can make no proof answers a question, and a person lets them in', async () => {
  const server = await startServer({ REGISTRATIONS: 'open', RATE_LIMITS: 'on' })
  const silent = await post(server, signUpForm('no_worker', { unproved: true, reason: '' }))
  expect([silent.status, Object.keys(silent.body.details)]).toEqual([422, ['reason']])
  const { question } = await askChallenge(server.visitor)
  const browser = await join(server, 'no_worker', { unproved: true })
  expect((await browser.get('/auth/session')).body.state).toBe('waiting')
  const told = { question, answer: 'I want to read with others.' }
  expect((await browser.get('/auth/application')).body).toMatchObject(told)
  await server.stop()
})

describe('a sign-up', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ REGISTRATIONS: 'open' })
  })
  afterAll(() => server.stop())

  test('that fills in what nobody sees is refused, and says so', async () => {
    const { status, body } = await post(server, signUpForm('shiny', { website: 'https://shop.example' }))
    expect(status).toBe(422)
    expect(body.details.website[0].error).toBe('ERR_INVALID')
  })

  test('with an address that lasts minutes is refused, also below such a domain; others are not', async () => {
    for (const email of ['a@mailinator.com', 'a@mx.Mailinator.com']) {
      const { status, body } = await post(server, signUpForm('fleeting', { email }))
      expect(status).toBe(422)
      expect(body.details.email[0]).toMatchObject({ error: 'ERR_INVALID' })
    }
    expect((await post(server, signUpForm('lasting', { email: 'a@notmailinator.example' }))).status).toBe(200)
  })

  test('under a name that people would mix up with another is refused', async () => {
    await join(server, 'lilli_moor')
    const asked = async (name: string) => {
      const path = `/api/community/v1/onboarding/username?username=${name}`
      const { body } = await server.visitor.get(path)
      return body
    }
    for (const name of ['li1li_moor', 'lillimoor', 'LILLI_M00R', 'li_lli_rnoor']) {
      expect(await asked(name), name).toMatchObject({ available: false, error: 'ERR_TAKEN' })
    }
    expect(await asked('adm1n')).toMatchObject({ available: false, error: 'ERR_RESERVED' })
    expect(await asked('lilly_moor')).toEqual({ available: true })
    // one that somebody else is about to take counts too
    await post(server, signUpForm('burnet'))
    expect(await asked('bumet')).toMatchObject({ available: false, error: 'ERR_TAKEN' })
  })
})

describe('somebody whom nobody here knows yet', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ REGISTRATIONS: 'open' })
    await server.signUp('local')
  })
  afterAll(() => server.stop())

  const write = (browser: Awaited<ReturnType<typeof join>>, status: string, more: Record<string, unknown> = {}) =>
    browser.post('/api/v1/statuses', { status, ...more })

  test('posts no links and no pictures, names no strangers, answers people, and is told why', async () => {
    const local = await server.signUp('host')
    const newcomer = await join(server, 'new_here')
    const link = await write(newcomer, 'buy at https://shop.example/now')
    expect(link).toMatchObject({ status: 422, body: { error_code: 'new_member' } })
    expect(link.body.error).toContain('new here')
    expect((await write(newcomer, `our page ${server.ctx.config.publicUrl}/about`)).status).toBe(200)
    expect((await write(newcomer, 'hello @host')).status).toBe(422)
    const { body: asked } = await local.api.post('/api/v1/statuses', { status: 'who is new? @new_here' })
    expect((await write(newcomer, '@host me', { in_reply_to_id: asked.id })).status).toBe(200)
    const { body: plain } = await write(newcomer, 'nothing to see')
    const edited = await newcomer.put(`/api/v1/statuses/${plain.id}`, { status: 'buy at https://shop.example/now' })
    expect(edited).toMatchObject({ status: 422, body: { error_code: 'new_member' } })
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(await photo())], { type: 'image/jpeg' }), 'wall.jpg')
    const { body: picture } = await newcomer.post('/api/v2/media', form)
    const shown = await write(newcomer, 'look', { media_ids: [picture.id] })
    expect(shown).toMatchObject({ status: 422, body: { error_code: 'new_member' } })
    const added = await newcomer.put(`/api/v1/statuses/${plain.id}`, { status: 'look', media_ids: [picture.id] })
    expect(added).toMatchObject({ status: 422, body: { error_code: 'new_member' } })
    const { body: me } = await newcomer.get('/api/v1/accounts/verify_credentials')
    await local.api.post(`/api/v1/accounts/${me.id}/follow`)
    await newcomer.post(`/api/v1/follow_requests/${local.id}/authorize`)
    expect((await write(newcomer, 'hello @host')).status).toBe(200)
  })

  test('is known once three posts have stood for a day', async () => {
    const newcomer = await join(server, 'steady')
    for (const text of ['one', 'two', 'three']) await write(newcomer, text)
    expect((await write(newcomer, 'https://far.example')).status).toBe(422)
    await later(server, 1)
    expect((await write(newcomer, 'https://far.example')).status).toBe(200)
  })

  test('is known when somebody of the collective vouches, or invited them', async () => {
    const admin = await server.signUp('keeper', { roles: ['admin'] })
    const newcomer = await join(server, 'vouched_for')
    const { body: found } = await admin.browser.get('/api/community/v1/admin/people?show=members&q=vouched_for')
    expect(found[0]).toMatchObject({ unknown: true })
    const door = `/api/community/v1/admin/people/${found[0].id}/vouch`
    expect((await newcomer.post(door)).status).toBe(403)
    expect((await admin.browser.post(door)).status).toBe(200)
    expect((await write(newcomer, 'https://far.example')).status).toBe(200)
    const { body: invite } = await admin.browser.post('/api/community/v1/admin/invites', { max_uses: 1 })
    const invited = await join(server, 'by_invite', { invite: invite.code })
    expect((await write(invited, 'https://far.example')).status).toBe(200)
  })
})

describe('when fifty people come within an hour', () => {
  test('people come by invite only, the collective is told, and lets everybody in again', async () => {
    const server = await startServer({ REGISTRATIONS: 'open' })
    const admin = await server.signUp('keeper', { roles: ['admin'] })
    for (let n = 0; n < 48; n += 1) await server.signUp(`wave${n}`)
    await later(server, 1)
    for (let n = 0; n < 48; n += 1) await server.signUp(`flood${n}`)
    await join(server, 'forty_nine')
    const mode = async () => (await server.visitor.get('/api/community/v1/about')).body.registrations
    expect(await mode()).toMatchObject({ mode: 'open', wave: false })
    await join(server, 'fifty')
    expect(await mode()).toMatchObject({ mode: 'invite', wave: true })
    expect((await post(server, signUpForm('fifty_one'))).body.details.invite[0].error).toBe('ERR_BLANK')
    const { body: notices } = await admin.api.get('/api/community/v1/notices')
    expect(notices[0]).toMatchObject({ kind: 'join_wave', link: '/people' })
    expect((await admin.browser.get('/api/community/v1/admin/settings')).body).toMatchObject({
      registrations: 'open',
      join_wave_at: expect.any(String),
    })
    const plain = await server.signUp('plain')
    expect((await plain.browser.post('/api/community/v1/admin/join-wave/end')).status).toBe(403)
    expect((await admin.browser.post('/api/community/v1/admin/join-wave/end')).status).toBe(200)
    expect(await mode()).toMatchObject({ mode: 'open', wave: false })
    await join(server, 'fifty_two')
    expect(await mode()).toMatchObject({ mode: 'open' })
    await server.stop()
  })
})

describe('an application that was refused', () => {
  test('is forgotten after 14 days, address and answer included', async () => {
    const server = await startServer({ REGISTRATIONS: 'approval' })
    const admin = await server.signUp('keeper', { roles: ['admin'] })
    await join(server, 'refused_one')
    const { body } = await admin.browser.get('/api/community/v1/admin/people?show=applications')
    await admin.browser.post(`/api/community/v1/admin/people/${body[0].id}/refuse`)
    const rows = () => server.ctx.db.prepare(`SELECT count(*) AS n FROM registrations`).get()
    await later(server, 13)
    expect(rows()).toEqual({ n: 1 })
    await later(server, 2)
    expect(rows()).toEqual({ n: 0 })
    await settle(server)
    await server.stop()
  })
})

describe('a mail provider that refuses our mail', () => {
  test('is named to newcomers with an address there and to those who run it; wrong mailboxes do not count', async () => {
    const mail = await startMailServer()
    const server = await startServer({ REGISTRATIONS: 'open', SMTP_URL: mail.url })
    const admin = await server.signUp('keeper', { roles: ['admin'] })
    const signUpAt = async (name: string, domain: string) => {
      await post(server, signUpForm(name, { email: `${name}@${domain}` }))
      await settle(server)
    }
    const notices = async () => {
      const { body } = await server.visitor.get('/api/community/v1/about')
      return body.notices.flatMap(({ domains }: { domains: string[] | null }) => domains)
    }
    mail.answer((to) => (to.endsWith('grim.example') ? '550 5.7.1 S3140 not from you' : '550 5.1.1 no such box'))
    for (const name of ['one', 'two', 'three']) await signUpAt(`${name}_typo`, 'fine.example')
    for (const name of ['one', 'two']) await signUpAt(name, 'grim.example')
    expect(await notices()).not.toContain('grim.example')
    await signUpAt('three', 'grim.example')
    expect(await notices()).toContain('grim.example')
    expect(await notices()).not.toContain('fine.example')
    const { body: told } = await admin.api.get('/api/community/v1/notices')
    expect(told).toMatchObject([{ kind: 'mail_refused', link: '/settings/community' }])
    const { body: settings } = await admin.browser.get('/api/community/v1/admin/settings')
    const hidden = settings.notices.map((notice: { id: string; shown: boolean }) => ({ ...notice, shown: false }))
    await admin.browser.patch('/api/community/v1/admin/settings', { notices: hidden })
    await signUpAt('four', 'grim.example')
    expect(await notices()).not.toContain('grim.example')
    const kept = server.ctx.db.prepare(`SELECT * FROM mail_answers`).all()
    expect(JSON.stringify(kept)).not.toContain('grim')
    await server.stop()
    await mail.stop()
  })
})
