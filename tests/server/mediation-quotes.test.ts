import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MediationView } from '../../shared/api/mediation.ts'
import { cast, say } from '../support/masto.ts'
import { photo, uploaded } from '../support/pictures.ts'
import { openRoom, type Room } from '../support/room.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const messagesOf = (view: MediationView, stream: string) =>
  view.streams.find(({ name }) => name === stream)?.messages ?? []
const verbsOf = (view: MediationView) => view.actions.map(({ verb }) => verb)

describe('quotes', () => {
  test('are posts that both could see; others’ handles are taken out; a deleted one says so', async () => {
    const { a, b, m, act, say: tell, see } = await openRoom(server, { mode: 'joint' })
    await act(m, 'move_phase', { phase: 'needs' })
    const [third] = await cast(server, 'thirdparty')
    const picture = await uploaded(b, await photo(8, 8), { description: `@${third.username} at the door` })
    const post = await say(b, `@${third.username} look what @${a.username} wrote`, { media_ids: [picture.id] })
    const hidden = await say(b, 'only for followers', { visibility: 'private' })
    const refused = await tell(a, 'joint', 'this one', [hidden.id])
    expect([refused.status, refused.body.details]).toMatchObject([422, { quote_ids: [{}] }])
    expect((await tell(a, 'caucus_a', 'this one', [hidden.id])).status).toBe(422)
    expect((await tell(b, 'caucus_b', 'this one', [hidden.id])).status).toBe(200)
    expect((await tell(a, 'joint', 'this one', [post.id])).status).toBe(200)
    expect(messagesOf(await see(b), 'joint')[0]?.quotes).toEqual([
      {
        id: post.id,
        author: b.username,
        text: `@… look what @${a.username} wrote`,
        spoiler_text: '',
        pictures: [{ id: picture.id, description: '@… at the door' }],
        deleted: false,
      },
    ])
    await b.api.delete(`/api/v1/statuses/${post.id}`)
    expect(messagesOf(await see(a), 'joint')[0]?.quotes).toMatchObject([{ id: post.id, text: null, deleted: true }])
  })

  test('a private message goes to the mediator alone, and not into the room of both', async () => {
    const { a, b, m, act, say: tell } = await openRoom(server, { mode: 'joint' })
    await act(m, 'move_phase', { phase: 'needs' })
    const secret = await say(b, `@${a.username} between us`, { visibility: 'direct' })
    const refused = await tell(a, 'joint', 'they said this', [secret.id])
    expect([refused.status, refused.body.details]).toMatchObject([422, { quote_ids: [{}] }])
    expect((await tell(b, 'joint', 'I said this', [secret.id])).status).toBe(422)
    expect((await tell(a, 'caucus_a', 'they said this', [secret.id])).status).toBe(200)
  })

  describe('private messages and the words of others are shown to both only with the yes of each', () => {
    const offers = async ({ see }: Room, person: Room['a'], verb: string) => verbsOf(await see(person)).includes(verb)
    const quotesIn = async ({ see }: Room, person: Room['a']) =>
      messagesOf(await see(person), 'joint').flatMap(({ quotes }) => quotes.map(({ text }) => text))

    test('one asks, the mediator sees nothing of it, the other says yes, and each can take it back', async () => {
      const room = await openRoom(server, { mode: 'joint' })
      const { a, b, m, act, say: tell, see } = room
      await act(m, 'move_phase', { phase: 'needs' })
      const secret = await say(b, `@${a.username} tell nobody about the harbour`, { visibility: 'direct' })
      const before = await see(m)
      const form = (await see(a)).actions.find(({ verb }) => verb === 'ask_quote')?.form
      expect(form?.[0]?.options).toEqual([{ value: secret.id, label: expect.stringContaining('harbour'), hint: '' }])
      expect((await act(a, 'ask_quote', { status_id: secret.id })).status).toBe(200)
      expect(await see(m)).toEqual(before)
      expect(await offers(room, a, 'agree_quote')).toBe(false)
      expect((await act(m, 'agree_quote', { read: true })).status).toBe(409)
      expect((await tell(a, 'joint', 'look', [secret.id])).status).toBe(422)
      const asked = (await see(b)).actions.find(({ verb }) => verb === 'agree_quote')
      expect(asked?.form[0]?.label).toContain('tell nobody about the harbour')
      expect((await act(b, 'agree_quote')).status).toBe(422)
      expect((await act(b, 'agree_quote', { read: true })).status).toBe(200)
      expect(await see(m)).toEqual(before)
      expect((await tell(a, 'joint', 'look', [secret.id])).status).toBe(200)
      expect(await quotesIn(room, m)).toEqual([`@${a.username} tell nobody about the harbour`])
      expect((await act(b, 'hide_quotes')).status).toBe(200)
      for (const person of [a, b, m]) expect(await quotesIn(room, person)).toEqual([null])
      expect((await act(a, 'ask_quote', { status_id: secret.id })).status).toBe(422)
      expect((await act(b, 'ask_quote', { address: `${server.url}/@x/${secret.id}` })).status).toBe(200)
    })

    test('a no keeps it out, and the same one is not asked about again', async () => {
      const room = await openRoom(server, { mode: 'joint' })
      const { a, b, act, say: tell } = room
      const secret = await say(a, `@${b.username} between us`, { visibility: 'direct' })
      await act(a, 'ask_quote', { status_id: secret.id })
      expect((await act(a, 'ask_quote', { status_id: secret.id })).status).toBe(409)
      expect((await act(b, 'refuse_quote')).status).toBe(200)
      expect((await act(a, 'ask_quote', { status_id: secret.id })).body.details).toMatchObject({ status_id: [{}] })
      expect((await tell(a, 'joint', 'look', [secret.id])).status).toBe(422)
    })

    test('so is what a third person wrote, spoken or carried; the yes does not outlast the room of both', async () => {
      const [third] = await cast(server, 'thirdvoice')
      const theirs = await say(third, 'they were both wrong')
      const room = await openRoom(server, { mode: 'joint', quotes: [theirs.id] })
      const { a, b, m, act, say: tell, see, last } = room
      expect((await see(m)).quotes).toMatchObject([{ id: theirs.id, author: 'somebody else' }])
      expect((await tell(m, 'caucus_b', 'what of this?', [theirs.id])).status).toBe(422)
      expect((await tell(a, 'caucus_a', 'as they said', [theirs.id])).status).toBe(200)
      const id = await last(a, 'caucus_a')
      await act(a, 'approve', { message_id: id })
      expect((await act(m, 'carry', { message_id: id })).status).toBe(422)
      await act(a, 'ask_quote', { status_id: theirs.id })
      await act(b, 'agree_quote', { read: true })
      expect((await act(m, 'carry', { message_id: id })).status).toBe(200)
      expect(messagesOf(await see(b), 'caucus_b')[0]?.quotes).toMatchObject([{ text: 'they were both wrong' }])
      await act(b, 'switch_to_shuttle')
      expect(messagesOf(await see(b), 'caucus_b')[0]?.quotes).toMatchObject([{ text: null, deleted: false }])
      expect(messagesOf(await see(a), 'caucus_a')[0]?.quotes).toMatchObject([{ text: 'they were both wrong' }])
    })

    test('what both can see and wrote themselves needs no question', async () => {
      const { a, b, act } = await openRoom(server)
      const open = await say(b, 'in the open')
      expect((await act(a, 'ask_quote', { address: open.id })).body.details).toMatchObject({ address: [{}] })
      const hidden = await say(b, 'for my followers', { visibility: 'private' })
      expect((await act(a, 'ask_quote', { address: hidden.id })).body.details).toMatchObject({ address: [{}] })
    })
  })

  describe('show the pictures of a post', () => {
    const pathOf = ({ id }: Room, picture: string) => `/api/community/v1/mediations/${id}/pictures/${picture}`

    test('to whoever reads the quote, as long as they do, and in no cache', async () => {
      const room = await openRoom(server, { mode: 'joint' })
      const { a, b, m, act, say: tell } = room
      await act(m, 'move_phase', { phase: 'needs' })
      const [stranger] = await cast(server, 'notinit')
      const picture = await uploaded(b, await photo(8, 8), { description: 'the rota' })
      const post = await say(b, `@${a.username} this is the rota`, { media_ids: [picture.id], visibility: 'direct' })
      const statuses = async () =>
        Promise.all([a, b, m, stranger].map(async ({ api }) => (await api.get(pathOf(room, picture.id))).status))
      expect(await statuses(), 'offered to the two who have it').toEqual([200, 200, 404, 404])
      await act(b, 'ask_quote', { status_id: post.id })
      await act(a, 'agree_quote', { read: true })
      expect((await tell(b, 'joint', 'look', [post.id])).status).toBe(200)
      expect(await statuses()).toEqual([200, 200, 200, 404])
      const { headers } = await m.api.get(pathOf(room, picture.id))
      expect([headers.get('content-type'), headers.get('cache-control')]).toEqual(['image/webp', 'private, no-store'])
      const copy = JSON.stringify((await a.api.get(`/api/community/v1/mediations/${room.id}/export`)).body)
      expect(copy).not.toContain(picture.id)
      await act(a, 'hide_quotes')
      expect(await statuses(), 'without the yes of both').toEqual([200, 200, 404, 404])
      await b.api.delete(`/api/v1/statuses/${post.id}`)
      expect(await statuses()).toEqual([404, 404, 404, 404])
    })

    test('and of no other post, nor in another case', async () => {
      const [one, two] = [await openRoom(server), await openRoom(server)]
      const picture = await uploaded(one.a, await photo(8, 8))
      const post = await say(one.a, 'with a picture', { media_ids: [picture.id] })
      expect((await one.m.api.get(pathOf(one, picture.id))).status).toBe(404)
      expect((await one.say(one.a, 'caucus_a', 'this', [post.id])).status).toBe(200)
      expect((await one.m.api.get(pathOf(one, picture.id))).status).toBe(200)
      expect((await one.b.api.get(pathOf(one, picture.id))).status, 'said to the mediator alone').toBe(404)
      expect((await two.m.api.get(pathOf(two, picture.id))).status).toBe(404)
      expect((await one.m.api.get(pathOf(two, picture.id))).status).toBe(404)
    })
  })

  test('carried words quote nothing that the other side may not see', async () => {
    const { a, m, act, say: tell, last } = await openRoom(server)
    const hidden = await say(a, 'for mentioned people', { visibility: 'direct' })
    await tell(a, 'caucus_a', 'look', [hidden.id])
    const id = await last(a, 'caucus_a')
    await act(a, 'approve', { message_id: id })
    expect((await act(m, 'carry', { message_id: id })).status).toBe(422)
  })
})
