import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Status } from '../../shared/api/wire.ts'
import { type Fred, type Knock, startFred } from '../support/fedify/start.ts'
import { say } from '../support/masto.ts'
import { PASSWORD, type Person, startServer, type TestServer } from '../support/server.ts'
import { eventually, find } from '../support/servers.ts'

describe.each<Knock>(['draft-cavage-http-signatures-12', 'rfc9421'])(
  'a server of another make that signs by %s',
  (knock) => {
    let server: TestServer
    let fred: Fred
    let alice: Person
    let actor: string
    let fredHere: string

    const hears = (type: string, about: string) =>
      eventually(
        async () => (await fred.heard()).find((one) => one.type === type && JSON.stringify(one).includes(about)),
        `${type} of ${about}`,
      )
    const relationship = async () => (await alice.api.get(`/api/v1/accounts/relationships?id[]=${fredHere}`)).body[0]
    const status = async (id: string): Promise<Status> => (await alice.api.get(`/api/v1/statuses/${id}`)).body
    const arrives = (uri: string): Promise<Status> =>
      eventually(async () => {
        const { body } = await alice.api.get('/api/v1/timelines/home')
        return body.find((one: Status) => one.uri === uri)
      }, uri)

    beforeAll(async () => {
      server = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
      fred = await startFred(knock)
      alice = await server.signUp('alice')
      actor = `${server.url}/ap/users/${alice.id}`
      fredHere = await find(alice, fred.handle)
    }, 60_000)
    afterAll(async () => {
      await server.stop()
      await fred.stop()
    })

    test('follows, and hears yes', async () => {
      const { id } = await fred.does({ type: 'Follow', to: actor, object: actor })
      const accept = await hears('Accept', id)
      expect(accept.actor).toBe(actor)
      expect((await relationship()).followed_by).toBe(true)
    })

    test('hears of a post with its warning, of its edit, and that it is gone', async () => {
      const post = await say(alice, `Hello ${fred.handle}`, { spoiler_text: 'A greeting' })
      const create = await hears('Create', post.uri)
      expect(create.object).toMatchObject({ type: 'Note', summary: 'A greeting', sensitive: true })
      await alice.api.put(`/api/v1/statuses/${post.id}`, { status: 'Other words', spoiler_text: 'A greeting' })
      expect((await hears('Update', post.uri)).object.content).toContain('Other words')
      await alice.api.delete(`/api/v1/statuses/${post.id}`)
      await hears('Delete', post.uri)
    })

    test('writes, answers, edits and deletes', async () => {
      const { object } = await fred.does({ type: 'Create', to: actor, content: '<p>Hi</p>', summary: 'Careful' })
      const found = async () => {
        const { body } = await alice.api.get('/api/v1/notifications?types[]=mention')
        return body.find((one: { status: Status }) => one.status.uri === object)?.status as Status | undefined
      }
      const post = await eventually(found, 'the mention')
      expect(post).toMatchObject({ spoiler_text: 'Careful', content: '<p>Hi</p>' })
      await fred.does({ type: 'Update', to: actor, object, content: '<p>Hi again</p>', summary: 'Careful' })
      await eventually(async () => (await status(post.id)).content === '<p>Hi again</p>', 'the edit')
      const own = await say(alice, 'What do you say?')
      await fred.does({ type: 'Create', to: actor, content: '<p>This</p>', inReplyTo: own.uri })
      await eventually(async () => (await status(own.id)).replies_count === 1, 'the answer')
      await fred.does({ type: 'Delete', to: actor, object })
      await eventually(async () => (await alice.api.get(`/api/v1/statuses/${post.id}`)).status === 404, 'the deletion')
    })

    test('likes and boosts, and takes both back', async () => {
      const own = await say(alice, 'Like this')
      const counts = async () => {
        const { favourites_count: likes, reblogs_count: boosts } = await status(own.id)
        return `${likes} ${boosts}`
      }
      const like = await fred.does({ type: 'Like', to: actor, object: own.uri })
      const boost = await fred.does({ type: 'Announce', to: actor, object: own.uri })
      await eventually(async () => (await counts()) === '1 1', 'like and boost')
      await fred.does({ type: 'Undo', to: actor, object: own.uri, undoes: { type: 'Like', id: like.id } })
      await fred.does({ type: 'Undo', to: actor, object: own.uri, undoes: { type: 'Announce', id: boost.id } })
      await eventually(async () => (await counts()) === '0 0', 'taking both back')
    })

    test('hears likes, boosts and answers, and that they are taken back', async () => {
      const { object } = await fred.does({ type: 'Create', to: actor, content: '<p>Mine</p>' })
      const post = await eventually(async () => {
        const { body } = await alice.api.get('/api/v1/notifications?types[]=mention')
        return body.find((one: { status: Status }) => one.status.uri === object)?.status as Status | undefined
      }, 'the mention')
      await alice.api.post(`/api/v1/statuses/${post.id}/favourite`)
      await hears('Like', object)
      await alice.api.post(`/api/v1/statuses/${post.id}/reblog`)
      await hears('Announce', object)
      await alice.api.post(`/api/v1/statuses/${post.id}/unfavourite`)
      await alice.api.post(`/api/v1/statuses/${post.id}/unreblog`)
      await eventually(async () => (await fred.heard()).filter(({ type }) => type === 'Undo').length >= 2, 'two Undos')
      const answer = await say(alice, `${fred.handle} well said`, { in_reply_to_id: post.id })
      expect((await hears('Create', answer.uri)).object.inReplyTo).toBe(object)
    })

    test('follows back', async () => {
      await alice.api.post(`/api/v1/accounts/${fredHere}/follow`)
      const follow = await hears('Follow', actor)
      expect(follow.object).toBe(fred.actor)
      await fred.does({ type: 'Accept', to: actor, object: follow.id })
      await eventually(async () => (await relationship()).following, 'the follow')
    })

    test('votes, and is voted with', async () => {
      const own = await say(alice, 'Shall we?', { poll: { options: ['yes', 'no'], expires_in: 3600 } })
      await fred.does({ type: 'Vote', to: actor, content: 'no', inReplyTo: own.uri })
      await eventually(async () => (await status(own.id)).poll?.options[1]?.votes_count === 1, 'the vote')
      const { object } = await fred.does({ type: 'Ask', to: actor, content: '<p>And you?</p>' })
      const asked = await arrives(object)
      await alice.api.post(`/api/v1/polls/${asked.poll?.id}/votes`, { choices: [0] })
      const vote = await hears('Create', '#votes/')
      expect(vote.object).toMatchObject({ name: 'yes', inReplyTo: object })
    })

    test('hears that somebody moves there, and moves here, with who follows', async () => {
      const mona = await server.signUp('mona')
      const old = `${server.url}/ap/users/${mona.id}`
      const { id } = await fred.does({ type: 'Follow', to: old, object: old })
      await hears('Accept', id)
      const way = '/api/community/v1/move'
      expect((await mona.browser.post(way, { acct: fred.handle, password: PASSWORD })).status).toBe(422)
      await fred.isAlso(old)
      expect((await mona.browser.post(way, { acct: fred.handle, password: PASSWORD })).status).toBe(200)
      expect(await hears('Move', old)).toMatchObject({ actor: old, object: old, target: fred.actor })
      const { body } = await server.visitor.get(`/ap/users/${mona.id}`, { accept: 'application/activity+json' })
      expect(body.movedTo).toBe(fred.actor)
      // the other way: who followed fred follows nora, once she says that she was fred
      const nora = await server.signUp('nora')
      const next = `${server.url}/ap/users/${nora.id}`
      const relation = async () => (await alice.api.get(`/api/v1/accounts/relationships?id[]=${nora.id}`)).body[0]
      await nora.browser.post('/api/community/v1/aliases', { acct: fred.handle })
      await fred.does({ type: 'Move', to: actor, object: fred.actor, target: next })
      await eventually(async () => (await relation()).following || (await relation()).requested, 'the follow')
      expect((await relationship()).following).toBe(false)
      await hears('Undo', fred.actor)
    })

    test('hears of a block, and its end; and blocks', async () => {
      await alice.api.post(`/api/v1/accounts/${fredHere}/block`)
      await hears('Block', fred.actor)
      await alice.api.post(`/api/v1/accounts/${fredHere}/unblock`)
      await eventually(
        async () => (await fred.heard()).some((one) => one.type === 'Undo' && one.object?.type === 'Block'),
        'the end of the block',
      )
      await fred.does({ type: 'Block', to: actor, object: actor })
      await eventually(async () => (await relationship()).blocked_by, 'the block')
    })
  },
)
