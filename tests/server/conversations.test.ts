import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Conversation } from '../../shared/api/wire.ts'
import { cast, mastoOf, say, wordsOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'
import { listenTo, settle } from '../support/stream.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const direct = { visibility: 'direct' }
const write = (from: Person, text: string, ...to: Person[]) =>
  say(from, `${to.map(({ username }) => `@${username}`).join(' ')} ${text}`, direct)
const talks = async (person: Person): Promise<Conversation[]> => (await person.api.get('/api/v1/conversations')).body
const waiting = async (person: Person): Promise<number> =>
  (await person.api.get('/api/community/v1/conversations/unread_count')).body.count
const lastOf = (list: readonly Conversation[]) => wordsOf(list.flatMap(({ last_status }) => last_status ?? []))

/** New people who let everybody write to them privately, so that nobody waits as a stranger. */
async function friends<const Names extends readonly string[]>(...names: Names) {
  const people = await cast(server, ...names)
  for (const person of people) {
    await person.api.patch('/api/v2/notifications/policy', { for_private_mentions: 'accept' })
  }
  return people
}

describe('a private conversation', () => {
  test('of a stranger waits with their request, without a mark, and stands in the list once they are let in', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    const stream = await listenTo(server, ann, { stream: 'direct' })
    await write(ben, 'psst', ann)
    await settle()
    expect([await talks(ann), await waiting(ann), stream.heard]).toEqual([[], 0, []])
    const [request] = (await ann.api.get('/api/v1/notifications/requests')).body
    expect(request.account.id).toBe(ben.id)
    await ann.api.post(`/api/v1/notifications/requests/${request.id}/accept`)
    expect(lastOf(await talks(ann))).toEqual([`@${ann.username} psst`])
  })

  test('of a stranger is in no list once one dismissed or cleared what they wrote, or wants to hear nothing', async () => {
    const [ann, ben, cem] = await cast(server, 'ann', 'ben', 'cem')
    await write(ben, 'psst', ann)
    const [request] = (await ann.api.get('/api/v1/notifications/requests')).body
    await ann.api.post(`/api/v1/notifications/requests/${request.id}/dismiss`)
    expect(await talks(ann)).toEqual([])
    await write(ben, 'psst again', ann)
    await ann.api.post('/api/v1/notifications/clear')
    expect(await talks(ann)).toEqual([])
    await ann.api.patch('/api/v2/notifications/policy', { for_private_mentions: 'drop' })
    await write(cem, 'hey', ann)
    expect([await talks(ann), lastOf(await talks(cem))]).toEqual([[], [`@${ann.username} hey`]])
  })

  test('with a stranger to whom one wrote first does not wait', async () => {
    const [ann, ben] = await cast(server, 'ann', 'ben')
    const first = await write(ann, 'hello', ben)
    await say(ben, `@${ann.username} hello`, { ...direct, in_reply_to_id: first.id })
    expect([lastOf(await talks(ann)), await waiting(ann)]).toEqual([[`@${ann.username} hello`], 1])
  })

  test('is with the people named, in the order of the last posts, and marked until it is read', async () => {
    const [ann, ben, cem] = await friends('ann', 'ben', 'cem')
    await write(ann, 'Shall we?', ben)
    const second = await write(cem, 'All three?', ann, ben)
    const masto = mastoOf(server, ben)
    const list = await masto.v1.conversations.list()
    expect(list.map(({ unread, accounts }) => [unread, accounts.map(({ id }) => id).sort()])).toEqual([
      [true, [ann.id, cem.id].sort()],
      [true, [ann.id]],
    ])
    expect(list[0]).toMatchObject({ id: expect.any(String), lastStatus: { id: second.id } })
    expect(Object.keys((await talks(ben))[0] ?? {}).sort()).toEqual(['accounts', 'id', 'last_status', 'unread'])
    expect(await waiting(ben)).toBe(2)
    const read = await masto.v1.conversations.$select(list[0]?.id ?? '').read()
    expect(read).toMatchObject({ unread: false, id: list[0]?.id })
    expect(await waiting(ben)).toBe(1)
    const { status, body } = await ben.api.post(`/api/v1/conversations/${read.id}/unread`)
    expect([status, body.unread]).toEqual([200, true])
    await masto.v1.conversations.$select(read.id).remove()
    expect((await talks(ben)).map(({ accounts }) => accounts[0]?.id)).toEqual([ann.id])
    expect((await ben.api.get(`/api/v1/statuses/${second.id}`)).status).toBe(200)
  })

  test('goes on with each answer, is read by who writes, and comes back when somebody writes in it again', async () => {
    const [ann, ben] = await friends('ann', 'ben')
    const first = await write(ann, 'one', ben)
    expect((await talks(ann)).map(({ unread }) => unread)).toEqual([false])
    const [before] = await talks(ben)
    await say(ben, `@${ann.username} two`, { ...direct, in_reply_to_id: first.id })
    const [after, ...more] = await talks(ben)
    expect([after?.id, after?.unread, more]).toEqual([before?.id, false, []])
    expect((await talks(ann)).map(({ unread }) => unread)).toEqual([true])
    await ann.api.delete(`/api/v1/conversations/${(await talks(ann))[0]?.id}`)
    expect(await talks(ann)).toEqual([])
    await say(ben, `@${ann.username} three`, { ...direct, in_reply_to_id: first.id })
    expect(lastOf(await talks(ann))).toEqual([`@${ann.username} three`])
  })

  test('is read once its thread is opened, and nobody else’s', async () => {
    const [ann, ben, cem] = await friends('ann', 'ben', 'cem')
    const status = await write(ann, 'hello', ben)
    const open = (person: Person) => person.api.post('/api/community/v1/conversations/read', { status_id: status.id })
    expect((await open(cem)).status).toBe(404)
    expect(await waiting(ben)).toBe(1)
    expect((await open(ben)).status).toBe(200)
    expect(await waiting(ben)).toBe(0)
  })

  test('falls back to the post before when the last is deleted, and ends with its only one', async () => {
    const [ann, ben] = await friends('ann', 'ben')
    const first = await write(ann, 'stays', ben)
    const second = await say(ann, `@${ben.username} goes`, { ...direct, in_reply_to_id: first.id })
    await ann.api.delete(`/api/v1/statuses/${second.id}`)
    expect(lastOf(await talks(ben))).toEqual([`@${ben.username} stays`])
    await ann.api.delete(`/api/v1/statuses/${first.id}`)
    expect([await talks(ann), await talks(ben)]).toEqual([[], []])
  })

  test('is never made of a post for more people', async () => {
    const [ann, ben] = await friends('ann', 'ben')
    for (const visibility of ['public', 'unlisted', 'private']) await say(ann, `@${ben.username} hi`, { visibility })
    expect([await talks(ann), await talks(ben)]).toEqual([[], []])
  })

  test('with a blocked person is on nobody’s list, and with a muted one waits until the mute ends', async () => {
    const [ann, ben, cem] = await friends('ann', 'ben', 'cem')
    await write(ben, 'loud', ann)
    await ann.api.post(`/api/v1/accounts/${ben.id}/mute`)
    expect([await talks(ann), await waiting(ann)]).toEqual([[], 0])
    await ann.api.post(`/api/v1/accounts/${ben.id}/unmute`)
    expect(lastOf(await talks(ann))).toEqual([`@${ann.username} loud`])
    await ann.api.post(`/api/v1/accounts/${cem.id}/block`)
    await write(cem, 'you there', ann)
    await ann.api.post(`/api/v1/accounts/${cem.id}/unblock`)
    expect((await talks(ann)).length).toBe(1)
  })

  test('in which a filter hides the last post is not shown, and not counted', async () => {
    const [ann, ben] = await friends('ann', 'ben')
    await write(ben, 'the parsnip again', ann)
    const form = { title: 'x', context: ['notifications'], filter_action: 'hide' }
    const made = await ann.api.post('/api/v2/filters', { ...form, keywords_attributes: [{ keyword: 'parsnip' }] })
    expect(made.status).toBe(200)
    expect([await talks(ann), await waiting(ann)]).toEqual([[], 0])
    await ann.api.put(`/api/v2/filters/${made.body.id}`, { filter_action: 'warn' })
    const [shown] = await talks(ann)
    expect(shown?.last_status?.filtered?.[0]?.keyword_matches).toEqual(['parsnip'])
  })

  test('that is paused does not call', async () => {
    const [ann, ben] = await friends('ann', 'ben')
    const first = await write(ben, 'one', ann)
    await ann.api.post('/api/community/v1/conversations/read', { status_id: first.id })
    await ann.api.post(`/api/v1/statuses/${first.id}/mute`)
    await say(ben, `@${ann.username} two`, { ...direct, in_reply_to_id: first.id })
    expect((await talks(ann)).map(({ unread }) => unread)).toEqual([false])
    expect(lastOf(await talks(ann))).toEqual([`@${ann.username} two`])
  })

  test('is told live to the people in it, and to nobody who blocks the writer or is not named', async () => {
    const [ann, ben, cem] = await friends('ann', 'ben', 'cem')
    const stream = { stream: 'direct' }
    const [toBen, toCem] = [await listenTo(server, ben, stream), await listenTo(server, cem, stream)]
    await write(ann, 'psst', ben)
    const told = JSON.parse(await toBen.next('conversation')) as Conversation
    expect(told).toEqual((await talks(ben))[0])
    await ben.api.post(`/api/v1/accounts/${ann.id}/mute`)
    await write(ann, 'again', ben)
    await settle()
    expect([toBen.heard.length, toCem.heard.length]).toEqual([1, 0])
    for (const socket of [toBen, toCem]) socket.close()
  })
})

test('my other devices hear that my filters changed', async () => {
  const [ann, ben] = await friends('ann', 'ben')
  const [mine, others] = [
    await listenTo(server, ann, { stream: 'user' }),
    await listenTo(server, ben, { stream: 'user' }),
  ]
  await ann.api.post('/api/v2/filters', { title: 'x', context: ['home'], keywords_attributes: [{ keyword: 'x' }] })
  await mine.next('filters_changed')
  expect(mine.heard).toEqual([{ event: 'filters_changed', stream: ['user'] }])
  expect(others.heard).toEqual([])
  for (const socket of [mine, others]) socket.close()
})

test('a boost that is taken back leaves the homes of those who look', async () => {
  const [ann, ben, cem] = await friends('ann', 'ben', 'cem')
  await cem.api.post(`/api/v1/accounts/${ben.id}/follow`)
  const post = await say(ann, 'worth it')
  const socket = await listenTo(server, cem, { stream: 'user' })
  const { body: boost } = await ben.api.post(`/api/v1/statuses/${post.id}/reblog`)
  await socket.next('update', (payload) => JSON.parse(payload).id === boost.id)
  await ben.api.post(`/api/v1/statuses/${post.id}/unreblog`)
  expect(await socket.next('delete')).toBe(boost.id)
  socket.close()
})
