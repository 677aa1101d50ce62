import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, say, wordsOf } from '../support/masto.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

test('words in an order are left out as one, and not the same words in another', async () => {
  const [ada, ben] = await cast(server, 'ada', 'ben')
  await ada.api.patch('/api/v1/accounts/update_credentials', { indexable: true })
  await say(ada, 'Out of the kiln')
  await say(ada, 'Clay: the kiln of clay, an old kiln')
  await server.advance('PT5S')
  const posts = async (q: string) => {
    const { body } = await ben.api.get(`/api/v2/search?type=statuses&q=${encodeURIComponent(q)}`)
    return wordsOf(body.statuses)
  }
  for (const q of ['kiln -"of the"', 'kiln -"out of" -meadow', 'kiln -"of the kiln"'])
    expect(await posts(q), q).toEqual(['Clay: the kiln of clay, an old kiln'])
  expect(await posts('kiln -"old kiln"')).toEqual(['Out of the kiln'])
  expect(await posts('kiln -"the of" -"kilns the" -"the kilt"')).toHaveLength(2)
  for (const q of ['kiln -"the kiln"', 'kiln -kiln', '"the kiln" -"THE kiln"']) expect(await posts(q), q).toEqual([])
})
