import { expect, test } from 'vitest'
import { newBrowser, signUpForm } from '../support/newcomer.ts'
import { startResolver } from '../support/resolver.ts'
import { startServer, type TestServer } from '../support/server.ts'

const blocks = '/api/v1/admin/email_domain_blocks'

async function joinWith(server: TestServer, name: string, email: string) {
  const { status, body } = await newBrowser(server).post('/auth/sign-up', signUpForm(name, { email }))
  return status === 200 ? 'taken' : body.details.email[0].error
}

test('a provider that is shut out is shut out under every name that its hosts take in mail for', async () => {
  const resolver = await startResolver({
    'cover.example': ['MX1.spam-host.example', 'mx2.elsewhere.example'],
    'honest.example': ['mx.honest.example'],
  })
  const server = await startServer({ REGISTRATIONS: 'open', MAIL_RESOLVER: resolver.address })
  const mia = await server.signUp('mia', { roles: ['moderator'] })
  expect(await joinWith(server, 'early', 'early@cover.example')).toBe('taken')
  const { body: block } = await mia.browser.post(blocks, { domain: 'spam-host.example' })
  expect(await joinWith(server, 'late', 'late@cover.example')).toBe('ERR_BLOCKED')
  expect(await joinWith(server, 'fine', 'fine@honest.example')).toBe('taken')
  // whom the resolver does not know can join too: mail tells what is wrong with the address
  expect(await joinWith(server, 'unheard', 'unheard@nowhere.example')).toBe('taken')
  expect((await mia.browser.get(`${blocks}/${block.id}`)).body.history[0].uses).toBe('1')
  const change = { email: 'mia@cover.example', password: 'a lantern in the reading room' }
  const refused = await mia.browser.post('/auth/address', change)
  expect([refused.status, refused.body.details?.email[0].error]).toEqual([422, 'ERR_BLOCKED'])
  resolver.stop()
  // a resolver that is down keeps nobody out
  expect(await joinWith(server, 'silence', 'silence@cover.example')).toBe('taken')
  await server.stop()
})

test('nobody is asked about the mail of newcomers unless the operator says so', async () => {
  const resolver = await startResolver({ 'cover.example': ['mx.spam-host.example'] })
  const server = await startServer({ REGISTRATIONS: 'open' })
  expect(server.ctx.config.mailResolver).toBeUndefined()
  expect(await joinWith(server, 'quiet', 'quiet@cover.example')).toBe('taken')
  expect(resolver.asked).toEqual([])
  resolver.stop()
  await server.stop()
  await expect(startServer({ MAIL_RESOLVER: 'dns.example' })).rejects.toThrow('MAIL_RESOLVER cannot be used')
})
