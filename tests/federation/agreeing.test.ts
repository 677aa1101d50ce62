import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, activity, type Doc, PUBLIC } from '../support/evil-peer.ts'
import { type Fed, startFed } from '../support/federation.ts'
import type { Person } from '../support/server.ts'
import { eventually } from '../support/servers.ts'

let fed: Fed
beforeAll(async () => {
  fed = await startFed()
})
afterAll(() => fed.stop())

const relation = async (person: Person, actor: Actor) => {
  const id = fed.server.ctx.db.prepare('SELECT id FROM accounts WHERE uri = ?').pluck().get(actor.uri)
  return (await person.api.get(`/api/v1/accounts/relationships?id[]=${id}`)).body[0]
}
const undone = (person: Person) =>
  fed.peer.received.filter(({ type, actor }) => type === 'Undo' && actor === fed.uriOf(person))

/** The sum of FEP-8fcf. */
function digestOf(uris: readonly string[]): string {
  const sums = uris.map((uri) => createHash('sha256').update(uri).digest())
  return Buffer.from(
    Array.from({ length: 32 }, (_one, at) => sums.reduce((sum, one) => sum ^ (one[at] ?? 0), 0)),
  ).toString('hex')
}

/** A post of somebody's for followers comes with word of who of us follows them; a little later that was looked at. */
async function tells(
  actor: Actor,
  listed: readonly string[],
  said: { digest?: string; id?: string; url?: string } = {},
) {
  const { id = `${actor.uri}/followers`, url = `${actor.uri}/followers_synchronization` } = said
  fed.peer.serve({ id: `${actor.uri}/followers_synchronization`, type: 'OrderedCollection', orderedItems: listed })
  const header = `collectionId="${id}", url="${url}", digest="${said.digest ?? digestOf(listed)}"`
  const note = actor.note({ to: [`${actor.uri}/followers`], cc: [] })
  await actor.send(fed.inbox, activity(actor, 'Create', note), {
    tamper: () => ({ 'collection-synchronization': header }),
  })
  await fed.server.advance('PT2M')
}

test('who follows somebody is the same on both servers in the end (FEP-8fcf)', async () => {
  const [ann, ben] = [await fed.server.signUp('ann'), await fed.server.signUp('ben')]
  const dora = fed.peer.actor('dora')
  await fed.befriend(ann, dora)
  const asked = () => fed.peer.asked.filter((one) => one.endsWith('/dora/followers_synchronization')).length
  await tells(dora, [fed.uriOf(ann)])
  expect(asked()).toBe(0)
  // neither another list, nor one somewhere else, nor one that is another by now
  await tells(dora, [], { id: `${fed.bob.uri}/followers` })
  await tells(dora, [], { url: 'http://127.0.0.2:1/followers' })
  expect(asked()).toBe(0)
  await tells(dora, [], { digest: digestOf([fed.uriOf(ben)]) })
  expect(asked()).toBe(1)
  expect((await relation(ann, dora)).following).toBe(true)
  await tells(dora, [fed.uriOf(ben), `${fed.server.url}/ap/users/1`])
  expect((await relation(ann, dora)).following).toBe(false)
  expect(undone(ann)).toEqual([])
  const [undo] = await eventually(async () => undone(ben).length > 0 && undone(ben), 'the Undo')
  expect(undo?.object).toMatchObject({ type: 'Follow', actor: fed.uriOf(ben), object: dora.uri })
})

test('a follow that waits for its yes is not taken back because a list does not have it yet', async () => {
  const cara = await fed.server.signUp('cara')
  const elsa = fed.peer.actor('elsa')
  const { body } = await cara.api.get(`/api/v2/search?resolve=true&type=accounts&q=@elsa@${fed.peer.host}`)
  await fed.befriend(fed.alice, elsa)
  await cara.api.post(`/api/v1/accounts/${body.accounts[0].id}/follow`)
  await tells(elsa, [fed.uriOf(fed.alice), fed.uriOf(cara)])
  expect((await relation(cara, elsa)).requested).toBe(true)
  expect(undone(cara)).toEqual([])
})

test('who said yes to a follow can take that back', async () => {
  const fred = fed.peer.actor('fred')
  const follow: Doc = { type: 'Follow', actor: fed.uriOf(fed.alice), object: fred.uri }
  await fed.befriend(fed.alice, fred)
  const yes = activity(fred, 'Accept', follow)
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Undo', { ...yes, actor: fed.bob.uri }))
  expect((await relation(fed.alice, fred)).following).toBe(true)
  await fred.send(fed.inbox, activity(fred, 'Undo', yes))
  expect((await relation(fed.alice, fred)).following).toBe(false)
})

test('whom their own server suspends is hidden here, until it takes that back; what we decided holds', async () => {
  const [gus, hal] = [fed.peer.actor('gus'), fed.peer.actor('hal')]
  for (const actor of [gus, hal]) await fed.befriend(fed.alice, actor)
  const notes = [gus, hal].map((actor) => ({ actor, note: actor.note() }))
  for (const { actor, note } of notes) await actor.send(fed.inbox, activity(actor, 'Create', note))
  const seen = () =>
    Promise.all(
      notes.map(async ({ note }) => (await fed.alice.api.get(`/api/v1/statuses/${fed.postAt(note.id)?.id}`)).status),
    )
  expect(await seen()).toEqual([200, 200])
  const say = (actor: Actor, suspended: boolean) =>
    actor.send(fed.inbox, activity(actor, 'Update', { ...actor.doc, suspended }, { to: [PUBLIC] }))
  for (const actor of [gus, hal]) await say(actor, true)
  expect(await seen()).toEqual([404, 404])
  fed.server.ctx.db.prepare('UPDATE accounts SET suspended_at = 7 WHERE uri = ?').run(hal.uri)
  for (const actor of [gus, hal]) await say(actor, false)
  expect(await seen()).toEqual([200, 404])
})
