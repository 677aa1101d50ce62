import { expect } from 'vitest'
import { activity, PUBLIC } from '../support/evil-peer.ts'
import type { Person } from '../support/server.ts'
import { test } from '../support/with-eve.ts'

test('19 suspended, deleted and moved actors: Move only if alsoKnownAs points back', async ({
  fed,
  evil,
  eve,
  mallory,
  settled,
  search,
}) => {
  const old = fed.peer.actor('old')
  await fed.befriend(fed.alice, old)
  const target = evil.actor('target')
  const [blocks, pauses] = [await fed.server.signUp('blocks'), await fed.server.signUp('pauses')]
  const oldId = (await search(`@old@${fed.peer.host}`)).accounts[0].id
  await blocks.api.post(`/api/v1/accounts/${oldId}/note`, { comment: 'Wrote to me every night' })
  await blocks.api.post(`/api/v1/accounts/${oldId}/block`)
  await pauses.api.post(`/api/v1/accounts/${oldId}/mute`, { notifications: false })
  const move = () => old.send(fed.inbox, activity(old, 'Move', old.uri, { target: target.uri }))
  await move()
  await settled()
  const asks = () =>
    fed.count('FROM follow_requests JOIN accounts ON accounts.id = target_id WHERE accounts.uri = ?', target.uri)
  expect(asks()).toBe(0)
  evil.serve({ ...target.doc, alsoKnownAs: [old.uri] })
  await move()
  await settled()
  expect(asks()).toBe(1)
  // nobody comes back by moving
  const targetId = (await search(`@target@${evil.host}`)).accounts[0].id
  const stands = async (person: Person) =>
    (await person.api.get(`/api/v1/accounts/relationships?id[]=${targetId}`)).body[0]
  expect(await stands(blocks)).toMatchObject({ blocking: true, note: expect.stringContaining('every night') })
  expect(await stands(pauses)).toMatchObject({ muting: true, muting_notifications: false })
  // once in seven days, so that nobody drives their followers from place to place
  await fed.befriend(fed.alice, old)
  const further = evil.actor('further', { alsoKnownAs: [old.uri] })
  const moveOn = async () => {
    await old.send(fed.inbox, activity(old, 'Move', old.uri, { target: further.uri }))
    await settled()
    return fed.count(
      'FROM follow_requests JOIN accounts ON accounts.id = target_id WHERE accounts.uri = ?',
      further.uri,
    )
  }
  expect(await moveOn()).toBe(0)
  await fed.server.advance('P6DT23H')
  expect(await moveOn()).toBe(0)
  await fed.server.advance('PT2H')
  expect(await moveOn()).toBe(1)
  // nobody moves another one
  await eve.send(fed.inbox, activity(eve, 'Move', fed.bob.uri, { target: eve.uri }))
  await settled()
  expect(fed.count('FROM follows JOIN accounts ON accounts.id = target_id WHERE accounts.uri = ?', fed.bob.uri)).toBe(1)
  // nor themselves by another one's name
  const next = evil.actor('next', { alsoKnownAs: [mallory.uri, fed.bob.uri] })
  await mallory.send(fed.inbox, activity(mallory, 'Move', fed.bob.uri, { target: next.uri }))
  await settled()
  expect(
    fed.count('FROM follow_requests JOIN accounts ON accounts.id = target_id WHERE accounts.uri = ?', next.uri),
  ).toBe(0)
})

test('19 a suspended or deleted person brings nothing more, nor does who boosts them', async ({ fed, settled }) => {
  const gone = fed.peer.actor('gone')
  await fed.befriend(fed.alice, gone)
  const note = gone.note()
  await gone.send(fed.inbox, activity(gone, 'Create', note))
  expect(fed.postAt(note.id)).toBeDefined()
  fed.server.ctx.db.prepare('UPDATE accounts SET suspended_at = 1 WHERE uri = ?').run(gone.uri)
  const next = gone.note()
  await gone.send(fed.inbox, activity(gone, 'Create', next))
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Announce', next.id, { to: [PUBLIC] }))
  await settled()
  expect(fed.postAt(next.id)).toBeUndefined()
  await gone.send(fed.inbox, activity(gone, 'Delete', gone.uri))
  await settled()
  expect(fed.count('FROM accounts WHERE uri = ?', gone.uri)).toBe(0)
  expect(fed.postAt(note.id)).toBeUndefined()
})
