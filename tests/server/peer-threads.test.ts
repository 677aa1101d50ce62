import { afterAll, beforeAll, expect, test } from 'vitest'
import { answersElsewhere } from '../../server/peers/context.ts'
import { say, wordsOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let here: TestServer
let home: TestServer
let ann: Person
let bo: Person
let cy: Person

beforeAll(async () => {
  const settings = { FEDERATION_ALLOW_LOOPBACK: '1' }
  here = await startServer(settings)
  home = await startServer(settings)
  ann = await here.signUp('ann')
  bo = await home.signUp('bo')
  cy = await home.signUp('cy')
})
afterAll(async () => {
  await here.stop()
  await home.stop()
})

test('a thread whose post names no list of answers is fetched by its server’s own interface', async () => {
  const root = await say(bo, 'Who comes?')
  const answer = await say(cy, 'Me', { in_reply_to_id: root.id })
  await say(bo, 'Between us', { in_reply_to_id: answer.id, visibility: 'direct' })
  const query = new URLSearchParams({ q: root.uri, resolve: 'true', type: 'statuses' })
  const found = (await ann.api.get(`/api/v2/search?${query}`)).body.statuses[0]
  // as a server would have it that serves no such list
  here.ctx.db.prepare('UPDATE remote_statuses SET replies_uri = NULL').run()
  const { body } = await ann.browser.post(`/api/community/v1/statuses/${found.id}/replies`)
  expect(body.fetched).toBe(1)
  const context = (await ann.api.get(`/api/v1/statuses/${found.id}/context`)).body
  expect(wordsOf(context.descendants)).toEqual(['Me'])
})

test('what is no post’s address, or is of nobody who speaks that language, leads nowhere', async () => {
  expect(await answersElsewhere(here.ctx, 'nonsense')).toEqual([])
  expect(await answersElsewhere(here.ctx, `${home.url}/@bo/..%2f..`)).toEqual([])
  expect(await answersElsewhere(here.ctx, `${home.url}/@bo/1`)).toEqual([])
})
