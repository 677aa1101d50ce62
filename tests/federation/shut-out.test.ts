import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, activity, type Doc, PUBLIC } from '../support/evil-peer.ts'
import { type Fed, startFed } from '../support/federation.ts'
import { say } from '../support/masto.ts'
import type { Person } from '../support/server.ts'
import { listenTo, settle } from '../support/stream.ts'

let fed: Fed
/** Blocks Bob's server for herself. */
let ann: Person
/** Blocks Bob. */
let ben: Person
let cara: Person
let dora: Actor
beforeAll(async () => {
  fed = await startFed()
  ;[ann, ben, cara] = [await fed.server.signUp('ann'), await fed.server.signUp('ben'), await fed.server.signUp('cara')]
  dora = fed.peer.actor('dora')
  const { body } = await ann.api.get(`/api/v2/search?resolve=true&type=accounts&q=@dora@${fed.peer.host}`)
  await ben.api.post(`/api/v1/accounts/${body.accounts[0].id}/block`)
  await ann.api.post('/api/v1/domain_blocks', { domain: fed.peer.host })
})
afterAll(() => fed.stop())

const mention = (...people: Person[]): Doc => ({
  tag: people.map((person) => ({ type: 'Mention', href: fed.uriOf(person) })),
  cc: people.map(fed.uriOf),
})

test('of a server that a member blocks for themselves nothing is kept that would be for them alone', async () => {
  const own = await say(ann, 'Who answers?', { poll: { options: ['I', 'You'], expires_in: 3600 } })
  const notes = [
    dora.note(mention(ann)),
    dora.note(mention(ann, ben)),
    dora.note({ to: [fed.uriOf(ann)], ...mention(ann) }),
    dora.note({ inReplyTo: own.uri }),
    dora.note({ inReplyTo: own.uri, name: 'I', content: undefined, to: [fed.uriOf(ann)], cc: [] }),
  ]
  for (const note of notes) expect((await dora.send(fed.inbox, activity(dora, 'Create', note))).status).toBe(202)
  for (const note of notes) expect(fed.postAt(note.id)).toBeUndefined()
  for (const type of ['Like', 'Announce']) await dora.send(fed.inbox, activity(dora, type, own.uri, { to: [PUBLIC] }))
  const { body } = await ann.api.get(`/api/v1/statuses/${own.id}`)
  expect([body.favourites_count, body.reblogs_count, body.replies_count, body.poll.votes_count]).toEqual([0, 0, 0, 0])
})

test('what is for others comes, and is on no way told or shown to who blocks its server', async () => {
  const note = dora.note({ ...mention(ann, ben, cara), content: '<p>For Cara #news</p>' })
  await dora.send(fed.inbox, activity(dora, 'Create', note))
  const boosted = fed.bob.note({ content: '<p>From a blocked server</p>' })
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', boosted))
  const { id } = fed.postAt(note.id) ?? { id: 0 }
  await ann.api.post(`/api/v1/accounts/${fed.alice.id}/follow`)
  await fed.alice.api.post(`/api/v1/statuses/${fed.postAt(boosted.id)?.id}/reblog`)
  const told = async (person: Person) =>
    (await person.api.get('/api/v1/notifications')).body.map(({ type }: { type: string }) => type)
  expect(await told(cara)).toEqual(['mention'])
  for (const person of [ann, ben]) {
    expect(await told(person)).toEqual([])
    for (const path of ['notifications/requests', 'conversations', 'timelines/home', 'timelines/public'])
      expect([path, (await person.api.get(`/api/v1/${path}`)).text]).not.toContain(String(id))
  }
  const meets = async (path: string) => (await ann.api.get(`/api/v1/${path}`)).text
  expect(await meets('timelines/home')).not.toContain('From a blocked server')
  expect(await meets('timelines/public')).not.toContain('For Cara')
  await fed.befriend(cara, dora)
  const direct = dora.note({ to: [fed.uriOf(ann), fed.uriOf(cara)], ...mention(ann, cara) })
  await dora.send(fed.inbox, activity(dora, 'Create', direct))
  expect((await cara.api.get('/api/v1/conversations')).body).toHaveLength(1)
  expect((await ann.api.get('/api/v1/conversations')).body).toEqual([])
})

test('its posts come on no open stream of who blocks it, and on those of others all the same', async () => {
  const dan = await fed.server.signUp('dan')
  // who comes first decides for nobody else
  const first = await listenTo(fed.server, ann, { stream: 'public' })
  const second = await listenTo(fed.server, dan, { stream: 'public' })
  await dora.send(fed.inbox, activity(dora, 'Create', dora.note({ content: '<p>Far away</p>' })))
  await second.next('update', (payload) => payload.includes('Far away'))
  await settle()
  expect(first.heard).toEqual([])
  for (const stream of [first, second]) stream.close()
})
