import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, say } from '../support/masto.ts'
import { reportTo } from '../support/moderation.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let ann: Person
let ben: Person
beforeAll(async () => {
  server = await startServer()
  ;[ann, ben] = await cast(server, 'ann', 'ben')
})
afterAll(() => server.stop())

test('A device learns which posts on it are gone, hidden or no longer its owner’s to see, and nothing else', async () => {
  const [stays, deleted, hidden] = await Promise.all([say(ben, 'a'), say(ben, 'b'), say(ben, 'ann lives here')])
  const secret = await say(ben, 'for two', { visibility: 'direct' })
  const ids = [stays, deleted, hidden, secret].map(({ id }) => `id[]=${id}`).join('&')
  const gone = async (person: Person) => (await person.browser.get(`/api/community/v1/gone?${ids}&id[]=77`)).body
  expect(await gone(ann)).toEqual([secret.id, '77'])
  await ben.api.delete(`/api/v1/statuses/${deleted.id}`)
  await reportTo(ann, ben, { kind: 'private', about_self: true, status_ids: [hidden.id] })
  expect(await gone(ann)).toEqual([deleted.id, hidden.id, secret.id, '77'])
  expect(await gone(ben)).toEqual([deleted.id, '77'])
  expect((await server.visitor.get(`/api/community/v1/gone?${ids}`)).status).toBe(401)
  const many = Array.from({ length: 201 }, (_, n) => `id[]=${n + 1}`).join('&')
  expect((await ann.browser.get(`/api/community/v1/gone?${many}`)).status).toBe(400)
})
