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
  server.ctx.db.prepare('UPDATE accounts SET suspended_at = 1 WHERE id = ?').run(owner.accountId)
  expect(await named(), 'where nobody leads, who reads reports').toEqual(['mo'])
  expect(await named(mo)).toEqual([])
  expect((await server.visitor.get('/api/community/v1/team')).status).toBe(401)
})

test('MUST: a private letter of a member to the team does not wait unseen among those of strangers', async () => {
  const mo = await server.signUp('mona', { roles: ['moderator'] })
  const [writer, friend] = [await server.signUp('writer', { unaccepted: true }), await server.signUp('friend')]
  const write = (person: typeof mo, to: string, text: string) =>
    person.api.post('/api/v1/statuses', { status: `@${to} ${text}`, visibility: 'direct' })
  await mo.api.patch('/api/v2/notifications/policy', { for_not_following: 'drop', for_private_mentions: 'drop' })
  expect((await write(writer, 'mona', 'I do not understand rule 3')).status).toBe(200)
  const inbox = async (person: typeof mo) => {
    const { body } = await person.api.get<{ status: { content: string } }[]>('/api/v1/notifications?types[]=mention')
    return body.map(({ status }) => status.content)
  }
  expect(await inbox(mo)).toEqual([expect.stringContaining('I do not understand rule 3')])
  expect((await mo.api.get('/api/v1/notifications/requests')).body).toEqual([])
  expect((await mo.api.get('/api/v1/conversations')).body).toHaveLength(1)
  await write(mo, 'friend', 'between members it waits as before')
  expect(await inbox(friend)).toEqual([])
  expect((await friend.api.get('/api/v1/notifications/requests')).body).toHaveLength(1)
  await mo.api.post(`/api/v1/accounts/${writer.id}/block`)
  await write(writer, 'mona', 'and again')
  expect(await inbox(mo), 'who is blocked does not get through').toEqual([])
})
