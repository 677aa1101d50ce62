import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { follow, mastoOf, say } from '../support/masto.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let ann: Person
let ben: Person
beforeAll(async () => {
  server = await startServer()
  ann = await server.signUp('ann')
  ben = await server.signUp('ben')
})
afterAll(() => server.stop())

describe('hashtags on my profile', () => {
  test('are put there, counted by my open posts, seen by others, and taken off', async () => {
    const masto = mastoOf(server, ann)
    await say(ann, 'Fresh #Bread')
    await say(ann, 'More #bread, among us', { local_only: true })
    await say(ann, 'Secret #bread', { visibility: 'private' })
    await say(ben, 'Also #bread')
    const suggested = await masto.v1.featuredTags.suggestions.list()
    expect(suggested.map(({ name }) => name.toLowerCase())).toEqual(['bread'])
    const made = await masto.v1.featuredTags.create({ name: 'Bread' })
    expect(made).toMatchObject({ name: 'Bread', statusesCount: '2' })
    expect(made.url).toContain('/tags/bread')
    expect((await masto.v1.featuredTags.create({ name: '#bread' })).id).toBe(made.id)
    expect(await masto.v1.featuredTags.list()).toEqual([made])
    const seen = await server.visitor.get(`/api/v1/accounts/${ann.id}/featured_tags`)
    expect(seen.body).toMatchObject([{ name: 'Bread', statuses_count: '1' }])
    expect((await masto.v1.tags.$select('bread').fetch()).featuring).toBe(true)
    await masto.v1.featuredTags.$select(made.id).remove()
    expect((await ann.api.get(`/api/v1/accounts/${ann.id}/featured_tags`)).body).toEqual([])
  })

  test('are ten at most, and words that are hashtags', async () => {
    for (const name of ['', 'two words', '1234'])
      expect((await ben.api.post('/api/v1/featured_tags', { name })).status).toBe(422)
    for (let n = 0; n < 10; n += 1)
      expect((await ben.api.post(`/api/v1/tags/topic${n}/feature`)).body.featuring).toBe(true)
    expect((await ben.api.post('/api/v1/featured_tags', { name: 'one_more' })).status).toBe(422)
    expect((await ben.api.post('/api/v1/tags/topic3/unfeature')).body.featuring).toBe(false)
    expect((await ben.api.post('/api/v1/featured_tags', { name: 'one_more' })).status).toBe(200)
  })
})

describe('people on my profile', () => {
  test('are those whom I follow, and members see them; visitors only those who want to be found', async () => {
    const masto = mastoOf(server, ann)
    expect((await ann.api.post(`/api/v1/accounts/${ben.id}/endorse`)).status).toBe(422)
    await follow(ann, ben)
    expect((await masto.v1.accounts.$select(ben.id).endorse()).endorsed).toBe(true)
    expect((await masto.v1.endorsements.list()).map(({ id }) => id)).toEqual([ben.id])
    const path = `/api/v1/accounts/${ann.id}/endorsements`
    const seen = async (by: { get: (path: string) => Promise<{ body: { id: string }[] }> }) =>
      (await by.get(path)).body.map(({ id }) => id)
    expect(await seen(ben.api)).toEqual([ben.id])
    expect(await seen(server.visitor)).toEqual([])
    await ben.api.patch('/api/v1/accounts/update_credentials', { discoverable: true })
    expect(await seen(server.visitor)).toEqual([ben.id])
    await ann.api.post(`/api/v1/accounts/${ben.id}/unfollow`)
    expect(await seen(ben.api)).toEqual([])
    expect((await ann.api.get(`/api/v1/accounts/relationships?id[]=${ben.id}`)).body[0].endorsed).toBe(false)
    await follow(ann, ben)
    expect((await ann.api.post(`/api/v1/accounts/${ben.id}/unpin`)).body.endorsed).toBe(false)
    expect((await ann.api.post('/api/v1/accounts/1/endorse')).status).toBe(404)
  })
})
