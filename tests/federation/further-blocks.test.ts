import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Fed, startFed } from '../support/federation.ts'
import { caseAbout, deciding, inCase, reportTo, settle } from '../support/moderation.ts'
import type { Person } from '../support/server.ts'

let fed: Fed
let ann: Person
let cal: Person
beforeAll(async () => {
  fed = await startFed()
  ann = await fed.server.signUp('ann')
  cal = await fed.server.signUp('cal')
  await cal.api.put('/api/community/v1/blocks/choices', { extend_blocks: false })
})
afterAll(() => fed.stop())

/** The id here of somebody there, looked up anew. */
const find = async (name: string): Promise<string> =>
  (await fed.alice.api.get(`/api/v2/search?resolve=true&q=${encodeURIComponent(`@${name}@${fed.peer.host}`)}`)).body
    .accounts[0].id
const standing = async (person: Person, id: string) =>
  (await person.api.get(`/api/v1/accounts/relationships?id[]=${id}`)).body[0]
const blocks = async (person: Person, id: string): Promise<boolean> => (await standing(person, id)).blocking

test('an account that says it is somebody whom I block is blocked too, unless I chose otherwise; naming another blocks nobody', async () => {
  fed.peer.actor('innocent')
  const old = fed.peer.actor('old', { alsoKnownAs: [fed.bob.uri.replace(/bob$/, 'innocent')] })
  const oldId = await find('old')
  for (const person of [ann, cal]) await person.api.post(`/api/v1/accounts/${oldId}/block`)
  const innocent = await find('innocent')
  expect(await blocks(ann, innocent)).toBe(false)
  fed.peer.actor('again', { alsoKnownAs: [old.uri] })
  const again = await find('again')
  expect([await blocks(ann, again), await blocks(cal, again)]).toEqual([true, false])
  expect((await standing(ann, again)).note).toContain('whom you block, say that they are one')
  // what I undo stays undone
  await ann.api.post(`/api/v1/accounts/${again}/unblock`)
  await find('again')
  expect(await blocks(ann, again)).toBe(false)
})

test('whom I block is blocked with the accounts that they declare theirs, where those say the same', async () => {
  const at = (name: string) => fed.bob.uri.replace(/bob$/, name)
  fed.peer.actor('one', { alsoKnownAs: [at('two'), at('other')] })
  fed.peer.actor('two', { alsoKnownAs: [at('one')] })
  fed.peer.actor('other')
  const [one, two, other] = [await find('one'), await find('two'), await find('other')]
  for (const person of [ann, cal]) await person.api.post(`/api/v1/accounts/${one}/block`)
  expect([await blocks(ann, two), await blocks(cal, two)]).toEqual([true, false])
  expect(await blocks(ann, other)).toBe(false)
})

test('once moderators find, on my report, that somebody got round my block, my block reaches them', async () => {
  const { server } = fed
  const mo = await server.signUp('mo', { roles: ['moderator'] })
  const [ben, dan] = [await server.signUp('ben'), await server.signUp('dan')]
  for (const about of [ben, dan]) {
    for (const person of [ann, cal]) await reportTo(person, about, { kind: 'evasion' })
  }
  await inCase(mo, (await caseAbout(mo, ben)).id, 'decide', deciding([{ kind: 'limit' }], { rule: 'gr7b' }))
  await inCase(mo, (await caseAbout(mo, dan)).id, 'decide', {})
  expect(await blocks(ann, ben.id)).toBe(false)
  await settle(server)
  expect([await blocks(ann, ben.id), await blocks(cal, ben.id)]).toEqual([true, false])
  expect(await blocks(ann, dan.id)).toBe(false)
})
