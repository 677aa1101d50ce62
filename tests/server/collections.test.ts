import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AdminCollection, Collection } from '../../shared/api/collections.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const path = '/api/community/v1/collections'
const admin = '/api/community/v1/admin/collections'

let server: TestServer
let keeper: Person
beforeAll(async () => {
  server = await startServer()
  keeper = await server.signUp('keeper', { roles: ['moderator'] })
})
afterAll(() => server.stop())

const open = (person: Person) => person.api.patch('/api/v1/accounts/update_credentials', { discoverable: true })
async function found(name: string): Promise<Person> {
  const person = await server.signUp(name)
  await open(person)
  return person
}
async function begin(title: string, ...people: Person[]): Promise<string> {
  const { body } = await keeper.browser.post(admin, { title, about: 'They bake.' })
  for (const { username } of people) await keeper.browser.post(`${admin}/${body.id}/people`, { acct: username })
  return body.id
}
const seenBy = async (who: Person, id: string): Promise<Collection | undefined> =>
  (await who.browser.get(path)).body.find((one: Collection) => one.id === id)
const answer = (who: Person, id: string, yes: boolean) => who.browser.post(`${path}/${id}/answer`, { yes })
const noticesOf = async (who: Person) => (await who.browser.get('/api/community/v1/notices?unread=true')).body

describe('a collection of people to follow', () => {
  test('shows nobody who did not say yes to it', async () => {
    const [ann, ben, reader] = [await found('ann'), await found('ben'), await server.signUp('reader')]
    const id = await begin('Bakers', ann, ben)
    expect(await seenBy(reader, id)).toBeUndefined()
    expect(await noticesOf(ann)).toMatchObject([{ kind: 'collection_asked', link: '/directory?show=collections' }])
    expect(await seenBy(ann, id)).toMatchObject({ title: 'Bakers', about: 'They bake.', accounts: [], me: 'asked' })
    expect((await answer(ann, id, true)).status).toBe(200)
    expect(await noticesOf(ann)).toEqual([])
    expect(await seenBy(reader, id)).toMatchObject({ accounts: [{ id: ann.id }], me: null })
    expect(await seenBy(ann, id)).toMatchObject({ me: 'shown' })
    expect((await reader.browser.get(`/api/v1/accounts/relationships?id[]=${ann.id}`)).body[0].following).toBe(false)
  })

  test('is left for good by whoever stands in it, and a no is not asked again', async () => {
    const [cem, reader] = [await found('cem'), await server.signUp('reader2')]
    const id = await begin('Singers', cem)
    await answer(cem, id, true)
    await answer(cem, id, false)
    expect(await seenBy(reader, id)).toBeUndefined()
    const again = await keeper.browser.post(`${admin}/${id}/people`, { acct: cem.username })
    expect([again.status, again.body.details.acct[0].description]).toEqual([422, expect.stringContaining('said no')])
    await keeper.browser.delete(`${admin}/${id}/people/${cem.id}`)
    expect((await keeper.browser.post(`${admin}/${id}/people`, { acct: cem.username })).status).toBe(422)
    expect((await answer(cem, id, true)).status).toBe(404)
    expect(await noticesOf(cem)).toEqual([])
  })

  test('leaves out who wants to be found no more, and from whom the reader keeps apart', async () => {
    const [dan, eve, reader] = [await found('dan'), await found('eve'), await server.signUp('reader3')]
    const id = await begin('Walkers', dan, eve)
    for (const person of [dan, eve]) await answer(person, id, true)
    expect((await seenBy(reader, id))?.accounts).toHaveLength(2)
    await reader.api.post(`/api/v1/accounts/${dan.id}/block`)
    expect((await seenBy(reader, id))?.accounts).toMatchObject([{ id: eve.id }])
    await eve.api.patch('/api/v1/accounts/update_credentials', { discoverable: false })
    expect(await seenBy(reader, id)).toBeUndefined()
    const { body } = await keeper.browser.get(admin)
    const people = body.find((one: AdminCollection) => one.id === id).people
    expect(people.map(({ state }: { state: string }) => state)).toEqual(['shown', 'left_out'])
  })

  test('asks only people of this community who want to be found', async () => {
    const shy = await server.signUp('shy')
    const id = await begin('Readers')
    const ask = (acct: string) => keeper.browser.post(`${admin}/${id}/people`, { acct })
    expect((await ask(shy.username)).body.details.acct[0].description).toContain('do not want to be found')
    expect((await ask('nobody_of_this_name')).status).toBe(422)
    expect((await answer(shy, id, true)).status).toBe(404)
    expect((await shy.browser.post(admin, { title: 'Mine' })).status).toBe(403)
    expect((await keeper.browser.post(admin, { title: ' ' })).body.details.title).toHaveLength(1)
  })

  test('takes its question with it when it goes', async () => {
    const fay = await found('fay')
    const id = await begin('Painters', fay)
    expect(await noticesOf(fay)).toHaveLength(1)
    expect((await keeper.browser.delete(`${admin}/${id}`)).status).toBe(200)
    expect(await noticesOf(fay)).toEqual([])
    expect(await seenBy(fay, id)).toBeUndefined()
  })
})
