import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activity, PUBLIC } from '../support/evil-peer.ts'
import { type Fed, startFed } from '../support/federation.ts'
import { say, wordsOf } from '../support/masto.ts'
import { listenTo, settle } from '../support/stream.ts'

let fed: Fed
const at = '/api/v1/timelines/public'
const post = async (content: string, more: Record<string, unknown> = {}) => {
  const { bob, inbox } = fed
  const note = bob.note({ content: `<p>${content}</p>`, ...more })
  expect((await bob.send(inbox, activity(bob, 'Create', note))).status).toBe(202)
}
const read = async (query: string) => wordsOf((await fed.alice.api.get(`${at}?${query}`)).body)

beforeAll(async () => {
  fed = await startFed()
})
afterAll(() => fed.stop())

describe('the public list', () => {
  const picture = { type: 'Document', mediaType: 'image/png', url: 'https://pictures.example/1.png' }

  test('has what is written here, elsewhere, or both, and with pictures alone', async () => {
    await say(fed.alice, 'from here')
    await post('from there')
    await post('quietly from there', { to: [`${fed.bob.uri}/followers`], cc: [PUBLIC] })
    await post('seen there', { attachment: [picture] })
    expect(await read('local=true')).toEqual(['from here'])
    expect(await read('remote=true')).toEqual(['seen there', 'from there'])
    expect(await read('')).toEqual(['seen there', 'from there', 'from here'])
    expect(await read('limit=2')).toEqual(['seen there', 'from there'])
    expect(await read('remote=true&only_media=true')).toEqual(['seen there'])
    expect(await read('only_media=true')).toEqual(['seen there'])
    expect(await read('local=true&only_media=true')).toEqual([])
  })

  test('shows visitors what is written here, and nothing that was written elsewhere', async () => {
    const { visitor } = fed.server
    expect(wordsOf((await visitor.get(at)).body)).toEqual(['from here'])
    expect((await visitor.get(`${at}?remote=true`)).status).toBe(422)
  })

  test('of a hashtag can be had likewise', async () => {
    await say(fed.alice, 'here #bees')
    const tag = [{ type: 'Hashtag', name: '#bees', href: `${fed.peer.url}/tags/bees` }]
    await post('there #bees', { tag })
    const of = async (query: string) => wordsOf((await fed.alice.api.get(`/api/v1/timelines/tag/bees?${query}`)).body)
    expect(await of('')).toEqual(['there #bees', 'here #bees'])
    expect(await of('local=true')).toEqual(['here #bees'])
    expect(await of('remote=true')).toEqual(['there #bees'])
    expect(wordsOf((await fed.server.visitor.get('/api/v1/timelines/tag/bees')).body)).toEqual(['here #bees'])
  })

  test('tells who listens of each post where it belongs, and the list of this community of none from elsewhere', async () => {
    const streams = ['public', 'public:local', 'public:remote', 'public:remote:media']
    const socket = await listenTo(fed.server, fed.alice, ...streams.map((stream) => ({ stream })))
    await post('heard from there')
    await post('a picture from there', { attachment: [picture] })
    await socket.next('update', (payload) => payload.includes('a picture from there'))
    await settle()
    const heard = socket.heard.map(({ stream, payload = '' }) => `${stream} ${wordsOf([JSON.parse(payload)])}`)
    expect(heard.toSorted()).toEqual([
      'public a picture from there',
      'public heard from there',
      'public:remote a picture from there',
      'public:remote heard from there',
      'public:remote:media a picture from there',
    ])
    socket.close()
  })
})

describe('somebody elsewhere who moved', () => {
  const accountOf = async (id: string) => (await fed.alice.api.get(`/api/v1/accounts/${id}`)).body
  const look = (id: string) => fed.alice.api.post(`/api/community/v1/people/${id}/posts`)

  test('is shown with the way to their new account, here or elsewhere, once that account says so too', async () => {
    const next = fed.peer.actor('bertha')
    const old = fed.peer.actor('bert', { movedTo: next.uri })
    const id = await fed.befriend(fed.alice, old)
    await look(id)
    expect((await accountOf(id)).moved, 'the new account says nothing of it').toBeUndefined()
    const known = fed.peer.actor('carla', { alsoKnownAs: [`${fed.peer.url}/users/carl`] })
    const mover = fed.peer.actor('carl', { movedTo: known.uri })
    const moved = await fed.befriend(fed.alice, mover)
    await look(moved)
    expect((await accountOf(moved)).moved).toMatchObject({ acct: `carla@${fed.peer.host}` })
  })

  test('and came to us is shown with the way to us, once one of us says so too', async () => {
    const dora = fed.peer.actor('dora', { movedTo: fed.uriOf(fed.alice) })
    const id = await fed.befriend(fed.alice, dora)
    expect((await accountOf(id)).moved).toBeUndefined()
    await fed.alice.browser.post('/api/community/v1/aliases', { acct: `dora@${fed.peer.host}` })
    expect((await accountOf(id)).moved).toMatchObject({ acct: 'alice' })
    // who followed them there follows them here, at once
    const fan = await fed.server.signUp('fan')
    await fed.befriend(fan, dora)
    await dora.send(fed.inbox, activity(dora, 'Move', dora.uri, { target: fed.uriOf(fed.alice) }))
    await fed.server.advance('PT1S')
    const stands = (await fan.api.get(`/api/v1/accounts/relationships?id[]=${fed.alice.id}&id[]=${id}`)).body
    expect(stands).toMatchObject([{ following: true }, { following: false }])
  })
})
