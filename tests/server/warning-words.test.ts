import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let people: readonly Person[]
let moderator: Person
beforeAll(async () => {
  server = await startServer()
  people = await cast(server, 'ann', 'ben', 'cleo', 'dora')
  moderator = await server.signUp('guard', { roles: ['moderator'] })
})
afterAll(() => server.stop())

const offered = async (q: string, reader = people[0]) => {
  const reply = await reader?.browser.get(`/api/community/v1/warnings/suggestions?q=${encodeURIComponent(q)}`)
  return reply?.body.map(({ words }: { words: string }) => words)
}
const warn = async (line: string, by: number, more = {}) => {
  const posts = []
  for (const person of people.slice(0, by)) posts.push(await say(person, 'Words.', { spoiler_text: line, ...more }))
  return posts
}

describe('words to warn with are offered', () => {
  test('once three different authors here used them in public, whatever their case', async () => {
    await warn('Landlords, long', 2)
    await warn('landlords', 1)
    expect(await offered('land')).toEqual([])
    await say(people[2] ?? moderator, 'Words.', { spoiler_text: 'LANDLORDS' })
    expect((await offered('Länd')).map((words: string) => words.toLowerCase())).toEqual(['landlords'])
  })

  test('never from posts for few, and no more once the posts are gone', async () => {
    await warn('therapy', 4, { visibility: 'private' })
    await warn('therapy', 4, { visibility: 'direct' })
    await warn('therapy', 4, { visibility: 'unlisted' })
    expect(await offered('ther')).toEqual([])
    const posts = await warn('heartbreak', 3)
    expect(await offered('heart')).toEqual(['heartbreak'])
    await people[0]?.api.delete(`/api/v1/statuses/${posts[0]?.id}`)
    expect(await offered('heart')).toEqual([])
  })

  test('as the topic that they belong to, each topic once', async () => {
    await warn('nightclubs', 3)
    expect(await offered('night')).toEqual(['nightclubs'])
    await moderator.browser.post('/api/community/v1/warnings/topics', {
      label: 'US politics',
      kind: 'courtesy',
      aliases: ['uspol', 'nightclubs'],
    })
    await warn('uspol', 3)
    expect(await offered('usp')).toEqual(['US politics'])
    expect(await offered('poli')).toContain('US politics')
    expect(await offered('night')).toEqual(['US politics'])
  })

  test('never names, addresses or what is on the moderators’ stop-list', async () => {
    await warn('@ben again, ben.example, slurs', 4)
    for (const q of ['ben', '@ben']) expect(await offered(q)).toEqual([])
    expect(await offered('slur')).toEqual(['slurs'])
    const list = '/api/community/v1/warnings/stop-list'
    expect((await moderator.browser.put(list, { words: ['Slurs'] })).body).toEqual({ words: ['Slurs'] })
    expect(await offered('slur')).toEqual([])
    expect((await moderator.browser.put(list, { words: [] })).body).toEqual({ words: [] })
    expect(await offered('slur')).toEqual(['slurs'])
    expect((await moderator.browser.put(list, { words: ['…'] })).status).toBe(422)
  })

  test('to members alone, and nothing for an empty beginning', async () => {
    expect((await server.visitor.get('/api/community/v1/warnings/suggestions?q=f')).status).toBe(401)
    expect(await offered('')).toEqual([])
    expect(await offered('%')).toEqual([])
  })

  test('from the last 180 days', async () => {
    await warn('quarrels', 3)
    expect(await offered('quarr')).toEqual(['quarrels'])
    server.ctx.clock.moveTo(server.ctx.now() + 181 * 86_400_000)
    await server.advance('PT1H')
    // the sessions of before have ended meanwhile
    expect(await offered('quarr', await server.signUp('later'))).toEqual([])
    const left = server.ctx.db.prepare('SELECT count(*) FROM warning_words').pluck().get()
    expect(left, 'and then nothing of them is kept').toBe(0)
  })
})
