import { generateKeyPairSync } from 'node:crypto'
import { expect } from 'vitest'
import { activity, type Doc, PUBLIC } from '../support/evil-peer.ts'
import { test } from '../support/with-eve.ts'

test('also: Accept only for our own pending Follow by that followee', async ({ fed, eve, search }) => {
  const stranger = fed.peer.actor('stranger')
  await search(`@stranger@${fed.peer.host}`)
  const follow = (object: string) => ({
    type: 'Follow',
    id: `${fed.uriOf(fed.alice)}#follows/9`,
    actor: fed.uriOf(fed.alice),
    object,
  })
  const unasked = await stranger.send(fed.inbox, activity(stranger, 'Accept', follow(stranger.uri)))
  expect(unasked.status).toBe(202)
  expect(fed.count('FROM follows JOIN accounts ON accounts.id = target_id WHERE accounts.uri = ?', stranger.uri)).toBe(
    0,
  )
  const [{ id }] = (await search(`@stranger@${fed.peer.host}`)).accounts
  await fed.alice.api.post(`/api/v1/accounts/${id}/follow`)
  await eve.send(fed.inbox, activity(eve, 'Accept', follow(stranger.uri)))
  expect(fed.count('FROM follows JOIN accounts ON accounts.id = target_id WHERE accounts.uri = ?', stranger.uri)).toBe(
    0,
  )
  await stranger.send(fed.inbox, activity(stranger, 'Accept', follow(stranger.uri)))
  expect(fed.count('FROM follows JOIN accounts ON accounts.id = target_id WHERE accounts.uri = ?', stranger.uri)).toBe(
    1,
  )
})

test('also: a follow of a locked account stays pending', async ({ fed }) => {
  const locked = await fed.server.signUp('locked')
  await locked.api.patch('/api/v1/accounts/update_credentials', { locked: true })
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Follow', fed.uriOf(locked)))
  expect((await locked.api.get(`/api/v1/accounts/${locked.id}/followers`)).body).toEqual([])
  expect((await locked.api.get('/api/v1/follow_requests')).body).toMatchObject([{ username: 'bob' }])
})

test('also: Announce of a non-public post is refused', async ({ fed, eve, settled }) => {
  const { body: quiet } = await fed.alice.api.post('/api/v1/statuses', {
    status: 'For followers',
    visibility: 'private',
  })
  const { body: within } = await fed.alice.api.post('/api/v1/statuses', { status: 'For us', local_only: true })
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Follow', fed.uriOf(fed.alice)))
  const theirs = eve.note({ to: [`${eve.uri}/followers`], cc: [] })
  await eve.send(fed.inbox, activity(eve, 'Create', theirs))
  for (const uri of [quiet.uri, within.uri, theirs.id])
    await fed.bob.send(fed.inbox, activity(fed.bob, 'Announce', uri, { to: [PUBLIC] }))
  await settled()
  expect(fed.count('FROM statuses WHERE reblog_of_id IS NOT NULL')).toBe(0)
  // nor does one of us pass on what came for few
  const direct = eve.note({ to: [fed.uriOf(fed.alice)], cc: [] })
  await eve.send(fed.inbox, activity(eve, 'Create', direct))
  for (const { id } of [theirs, direct]) {
    const path = `/api/v1/statuses/${fed.postAt(id)?.id}`
    expect([(await fed.alice.api.get(path)).status, (await fed.alice.api.post(`${path}/reblog`)).status]).toEqual([
      200, 403,
    ])
  }
  expect(fed.count('FROM statuses WHERE reblog_of_id IS NOT NULL')).toBe(0)
})

test('also: nobody quotes by way of their own boost what its author lets nobody quote', async ({
  evil,
  fed,
  eve,
  settled,
}) => {
  const { body: post } = await fed.alice.api.post('/api/v1/statuses', {
    status: 'Not to be quoted',
    quote_approval_policy: 'nobody',
  })
  const boost = activity(eve, 'Announce', post.uri, { to: [PUBLIC] })
  await eve.send(fed.inbox, boost)
  expect(fed.count('FROM statuses WHERE uri = ?', boost.id)).toBe(1)
  for (const quote of [post.uri, boost.id]) {
    const note = eve.note({ quote, content: '<p>Look at her</p>' })
    await eve.send(fed.inbox, activity(eve, 'Create', note))
    await settled()
    const { body } = await fed.alice.api.get(`/api/v1/statuses/${fed.postAt(note.id)?.id}`)
    expect([body.quote?.state, body.quote?.quoted_status ?? null]).not.toContain('accepted')
    expect(JSON.stringify(body.quote)).not.toContain('Not to be quoted')
  }
  await eve.send(fed.inbox, activity(eve, 'Undo', boost))
  // who asks for leave hears nothing of a boost, or of what is not for them, as of what is not there
  const asked = { status: 'Quote me', quote_approval_policy: 'public' }
  const { body: open } = await fed.alice.api.post('/api/v1/statuses', asked)
  const { body: again } = await fed.alice.api.post(`/api/v1/statuses/${open.id}/reblog`)
  const { body: few } = await fed.alice.api.post('/api/v1/statuses', { status: 'For few', visibility: 'direct' })
  const heard = async (object: string) => {
    const ask = activity(eve, 'QuoteRequest', object, { instrument: eve.note({ quote: object }) })
    await eve.send(fed.inbox, ask)
    await settled()
    const about = (one: Doc) => JSON.stringify(one.object).includes(String(ask.id))
    return evil.received.filter(about).map(({ type }) => type)
  }
  for (const [uri, wanted] of [
    [open.uri, ['Accept']],
    [again.uri.replace('/activity', ''), []],
    [few.uri, []],
    [few.uri.replace(/\d+$/, '12345'), []],
  ])
    expect([uri, await heard(uri)]).toEqual([uri, wanted])
})

test('also: Delete before Create leaves a tombstone, and Undo before what it undoes', async ({
  fed,
  mallory,
  search,
}) => {
  const note = fed.bob.note()
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Delete', note.id))
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', note))
  expect(fed.postAt(note.id)).toBeUndefined()
  await search(String(note.id))
  expect(fed.postAt(note.id)).toBeUndefined()
  // nobody says it for a neighbour
  const kept = fed.bob.note()
  const { body: liked } = await fed.alice.api.post('/api/v1/statuses', { status: 'To like' })
  const like = activity(fed.bob, 'Like', liked.uri)
  await mallory.send(fed.inbox, activity(mallory, 'Delete', kept.id))
  await mallory.send(fed.inbox, activity(mallory, 'Undo', like.id))
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', kept))
  await fed.bob.send(fed.inbox, like)
  expect(fed.postAt(kept.id)).toBeDefined()
  expect((await fed.alice.api.get(`/api/v1/statuses/${liked.id}`)).body.favourites_count).toBe(1)
  const { body: mine } = await fed.alice.api.post('/api/v1/statuses', { status: 'To boost' })
  const boost = activity(mallory, 'Announce', mine.uri, { to: [PUBLIC] })
  await mallory.send(fed.inbox, activity(mallory, 'Undo', boost))
  await mallory.send(fed.inbox, boost)
  expect((await fed.alice.api.get(`/api/v1/statuses/${mine.id}`)).body.reblogs_count).toBe(0)
})

test('also: Update only if newer', async ({ fed }) => {
  const note = fed.bob.note({ content: '<p>One</p>', published: '2026-11-01T10:00:00Z' })
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', note))
  const say = (content: string, updated?: string) =>
    fed.bob.send(fed.inbox, activity(fed.bob, 'Update', { ...note, content, updated }))
  await say('<p>Three</p>', '2026-11-03T10:00:00Z')
  await say('<p>Two</p>', '2026-11-02T10:00:00Z')
  await say('<p>Whenever</p>')
  expect(fed.postAt(note.id)?.text).toBe('Three')
})

test('also: a key that does not fit is asked for again, at most once a minute for each actor', async ({ fed }) => {
  const kate = fed.peer.actor('kate')
  await fed.befriend(fed.alice, kate)
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  fed.peer.serve({ ...kate.doc, publicKey: { ...(kate.doc.publicKey as object), publicKeyPem: publicKey } })
  const looks = () => fed.peer.asked.filter((line) => line === 'GET /users/kate').length
  const says = async (key: string) =>
    (await kate.send(fed.inbox, activity(kate, 'Create', kate.note()), { privateKey: key })).status
  const before = looks()
  expect([await says(privateKey), looks() - before]).toEqual([401, 0])
  await fed.server.advance('PT61S')
  expect([await says(privateKey), looks() - before]).toEqual([202, 1])
  // whoever signs wrongly in her name has her server asked no more often
  for (let n = 0; n < 5; n += 1) expect(await says(kate.privateKey)).toBe(401)
  expect(looks() - before).toBe(1)
  await fed.server.advance('PT61S')
  for (let n = 0; n < 5; n += 1) expect(await says(kate.privateKey)).toBe(401)
  expect([await says(privateKey), looks() - before]).toEqual([202, 2])
})

test('also: an unknown actor’s Delete is answered 202 and dropped before any fetch', async ({ fed }) => {
  const nobody = fed.peer.actor('vanished')
  const before = fed.peer.asked.length
  const note = nobody.note()
  for (const gone of [activity(nobody, 'Delete', nobody.uri), activity(nobody, 'Delete', note.id)])
    expect((await nobody.send(fed.inbox, gone)).status).toBe(202)
  expect((await nobody.send(fed.inbox, activity(nobody, 'Update', note))).status).toBe(202)
  expect(fed.peer.asked.length).toBe(before)
})

test('also: who has nothing to do with anybody here brings nothing', async ({ fed }) => {
  const spammer = fed.peer.actor('spammer')
  const note = spammer.note()
  expect((await spammer.send(fed.inbox, activity(spammer, 'Create', note))).status).toBe(202)
  expect(fed.postAt(note.id)).toBeUndefined()
})
