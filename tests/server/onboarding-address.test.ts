import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailsOf, newBrowser, secretFor, settle, signUpForm, takeAsLong } from '../support/newcomer.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ REGISTRATIONS: 'open' })
})
afterAll(() => server.stop())

describe('whether an address is known', () => {
  const shape = (body: Record<string, unknown>) => ({
    ...body,
    username: '',
    email: '',
    code: '',
    resend_after: '',
    mail: { ...(body.mail as object), at: '' },
  })

  test('shows neither in the answer nor in any step after it; the mail says so', async () => {
    await server.signUp('known', { email: 'known@mail.example' })
    const known = newBrowser(server)
    const fresh = newBrowser(server)
    const steps = async (browser: typeof known, email: string, username: string) => {
      const seen = [await browser.post('/auth/sign-up', signUpForm(username, { email }))]
      await settle(server)
      seen.push(await browser.get('/auth/sign-up'))
      seen.push(await browser.post('/auth/sign-up/resend'))
      await server.advance('PT61S')
      seen.push(await browser.post('/auth/sign-up/resend'))
      seen.push(await browser.post('/auth/sign-up/by-hand'))
      seen.push(await browser.put('/auth/sign-up/address', { email }))
      return seen.map(({ status, body }) => [status, body.error ?? shape(body)])
    }
    const first = await steps(known, 'Known@mail.example', 'other_known')
    const second = await steps(fresh, 'fresh@mail.example', 'other_fresh')
    expect(first).toEqual(second)
    const told = mailsOf(server, 'known@mail.example')
    expect(told.length).toBe(mailsOf(server, 'fresh@mail.example').length)
    expect(told[0]?.subject).toBe('You already have an account at Left Community')
    expect(told.flatMap((mail) => mail.links).some((link) => link.includes('/confirm'))).toBe(false)
  })

  test('brings five forms a day and no more, alike for both', async () => {
    await server.signUp('flooded', { email: 'flooded@mail.example' })
    for (const address of ['flooded@mail.example', 'unknown-flood@mail.example']) {
      const answers = []
      for (let n = 0; n < 6; n += 1) {
        const name = `flood_${address.length}_${n}`
        answers.push(await newBrowser(server).post('/auth/sign-up', signUpForm(name, { email: address })))
      }
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 422])
      expect(answers[5]?.body.details.email[0].description).toMatch(/Several forms with this address came today/)
    }
    await server.advance('P1DT1H')
    const again = await newBrowser(server).post(
      '/auth/sign-up',
      signUpForm('flood_again', { email: 'unknown-flood@mail.example' }),
    )
    expect(again.status).toBe(200)
  })

  test('holds the name alike', async () => {
    await server.signUp('holder', { email: 'holder@mail.example' })
    await newBrowser(server).post('/auth/sign-up', signUpForm('held', { email: 'holder@mail.example' }))
    const { body } = await server.visitor.get('/api/community/v1/onboarding/username?username=held')
    expect(body.error).toBe('ERR_TAKEN')
  })

  test('shows not in the time: both hash the password', async () => {
    await server.signUp('timed', { email: 'timed@mail.example' })
    let count = 0
    const send = (email: string) => () => {
      count += 1
      return newBrowser(server).post('/auth/sign-up', signUpForm(`timed_${count}`, { email }))
    }
    expect(await takeAsLong(send('timed@mail.example'), send('not_timed@mail.example'))).toBe(true)
  })

  test('is found out when the address became a member’s meanwhile: the second link says that it is used', async () => {
    const [one, two] = [newBrowser(server), newBrowser(server)]
    await one.post('/auth/sign-up', signUpForm('pair_one', { email: 'pair@mail.example' }))
    const first = secretFor(server, 'pair@mail.example', '/confirm')
    await two.post('/auth/sign-up', signUpForm('pair_two', { email: 'pair@mail.example' }))
    const second = secretFor(server, 'pair@mail.example', '/confirm')
    expect((await one.post('/auth/confirm', { token: first })).status).toBe(200)
    const late = await two.post('/auth/confirm', { token: second })
    expect([late.status, late.body.error_code]).toEqual([410, 'link_used'])
  })
})

describe('the mail of confirmation', () => {
  test('is sent once more, after a minute, and both links hold', async () => {
    const browser = newBrowser(server)
    await browser.post('/auth/sign-up', signUpForm('again'))
    const early = await browser.post('/auth/sign-up/resend')
    expect([early.status, early.body.error_code]).toEqual([429, 'too_soon'])
    const first = secretFor(server, 'again@mail.example', '/confirm')
    await server.advance('PT61S')
    expect((await browser.post('/auth/sign-up/resend')).status).toBe(200)
    expect(mailsOf(server, 'again@mail.example')).toHaveLength(2)
    expect((await browser.post('/auth/confirm', { token: first })).status).toBe(200)
    expect((await browser.post('/auth/sign-up/resend')).body.error_code).toBe('already_confirmed')
  })

  test('goes to another address, and the older link dies', async () => {
    const browser = newBrowser(server)
    await browser.post('/auth/sign-up', signUpForm('moved', { email: 'old@mail.example' }))
    const old = secretFor(server, 'old@mail.example', '/confirm')
    const { body } = await browser.put('/auth/sign-up/address', { email: 'new@mail.example' })
    expect(body.email).toBe('new@mail.example')
    const dead = await browser.post('/auth/confirm', { token: old })
    expect([dead.status, dead.body.error_code]).toEqual([410, 'link_expired'])
    const token = secretFor(server, 'new@mail.example', '/confirm')
    expect((await browser.post('/auth/confirm', { token })).status).toBe(200)
    const wrong = await browser.put('/auth/sign-up/address', { email: 'nowhere' })
    expect(wrong.status).toBe(409)
  })

  test('is not sent without end', async () => {
    const browser = newBrowser(server)
    await browser.post('/auth/sign-up', signUpForm('flood'))
    for (let round = 0; round < 7; round += 1) {
      await browser.put('/auth/sign-up/address', { email: `flood${round}@mail.example` })
    }
    const refused = await browser.put('/auth/sign-up/address', { email: 'flood9@mail.example' })
    expect([refused.status, refused.body.error_code]).toEqual([429, 'too_many_mails'])
  })

  test.each(['a@hotmail.com', 'a@Hotmail.co.uk', 'a@outlook.de', 'a@live.nl', 'a@msn.com'])(
    'to %s comes with the notice about that provider',
    async (email) => {
      const { body } = await newBrowser(server).post(
        '/auth/sign-up',
        signUpForm(`p${randomUUID().slice(0, 8)}`, { email }),
      )
      expect(body.provider_notice).toMatchObject({
        title: 'Note for new users',
        text: expect.stringContaining('Hotmail and Outlook are currently dropping emails'),
        domains: ['hotmail.*', 'outlook.*', 'live.*', 'msn.com'],
      })
    },
  )

  test.each(['a@nothotmail.com', 'a@msn.com.mail.example', 'a@live', 'a@mail.example'])(
    'to %s comes without',
    async (email) => {
      const { body } = await newBrowser(server).post(
        '/auth/sign-up',
        signUpForm(`p${randomUUID().slice(0, 8)}`, { email }),
      )
      expect(body.provider_notice ?? null).toBe(null)
    },
  )
})
