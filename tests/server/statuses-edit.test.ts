import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StatusEdit } from '../../shared/api/wire.ts'
import { cast, follow, mastoOf, say, wordsOf } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const edit = (person: Person, id: string, form: Record<string, unknown>) =>
  person.api.put(`/api/v1/statuses/${id}`, form)
const historyOf = async (person: Person, id: string) =>
  (await person.api.get<StatusEdit[]>(`/api/v1/statuses/${id}/history`)).body
const toldOf = async (person: Person) =>
  (await person.api.get('/api/v1/notifications')).body.map(
    (one: { type: string; status?: { id: string } }) => `${one.type} ${one.status?.id ?? ''}`,
  )

describe('editing a post', () => {
  test('works for masto, and everybody reads the new words in the same place', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    await follow(bob, alice)
    const first = await say(alice, 'We meet on Monday #plan', { language: 'en' })
    await say(alice, 'Something later')
    expect((await bob.api.get('/api/v1/timelines/home')).text).toContain('Monday')
    await server.advance('PT1M')
    const mine = mastoOf(server, alice).v1.statuses.$select(first.id)
    const edited = await mine.update({ status: 'We meet on Tuesday #change' })
    expect(edited).toMatchObject({ id: first.id, visibility: 'public', language: 'en', createdAt: first.created_at })
    expect(edited.editedAt).not.toBeNull()
    const home = (await bob.api.get('/api/v1/timelines/home')).body
    expect(wordsOf(home)).toEqual(['Something later', 'We meet on Tuesday #change'])
    expect((await server.visitor.get('/api/v1/timelines/tag/plan')).body).toEqual([])
    expect((await server.visitor.get('/api/v1/timelines/tag/change')).body[0].id).toBe(first.id)
    const history = await mine.history.list()
    expect(wordsOf(history)).toEqual(['We meet on Monday #plan', 'We meet on Tuesday #change'])
    expect(history.map(({ createdAt }) => createdAt)).toEqual([first.created_at, edited.editedAt])
    expect(await mine.source.fetch()).toMatchObject({ id: first.id, text: 'We meet on Tuesday #change' })
  })

  test('that changes nothing leaves no trace', async () => {
    const [alice] = await cast(server, 'alice')
    const post = await say(alice, 'As it is', { spoiler_text: 'food' })
    const reply = await edit(alice, post.id, { status: 'As it is ', spoiler_text: 'food' })
    expect([reply.status, reply.body.edited_at]).toEqual([200, null])
    expect(await historyOf(alice, post.id)).toHaveLength(1)
  })

  test('works out the topics of its warning anew, and the words that are offered to others', async () => {
    const [alice] = await cast(server, 'alice')
    const post = await say(alice, 'Soup', { spoiler_text: 'onions' })
    const words = () => server.ctx.db.prepare('SELECT words FROM warning_words WHERE status_id = ?').all(post.id)
    expect(words()).toEqual([{ words: 'onions' }])
    const topics = (await alice.api.get('/api/community/v1/warnings/topics')).body
    const warned = (await edit(alice, post.id, { status: 'Soup', spoiler_text: topics[0].label })).body
    expect(warned).toMatchObject({ warning_topics: [topics[0].slug], sensitive: true })
    expect(words()).toEqual([])
    const open = (await edit(alice, post.id, { status: 'Soup' })).body
    expect(open).toMatchObject({ warning_topics: [], spoiler_text: '', sensitive: false })
    const marked = (await edit(alice, post.id, { status: 'Soup', sensitive: true, language: 'de' })).body
    expect(marked).toMatchObject({ sensitive: true, language: 'de' })
  })

  test('tells those whom it names since then, and those who were named before once', async () => {
    const [alice, bob, carol] = await cast(server, 'alice', 'bob', 'carol')
    const post = await say(alice, `Hi @${bob.username}`)
    await edit(alice, post.id, { status: `Hi @${bob.username} and @${carol.username}` })
    await edit(alice, post.id, { status: `Hello @${bob.username} and @${carol.username}` })
    expect(await toldOf(bob)).toEqual([`update ${post.id}`, `mention ${post.id}`])
    expect(await toldOf(carol)).toEqual([`update ${post.id}`, `mention ${post.id}`])
    expect(await toldOf(alice)).toEqual([])
  })

  test('that takes a name out keeps the post for who could see it', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const post = await say(alice, `@${bob.username} that was not nice`, { visibility: 'direct' })
    const edited = (await edit(alice, post.id, { status: 'That was nice' })).body
    expect(edited).toMatchObject({ visibility: 'direct', mentions: [] })
    expect((await bob.api.get(`/api/v1/statuses/${post.id}`)).status).toBe(200)
    expect(wordsOf(await historyOf(bob, post.id))[0]).toContain('not nice')
  })

  test('shows it to nobody more, neither by its audience nor by a new name', async () => {
    const [alice, bob, carol] = await cast(server, 'alice', 'bob', 'carol')
    await follow(carol, alice)
    const direct = await say(alice, `@${bob.username} between us`, { visibility: 'direct' })
    const widened = await edit(alice, direct.id, { status: `@${bob.username} @${carol.username} between us` })
    expect([widened.status, widened.body.details.status[0].error]).toEqual([422, 'ERR_WIDER'])
    const asked = await edit(alice, direct.id, {
      status: `@${bob.username} for all`,
      visibility: 'public',
      local_only: false,
    })
    expect(asked.body.visibility).toBe('direct')
    const forFollowers = await say(alice, 'for friends', { visibility: 'private' })
    expect((await edit(alice, forFollowers.id, { status: `for friends @${bob.username}` })).status).toBe(422)
    expect((await edit(alice, forFollowers.id, { status: `for friends @${carol.username}` })).status).toBe(200)
    expect((await bob.api.get(`/api/v1/statuses/${forFollowers.id}`)).status).toBe(404)
  })

  test('is held back by a truce, as an answer is', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const root = await say(bob, 'I say so')
    const answer = await say(alice, `@${bob.username} I do not`, { in_reply_to_id: root.id })
    const offer = await alice.api.post('/api/community/v1/truces', { account_id: bob.id, days: 3 })
    await bob.api.post(`/api/community/v1/truces/${offer.body.id}/accept`)
    const reply = await edit(alice, answer.id, { status: `@${bob.username} I never did` })
    expect([reply.status, reply.body.details.in_reply_to_id[0].error]).toEqual([422, 'ERR_TRUCE'])
  })

  test('is for one’s own posts alone, and says no more of others', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const post = await say(alice, 'Mine')
    const absent = await edit(bob, '1234567890123456', { status: 'Not mine' })
    const foreign = await edit(bob, post.id, { status: 'Not mine' })
    expect([foreign.status, foreign.text]).toEqual([404, absent.text])
    expect((await bob.api.get(`/api/v1/statuses/${post.id}/source`)).status).toBe(404)
    expect((await server.visitor.put(`/api/v1/statuses/${post.id}`, { status: 'x' })).status).toBe(401)
    expect(wordsOf([(await bob.api.get(`/api/v1/statuses/${post.id}`)).body])).toEqual(['Mine'])
  })

  test('refuses what could not be posted either', async () => {
    const [alice] = await cast(server, 'alice')
    const post = await say(alice, 'Short')
    expect((await edit(alice, post.id, { status: ' ' })).body.details.status[0].error).toBe('ERR_BLANK')
    expect((await edit(alice, post.id, { status: 'x'.repeat(501) })).body.details.status[0].error).toBe('ERR_TOO_LONG')
    expect((await edit(alice, post.id, { status: 'x', warning_topics: ['nonsense'] })).status).toBe(422)
  })

  test('the history of a post is for whom the post is', async () => {
    const [alice, bob, carol] = await cast(server, 'alice', 'bob', 'carol')
    await follow(bob, alice)
    const post = await say(alice, 'First words', { visibility: 'private' })
    await edit(alice, post.id, { status: 'Second words' })
    expect(wordsOf(await historyOf(bob, post.id))).toEqual(['First words', 'Second words'])
    for (const client of [carol.api, server.visitor]) {
      const hidden = await client.get(`/api/v1/statuses/${post.id}/history`)
      const absent = await client.get('/api/v1/statuses/1234567890123456/history')
      expect([hidden.status, hidden.text]).toEqual([404, absent.text])
    }
    await alice.api.delete(`/api/v1/statuses/${post.id}`)
    expect(server.ctx.db.prepare('SELECT 1 FROM status_edits WHERE status_id = ?').all(post.id)).toEqual([])
  })

  test('leaves what was read before in evidence that is kept after', async () => {
    const [alice, bob] = await cast(server, 'alice', 'bob')
    const post = await say(alice, `@${bob.username} you are nothing`)
    await server.advance('PT1S')
    await edit(alice, post.id, { status: `@${bob.username} you are something` })
    const kept = (await bob.api.post('/api/community/v1/evidence', { status_ids: [post.id] })).body
    expect(kept.items[0].text).toContain('something')
    expect(kept.items[0].earlier.map(({ text }: { text: string }) => text)).toEqual([
      `@${bob.username} you are nothing`,
    ])
    expect(kept.items[0].edited_at).not.toBeNull()
  })
})
