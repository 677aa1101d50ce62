import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, activity, type Peer } from '../support/evil-peer.ts'
import { type Fed, type FedWithEve, startFedWithEve } from '../support/federation.ts'
import { say } from '../support/masto.ts'
import { caseAbout } from '../support/moderation.ts'
import { openSocket } from '../support/stream.ts'

let all: FedWithEve
let fed: Fed
let evil: Peer
let eve: Actor
beforeAll(async () => {
  all = await startFedWithEve()
  ;({ fed, evil, eve } = all)
})
afterAll(() => all.stop())

test('20 private posts leak through no exit: what came for few is seen by them alone', async () => {
  const ben = await fed.server.signUp('ben')
  const alice = fed.uriOf(fed.alice)
  const cases = {
    followers: eve.note({ to: [`${eve.uri}/followers`], cc: [], content: '<p>zanzibar followers</p>' }),
    direct: eve.note({
      to: [alice],
      cc: [],
      tag: [{ type: 'Mention', href: alice }],
      content: '<p>zanzibar direct</p>',
    }),
    silent: eve.note({ to: [alice], cc: [], content: '<p>zanzibar silent</p>' }),
    nobody: eve.note({ to: [`${eve.uri}/circle`], cc: [], content: '<p>zanzibar circle</p>' }),
  }
  for (const note of Object.values(cases)) await eve.send(fed.inbox, activity(eve, 'Create', note))
  await fed.server.advance('PT5S')
  const idOf = (name: keyof typeof cases) => fed.postAt(cases[name].id)?.id
  for (const name of ['followers', 'direct', 'silent'] as const) {
    expect((await fed.alice.api.get(`/api/v1/statuses/${idOf(name)}`)).status).toBe(200)
  }
  expect((await fed.alice.api.get(`/api/v1/statuses/${idOf('nobody')}`)).status).toBe(404)
  const eveId = String(fed.server.ctx.db.prepare('SELECT id FROM accounts WHERE uri = ?').pluck().get(eve.uri))
  for (const client of [ben.api, fed.server.visitor]) {
    for (const name of Object.keys(cases) as (keyof typeof cases)[]) {
      const absent = await client.get('/api/v1/statuses/12345')
      for (const way of ['', '/context', '/favourited_by', '/reblogged_by']) {
        const { status, text } = await client.get(`/api/v1/statuses/${idOf(name)}${way}`)
        expect([status, text]).toEqual([absent.status, absent.text])
      }
    }
    const exits = [
      `/api/v1/accounts/${eveId}/statuses`,
      '/api/v1/timelines/public',
      '/api/v1/timelines/tag/zanzibar',
      '/api/v2/search?q=zanzibar',
      `/api/v2/search?q=${encodeURIComponent(String(cases.direct.id))}`,
      `/@eve@${evil.host}`,
      `/@eve@${evil.host}.rss`,
    ]
    for (const exit of exits)
      expect((await client.get(exit)).text).not.toMatch(/zanzibar (followers|direct|silent|circle)/)
  }
})

test('20 private posts: nor by a stream or a post that quotes them', async () => {
  const cleo = await fed.server.signUp('cleo')
  const streams = await Promise.all(
    ['user', 'public', 'hashtag&tag=quiet'].map((stream) =>
      openSocket(fed.server, { query: `?stream=${stream}`, token: cleo.token }),
    ),
  )
  const secret = eve.note({
    to: [`${eve.uri}/followers`],
    cc: [],
    content: '<p>quietly said #quiet</p>',
    tag: [{ type: 'Hashtag', name: '#quiet' }],
  })
  await eve.send(fed.inbox, activity(eve, 'Create', secret))
  const open = eve.note({ quote: secret.id, content: '<p>Said for all</p>' })
  await eve.send(fed.inbox, activity(eve, 'Create', open))
  await streams[1]?.next('update', (payload) => payload.includes('Said for all'))
  for (const { heard } of streams) expect(JSON.stringify(heard)).not.toContain('quietly')
  const path = `/api/v1/statuses/${fed.postAt(open.id)?.id}`
  const alices = (await fed.alice.api.get(path)).body.quote
  expect(alices).toMatchObject({ state: 'accepted', quoted_status: { content: expect.stringContaining('quietly') } })
  for (const client of [cleo.api, fed.server.visitor]) {
    const { body, text } = await client.get(path)
    expect([body.quote.state, body.quote.quoted_status]).toEqual(['unauthorized', null])
    expect(text).not.toContain('quietly')
  }
  expect((await cleo.api.post(`${path.replace(/\d+$/, String(fed.postAt(secret.id)?.id))}/bookmark`)).status).toBe(404)
  for (const stream of streams) stream.close()
})

test('20 private posts: who is only spoken of in what came for somebody else neither reads it nor is told', async () => {
  const spoken = await fed.server.signUp('spoken')
  const [alice, about] = [fed.uriOf(fed.alice), fed.uriOf(spoken)]
  const tag = [alice, about].map((href) => ({ type: 'Mention', href }))
  for (const to of [[alice], [alice, `${eve.uri}/followers`]]) {
    const note = eve.note({ to, cc: [], tag, content: '<p>Do not tell @spoken</p>' })
    await eve.send(fed.inbox, activity(eve, 'Create', note))
    const path = `/api/v1/statuses/${fed.postAt(note.id)?.id}`
    expect([(await fed.alice.api.get(path)).status, (await spoken.api.get(path)).status]).toEqual([200, 404])
    const later = new Date(fed.server.ctx.now() + 60_000).toISOString()
    await eve.send(fed.inbox, activity(eve, 'Update', { ...note, updated: later, content: '<p>Nor this</p>' }))
    expect((await fed.alice.api.get(path)).body.content).toBe('<p>Nor this</p>')
    expect((await spoken.api.get(path)).status).toBe(404)
  }
  for (const exit of ['/api/v1/notifications', '/api/v1/notifications/requests', '/api/v1/conversations'])
    expect((await spoken.api.get(exit)).body).toEqual([])
})

test('20 private posts: nor by a report of a server that was never given them', async () => {
  const [ben, mo] = [await fed.server.signUp('ben2'), await fed.server.signUp('mo', { roles: ['moderator'] })]
  const elsewhere = fed.peer.actor('friend')
  await elsewhere.send(fed.inbox, activity(elsewhere, 'Follow', fed.uriOf(ben)))
  await fed.server.advance('PT1S')
  const posts = [
    await say(ben, 'grapefruit open'),
    await say(ben, 'grapefruit followers', { visibility: 'private' }),
    await say(ben, '@alice grapefruit letter', { visibility: 'direct' }),
    await say(ben, 'grapefruit house', { local_only: true }),
  ]
  const report = async (by: Actor) => {
    const objects = [fed.uriOf(ben), ...posts.map(({ uri }) => uri)]
    expect((await by.send(fed.inbox, activity(by, 'Flag', objects, { content: by.name }))).status).toBe(202)
    await fed.server.advance('PT1S')
    const { reports } = await caseAbout(mo, ben)
    const found = reports.find(({ comment }) => comment === by.name)
    const words = ['open', 'followers', 'letter', 'house']
    return words.filter((word) => JSON.stringify(found).includes(`grapefruit ${word}`))
  }
  expect(await report(eve)).toEqual(['open'])
  expect(await report(elsewhere)).toEqual(['open', 'followers'])
})
