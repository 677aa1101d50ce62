import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newBrowser } from '../support/newcomer.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const all = ['1', '2', '3', '4', '5', '6', '7']

describe('an empty folder starts with the rules of left.community', () => {
  test('as version 1 in force, ground rules with their sub-rules, guidelines apart', async () => {
    const { body } = await server.visitor.get('/api/community/v1/rules')
    expect(body).toMatchObject({ version: 1, locale: 'en', intro: expect.stringContaining('explicitly not allowed') })
    const slugs = body.ground_rules.map((rule: { slug: string; number: string }) => [rule.slug, rule.number])
    expect(slugs).toEqual(all.map((n) => [`gr${n}`, n]))
    expect(body.ground_rules[0].text).toBe('Racist behavior and statements')
    expect(
      body.ground_rules[6].children.map((rule: { number: string; text: string }) => [rule.number, rule.text]),
    ).toEqual([
      ['7a', 'Doxxing'],
      ['7b', 'Circumventing blocks'],
      ['7c', 'Creating accounts specifically to mock users (e.g. “shitty takes” accounts)'],
    ])
    expect(body.guidelines.map((rule: { slug: string }) => rule.slug)).toEqual(['g1', 'g2'])
  })

  test('and a second start changes nothing', async () => {
    const { seedPreset } = await import('../../server/presets/seed.ts')
    const { body: before } = await server.visitor.get('/api/community/v1/about')
    seedPreset(server.ctx)
    const { body: after } = await server.visitor.get('/api/community/v1/about')
    expect(after).toEqual(before)
  })

  test('by version', async () => {
    const { body } = await server.visitor.get('/api/community/v1/rules')
    expect((await server.visitor.get('/api/community/v1/rules/1')).body).toEqual(body)
    expect((await server.visitor.get('/api/community/v1/rules/2')).status).toBe(404)
    expect((await server.visitor.get('/api/community/v1/rules/one')).status).toBe(400)
  })
})

describe('who has not accepted the rules', () => {
  test('reads and may not post until each ground rule is agreed to', async () => {
    const { browser, api, accountId } = await server.signUp('late_reader', { unaccepted: true })
    expect((await browser.get('/api/community/v1/rules/acceptance')).body).toMatchObject({
      version: 1,
      accepted: false,
    })
    const refused = await api.post('/api/v1/statuses', { status: 'hello' })
    expect(refused.status).toBe(403)
    expect(refused.body).toEqual({
      error: expect.stringMatching(/^Please accept the updated rules: http.*\/rules\/accept$/),
      error_code: 'rules_not_accepted',
    })
    expect((await browser.get('/api/v1/timelines/home')).status).toBe(200)
    const some = await browser.post('/api/community/v1/rules/acceptance', {
      version: 1,
      locale: 'en',
      acknowledged: all.slice(1),
    })
    expect(some.body.details.acknowledged[0].error).toBe('ERR_ACCEPTED')
    const other = await browser.post('/api/community/v1/rules/acceptance', {
      version: 3,
      locale: 'en',
      acknowledged: all,
    })
    expect([other.status, other.body.error_code]).toEqual([409, 'rules_changed'])
    const { body } = await browser.post('/api/community/v1/rules/acceptance', {
      version: 1,
      locale: 'en',
      acknowledged: all,
    })
    expect(body).toMatchObject({ accepted: true, locale: 'en', accepted_at: expect.stringMatching(/Z$/) })
    expect((await api.post('/api/v1/statuses', { status: 'hello' })).status).toBe(200)
    const row = server.ctx.db.prepare('SELECT via, acks FROM acceptances WHERE account_id = ?').get(accountId) as {
      via: string
      acks: string
    }
    expect(row.via).toBe('gate')
    expect(Object.keys(JSON.parse(row.acks))).toEqual(all)
  })

  test('is nobody who is not logged in', async () => {
    const { status } = await newBrowser(server).post('/api/community/v1/rules/acceptance', {
      version: 1,
      acknowledged: all,
    })
    expect(status).toBe(401)
  })
})

test('the composer is offered the community’s topics for warnings', async () => {
  const { body } = await server.visitor.get('/api/community/v1/warnings/topics')
  expect(body.map((topic: { slug: string }) => topic.slug)).toEqual([
    'sexual-content',
    'graphic-violence',
    'sexual-assault',
    'abuse',
    'self-harm',
    'death',
    'police-violence',
    'food',
    'alcohol',
    'eye-contact',
    'spoilers',
    'meta',
    'long',
  ])
  for (const topic of body) {
    expect(['sensitive', 'courtesy', 'spoiler']).toContain(topic.kind)
    expect(topic.guidance.length).toBeGreaterThan(5)
  }
})
