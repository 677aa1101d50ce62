import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

test('who does not agree to the rules is told by name whom to write to, also where no account for questions is set', async () => {
  const owner = await server.signUp('olive', { roles: ['owner'] })
  const admin = await server.signUp('rowan', { roles: ['admin'] })
  const mo = await server.signUp('mo', { roles: ['moderator'] })
  const reader = await server.signUp('reader', { unaccepted: true })
  const named = async (person = reader) =>
    (await person.browser.get<{ acct: string }[]>('/api/community/v1/team')).body.map(({ acct }) => acct)
  expect(await named()).toEqual(['olive', 'rowan'])
  expect(await named(owner)).toEqual(['rowan'])
  const contact = (name: string) => owner.browser.patch('/api/community/v1/admin/settings', { contact_username: name })
  expect((await contact('reader')).status).toBe(200)
  expect(await named(mo)).toEqual(['olive', 'rowan'])
  await contact('mo')
  expect(await named()).toEqual(['mo'])
  await contact('')
  server.ctx.db.prepare('UPDATE accounts SET suspended_at = 1 WHERE id = ?').run(admin.accountId)
  expect(await named()).toEqual(['olive'])
  expect((await server.visitor.get('/api/community/v1/team')).status).toBe(401)
})
