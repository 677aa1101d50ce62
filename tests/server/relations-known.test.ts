import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, follow, mastoOf, say } from '../support/masto.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

test('what I note about somebody is mine: they and others never see it, and it lies sealed', async () => {
  const [ann, ben, eve] = await cast(server, 'ann', 'ben', 'eve')
  const masto = mastoOf(server, ann)
  const stands = await masto.v1.accounts.$select(ben.id).note.create({ comment: ' Met at the fair ' })
  expect(stands.note).toBe('Met at the fair')
  expect((await masto.v1.accounts.relationships.fetch({ id: [ben.id, eve.id] })).map(({ note }) => note)).toEqual([
    'Met at the fair',
    '',
  ])
  expect((await ben.api.get(`/api/v1/accounts/relationships?id[]=${ann.id}`)).text).not.toContain('fair')
  const { note } = server.ctx.db.prepare('SELECT note FROM account_notes').get() as { note: Buffer }
  expect(note.includes('fair')).toBe(false)
  const long = await ann.api.post(`/api/v1/accounts/${ben.id}/note`, { comment: 'x'.repeat(2001) })
  expect([long.status, Object.keys(long.body.details)]).toEqual([422, ['comment']])
  expect((await ann.api.post(`/api/v1/accounts/${ben.id}/note`, {})).body.note).toBe('')
  expect((await ann.api.post(`/api/v1/accounts/${ann.id}/note`, { comment: 'me' })).status).toBe(403)
  expect((await ann.api.post('/api/v1/accounts/123/note', { comment: 'who' })).status).toBe(404)
})

test('I take a follower away, and my posts leave their home', async () => {
  const [ann, ben] = await cast(server, 'ann', 'ben')
  await follow(ben, ann)
  await say(ann, 'For friends', { visibility: 'private' })
  expect((await ben.api.get('/api/v1/timelines/home')).body).toHaveLength(1)
  await mastoOf(server, ann).v1.accounts.$select(ben.id).removeFromFollowers()
  expect((await ann.api.get(`/api/v1/accounts/relationships?id[]=${ben.id}`)).body[0].followed_by).toBe(false)
  expect((await ben.api.get('/api/v1/timelines/home')).body).toEqual([])
  expect((await server.visitor.get(`/api/v1/accounts/${ann.id}`)).body.followers_count).toBe(0)
  expect((await ann.api.post(`/api/v1/accounts/${ben.id}/remove_from_followers`)).status).toBe(200)
})

test('I see which followers of somebody I know, and never those who keep that to themselves', async () => {
  const [me, one, two, secret, stranger, star, hidden] = await cast(
    server,
    ...(['me', 'one', 'two', 'secret', 'stranger', 'star', 'hidden'] as const),
  )
  for (const known of [one, two, secret]) await follow(me, known)
  for (const fan of [one, two, secret, stranger, me]) {
    await follow(fan, star)
    if (fan !== me) await follow(fan, hidden)
  }
  for (const person of [secret, hidden])
    await person.api.patch('/api/v1/accounts/update_credentials', { hide_collections: true })
  const path = `/api/v1/accounts/familiar_followers?id[]=${star.id}&id[]=${hidden.id}`
  const { body } = await me.api.get<{ id: string; accounts: { id: string }[] }[]>(path)
  expect(body.map(({ id, accounts }) => [id, accounts.map((account) => account.id)])).toEqual([
    [star.id, [two.id, one.id]],
    [hidden.id, []],
  ])
  expect((await server.visitor.get(`/api/v1/accounts/familiar_followers?id[]=${star.id}`)).status).toBe(401)
})
