import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Status } from '../../shared/api/wire.ts'
import { say, wordsOf } from '../support/masto.ts'
import type { Person, TestServer } from '../support/server.ts'
import { eventually, find, handleOf, startServers } from '../support/servers.ts'

let here: TestServer
let there: TestServer
let alice: Person
let bob: Person
/** Each as the other's server knows them. */
let bobHere: string
let aliceThere: string

const home = async (person: Person): Promise<Status[]> => (await person.api.get('/api/v1/timelines/home')).body

/** A post in somebody's home by its address. */
const arrives = (person: Person, uri: string): Promise<Status> =>
  eventually(async () => (await home(person)).find((status) => status.uri === uri), uri)

const relationship = async (person: Person, id: string) =>
  (await person.api.get(`/api/v1/accounts/relationships?id[]=${id}`)).body[0]

beforeAll(async () => {
  ;[here, there] = await startServers('here', 'there')
  alice = await here.signUp('alice')
  bob = await there.signUp('bob')
  bobHere = await find(alice, handleOf(bob, there))
  aliceThere = await find(bob, handleOf(alice, here))
}, 30_000)
afterAll(async () => {
  await here.stop()
  await there.stop()
})

describe('two people on two servers', () => {
  test('follow each other', async () => {
    for (const [person, id] of [
      [alice, bobHere],
      [bob, aliceThere],
    ] as const) {
      await person.api.post(`/api/v1/accounts/${id}/follow`)
      await eventually(async () => (await relationship(person, id)).following, 'the follow')
    }
    const { body } = await bob.api.get('/api/v1/notifications?types[]=follow')
    expect(body[0].account.acct).toBe(handleOf(alice, here).slice(1))
  })

  test('read, answer, like and boost what the other writes', async () => {
    const post = await say(alice, `Hello ${handleOf(bob, there)}`, { spoiler_text: 'A greeting', language: 'en' })
    const read = await arrives(bob, post.uri)
    expect(read).toMatchObject({ spoiler_text: 'A greeting', language: 'en', visibility: 'public', sensitive: true })
    expect(wordsOf([read])[0]).toContain('Hello')
    const answer = await say(bob, `${handleOf(alice, here)} hello yourself`, { in_reply_to_id: read.id })
    const answered = await arrives(alice, answer.uri)
    expect(answered.in_reply_to_id).toBe(post.id)
    await bob.api.post(`/api/v1/statuses/${read.id}/favourite`)
    await bob.api.post(`/api/v1/statuses/${read.id}/reblog`)
    const counts = async () => {
      const { body } = await alice.api.get(`/api/v1/statuses/${post.id}`)
      return [body.favourites_count, body.reblogs_count]
    }
    await eventually(async () => (await counts()).join() === '1,1', 'like and boost')
    await bob.api.post(`/api/v1/statuses/${read.id}/unfavourite`)
    await bob.api.post(`/api/v1/statuses/${read.id}/unreblog`)
    await eventually(async () => (await counts()).join() === '0,0', 'taking both back')
  })

  test('see edits and deletions', async () => {
    const post = await say(alice, 'Frist words')
    const read = await arrives(bob, post.uri)
    await alice.api.put(`/api/v1/statuses/${post.id}`, { status: 'First words' })
    const looked = async () => await bob.api.get(`/api/v1/statuses/${read.id}`)
    await eventually(async () => (await looked()).body.content.includes('First words'), 'the edit')
    expect((await looked()).body.edited_at).not.toBeNull()
    await alice.api.delete(`/api/v1/statuses/${post.id}`)
    await eventually(async () => (await looked()).status === 404, 'the deletion')
  })

  test('vote in each other’s polls', async () => {
    const post = await say(alice, 'Which day?', { poll: { options: ['Monday', 'Friday'], expires_in: 3600 } })
    const read = await arrives(bob, post.uri)
    expect(read.poll?.options.map(({ title }) => title)).toEqual(['Monday', 'Friday'])
    await bob.api.post(`/api/v1/polls/${read.poll?.id}/votes`, { choices: [1] })
    const votes = async () => (await alice.api.get(`/api/v1/statuses/${post.id}`)).body.poll
    await eventually(async () => (await votes()).voters_count === 1, 'the vote')
    expect((await votes()).options[1].votes_count).toBe(1)
  })

  test('read a profile without what it answers others, and a conversation whole, counted as it is there', async () => {
    const [dora, emil] = [await there.signUp('dora'), await there.signUp('emil')]
    const root = await say(dora, 'Who brings what?')
    const bread = await say(emil, 'I bring bread', { in_reply_to_id: root.id })
    await say(emil, 'And butter', { in_reply_to_id: bread.id })
    const gone = await say(emil, 'And nothing', { in_reply_to_id: root.id })
    await say(dora, 'Then I bring tea', { in_reply_to_id: bread.id })
    await say(dora, 'And cups', { in_reply_to_id: root.id })

    const told = async () => (await alice.api.get('/api/v1/notifications')).body.map(({ id }: { id: string }) => id)
    const before = await told()
    const doraHere = await find(alice, handleOf(dora, there))
    expect((await alice.browser.post(`/api/community/v1/people/${doraHere}/posts`)).body).toEqual({ filled: 3 })
    const postsOf = async (more: string) =>
      wordsOf((await alice.api.get(`/api/v1/accounts/${doraHere}/statuses${more}`)).body)
    expect(await postsOf('?exclude_replies=true')).toEqual(['And cups', 'Who brings what?'])
    expect(await postsOf('')).toEqual(['And cups', 'Then I bring tea', 'Who brings what?'])
    expect(await told(), 'nobody is told of what is fetched').toEqual(before)

    const { body } = await alice.api.get(`/api/v1/accounts/${doraHere}/statuses`)
    const { id } = (body as Status[]).find(({ uri }) => uri === root.uri) ?? {}
    const context = async () => (await alice.browser.get(`/api/v1/statuses/${id}/context`)).body
    expect((await context()).elsewhere).toEqual({ missing: 2 })
    // what was deleted there meanwhile is missed by nobody
    await emil.api.delete(`/api/v1/statuses/${gone.id}`)
    const fetched = (await alice.browser.post(`/api/community/v1/statuses/${id}/replies`)).body
    expect(fetched).toMatchObject({ fetched: 2, more: false })
    const whole = await context()
    expect([whole.descendants.length, whole.elsewhere]).toEqual([4, { missing: 0 }])
  })

  test('keep topics of warnings', async () => {
    const post = await say(alice, 'Words', { warning_topics: ['death'] })
    expect((await arrives(bob, post.uri)).warning_topics).toEqual(['death'])
  })
})
