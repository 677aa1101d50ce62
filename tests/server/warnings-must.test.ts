import { globSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import leftCommunity from '../../server/presets/left-community.json' with { type: 'json' }
import { routes } from '../../server/routes.ts'
import { cast, say } from '../support/masto.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
const log: string[] = []
beforeAll(async () => {
  server = await startServer({}, undefined, { write: (line) => void log.push(line) })
})
afterAll(() => server.stop())

const root = join(import.meta.dirname, '../..')

/** Every text that people read, by the name under which it stands; sentences that are made get a word for each gap. */
async function allTexts(): Promise<[name: string, text: string][]> {
  const found: [string, string][] = []
  const walk = (name: string, value: unknown): void => {
    if (typeof value === 'string') found.push([name, value])
    else if (typeof value === 'function') walk(name, tryOut(value as (...gaps: unknown[]) => unknown))
    else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) walk(`${name}.${key}`, one)
    }
  }
  for (const file of globSync('{client,shared}/locales/en/*.ts', { cwd: root }))
    walk(file, await import(join(root, file)))
  return found
}

function tryOut(make: (...gaps: unknown[]) => unknown): unknown {
  // what a warning is called here is a gap of its own
  const word = String(make).startsWith('(label)') ? 'CW' : 'somebody'
  for (const gaps of [
    [word, word],
    [2, 2],
    [['one thing'], ['one thing']],
    [word, word, ['one thing']],
  ]) {
    try {
      return make(...gaps)
    } catch {
      // its gaps are of another kind
    }
  }
  throw new Error(`a sentence takes none of the gaps that were tried: ${make}`)
}

/** A sentence in which somebody asks for something, and that is a warning. */
const asksForWarning =
  /\b(ask|request|demand|please|should|must|needs?|requires?|suggest|remind|tell)\b[^.!?]*\b(CW|warn|warnings?|content note)\b/i

describe('MUST: no “ask for CW” button aimed at a person', () => {
  test('no text anywhere asks somebody for a warning; the only question is the author’s own, on their device', async () => {
    const texts = await allTexts()
    expect(texts.length).toBeGreaterThan(500)
    expect(texts.map(([, text]) => text)).toContain('Does this need a CW?')
    const suspects = texts.filter(([, text]) => asksForWarning.test(text)).map(([, text]) => text)
    // the question to oneself, and the words that turn it on or off
    expect(suspects.sort()).toEqual(['Ask me whether a post needs a warning', 'Does this need a CW?'])
  })

  test('no door takes a wish for a warning: what is written about warnings is one’s own choices, or staff’s topics', () => {
    const doors = routes
      .filter(({ path, method }) => /warn|cw|spoiler|sensitive/i.test(path) && method !== 'get')
      .map(({ method, path, options }) => `${method} ${path} ${options.may ?? 'one’s own'}`)
    expect(doors).toEqual([
      // takes away what moderators marked
      'post /api/v1/admin/accounts/:id/unsensitive one’s own',
      'post /api/community/v1/warnings/topics topics',
      'patch /api/community/v1/warnings/topics/:slug topics',
      'delete /api/community/v1/warnings/topics/:slug topics',
      'put /api/community/v1/warnings/choices one’s own',
      'put /api/community/v1/warnings/stop-list topics',
    ])
  })

  test('what a reader chooses is told to nobody, least of all to the author', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    const post = await say(ben, 'Words.', { spoiler_text: 'death' })
    const seen = async () =>
      JSON.stringify([
        (await ben.api.get('/api/v1/notifications')).body,
        (await ben.api.get(`/api/v1/statuses/${post.id}`)).body,
        (await ben.api.get(`/api/v1/accounts/${ann.id}`)).body,
        (await ben.api.get(`/api/v1/accounts/relationships?id[]=${ann.id}`)).body,
        (await ben.browser.get('/auth/session')).body,
      ])
    const before = await seen()
    const hide = { text: 'hide', media: 'hide' }
    await ann.browser.put('/api/community/v1/warnings/choices', {
      default: hide,
      topics: { death: hide },
      people: { [ben.id]: 'fold' },
    })
    expect(await seen()).toBe(before)
  })
})

describe('MUST: no CW requirement for one’s own experience of oppression', () => {
  test.each([
    'They called me that word again at work today.',
    'The police stopped me because I am Black. It was police violence, and I am tired.',
    'I was raped, and I will say so.',
    'Graphic violence, abuse, death: I lived through all of it.',
  ])('“%s” is posted as it is, and stays where everybody reads', async (words) => {
    const [ann] = await cast(server, 'ann')
    const post = await say(ann, words)
    expect(post).toMatchObject({ spoiler_text: '', sensitive: false, warning_topics: [] })
    const list = (await server.visitor.get('/api/v1/timelines/public?local=true')).body
    expect(list.map((one: { id: string }) => one.id)).toContain(post.id)
  })

  test('also on a topic that the rules expect a warning for, whatever staff wrote there', async () => {
    const guard = await server.signUp('guard', { roles: ['moderator'] })
    await guard.browser.patch('/api/community/v1/warnings/topics/abuse', { required_for: 'Every word of it.' })
    const [ann] = await cast(server, 'ann')
    expect((await ann.api.post('/api/v1/statuses', { status: 'My abuse, in my words.' })).status).toBe(200)
  })

  test('and no topic of the seed asks for a warning about racism, sexism or what somebody lives through', () => {
    for (const { label, guidance, requiredFor = '', aliases } of leftCommunity.warningTopics) {
      const words = [label, requiredFor, ...aliases].join(' ')
      expect(words).not.toMatch(/racis|sexis|homophob|transphob|antisemit|ableis|oppress|own experience/i)
      expect(guidance).not.toMatch(/protect|must|have to/i)
    }
    const abuse = leftCommunity.warningTopics.find((topic) => topic.slug === 'abuse')
    expect(abuse?.guidance).toBe('Your own experience needs no warning, unless you want one.')
  })
})

describe('MUST: suggestions are private to the author', () => {
  test('that somebody asked for words is written nowhere, not even to the log', async () => {
    const [ann] = await cast(server, 'ann')
    await ann.browser.get('/api/community/v1/warnings/suggestions?q=an')
    const written = () => server.ctx.db.prepare('SELECT total_changes()').pluck().get()
    const before = written()
    const answer = await ann.browser.get('/api/community/v1/warnings/suggestions?q=anguishxyz')
    expect(answer.status).toBe(200)
    expect(written(), 'nothing is stored').toBe(before)
    expect(log.join('\n'), 'nothing is logged').not.toContain('anguish')
    expect(JSON.stringify(answer.headers.get('set-cookie')), 'nothing is set').toBe('null')
  })

  test('and no words are offered that fewer than three people used in public', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    for (const person of [ann, ben, ann, ben]) await say(person, 'Words.', { spoiler_text: 'quicksand' })
    const offered = (await ann.browser.get('/api/community/v1/warnings/suggestions?q=quick')).body
    expect(offered).toEqual([])
  })
})
