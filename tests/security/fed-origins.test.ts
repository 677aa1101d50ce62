import { expect } from 'vitest'
import { type Actor, activity, PUBLIC } from '../support/evil-peer.ts'
import { test } from '../support/with-eve.ts'

test('4 object.id host = actor host, else refetch: what is brought for others is fetched from where it is', async ({
  fed,
  eve,
  settled,
}) => {
  const real = fed.bob.note({ content: '<p>What Bob said</p>' })
  const forged = { ...real, content: '<p>What Eve says that Bob said</p>' }
  await eve.send(fed.inbox, activity(eve, 'Create', forged))
  await settled()
  expect(fed.postAt(real.id)?.text).toBe('What Bob said')
  const invented = { ...real, id: `${fed.bob.uri}/posts/never`, content: '<p>Never said</p>' }
  await eve.send(fed.inbox, activity(eve, 'Create', invented))
  // nor does she put her own words at an address of his server
  const taken = { ...eve.note({ content: '<p>Hers</p>' }), id: `${fed.bob.uri}/posts/hers` }
  await eve.send(fed.inbox, activity(eve, 'Create', taken))
  await settled()
  for (const { id } of [invented, taken]) expect(fed.postAt(id)).toBeUndefined()
})

test('4 attributedTo = actor on Create and Update', async ({ fed, eve, mallory, settled }) => {
  const note = eve.note({ attributedTo: fed.bob.uri })
  await eve.send(fed.inbox, activity(eve, 'Create', note))
  await settled()
  expect(fed.postAt(note.id)).toBeUndefined()
  // on one server too: a neighbour writes in no other's name
  const neighbour = mallory.note({ attributedTo: fed.bob.uri, content: '<p>Not Bob</p>' })
  fed.peer.pages.delete(new URL(String(neighbour.id)).pathname)
  await mallory.send(fed.inbox, activity(mallory, 'Create', neighbour))
  await settled()
  expect(fed.postAt(neighbour.id)).toBeUndefined()
  // what is said to be another one's by now is asked of where it is
  const own = mallory.note({ content: '<p>Mine</p>', published: '2026-11-01T10:00:00Z' })
  await mallory.send(fed.inbox, activity(mallory, 'Create', own))
  const given = { ...own, content: '<p>Not his</p>', attributedTo: fed.bob.uri, updated: '2026-11-02T10:00:00Z' }
  await mallory.send(fed.inbox, activity(mallory, 'Update', given))
  await settled()
  expect(fed.postAt(own.id)?.text).toBe('Mine')
})

test('5 forged Update, Delete and Undo: the stored row’s owner must be the actor', async ({
  fed,
  evil,
  eve,
  mallory,
  settled,
  search,
}) => {
  const note = fed.bob.note({ content: '<p>Mine</p>', published: '2026-11-01T10:00:00Z' })
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', note))
  const { body: post } = await fed.alice.api.post('/api/v1/statuses', { status: 'To like' })
  const like = activity(fed.bob, 'Like', post.uri)
  const boost = activity(fed.bob, 'Announce', post.uri, { to: [PUBLIC] })
  const follow = activity(fed.bob, 'Follow', fed.uriOf(fed.alice))
  for (const one of [like, boost, follow]) await fed.bob.send(fed.inbox, one)
  // somebody of the same name elsewhere, too
  const namesake = evil.actor('bob')
  await fed.befriend(fed.alice, namesake, evil.host)
  for (const other of [eve, mallory, namesake]) {
    const edited = { ...note, content: '<p>Not mine</p>', updated: '2026-11-05T10:00:00Z', attributedTo: other.uri }
    await other.send(fed.inbox, activity(other, 'Update', edited))
    await other.send(fed.inbox, activity(other, 'Update', { ...edited, attributedTo: fed.bob.uri }))
    await other.send(fed.inbox, activity(other, 'Delete', note.id))
    await other.send(fed.inbox, activity(other, 'Delete', fed.bob.uri))
    await other.send(fed.inbox, activity(other, 'Update', { ...fed.bob.doc, name: 'Somebody else' }))
    for (const one of [like, boost, follow]) {
      await other.send(fed.inbox, activity(other, 'Undo', one))
      await other.send(fed.inbox, activity(other, 'Undo', { ...one, actor: other.uri }))
      await other.send(fed.inbox, activity(other, 'Undo', one.id))
    }
    const own = other.note()
    await other.send(fed.inbox, activity(other, 'Create', own))
    await other.send(fed.inbox, activity(other, 'Add', own.id, { target: `${fed.bob.uri}/featured` }))
    for (const by of [other, fed.bob])
      await other.send(fed.inbox, activity(other, 'Add', note.id, { target: `${by.uri}/featured` }))
  }
  await settled()
  expect(fed.postAt(note.id)?.text).toBe('Mine')
  const { body: read } = await fed.alice.api.get(`/api/v1/statuses/${post.id}`)
  expect([read.favourites_count, read.reblogs_count]).toEqual([1, 1])
  expect((await fed.alice.api.get(`/api/v1/accounts/${fed.alice.id}/followers`)).body).toHaveLength(1)
  expect(fed.count('FROM status_pins')).toBe(0)
  expect(fed.count(`FROM accounts WHERE display_name = 'Somebody else'`)).toBe(0)
  const [bob] = (await search(`@bob@${fed.peer.host}`)).accounts
  expect(bob.display_name).toBe('bob of elsewhere')
  // nor is anything of it held against who did not say it, or against those who lied
  expect(fed.count('FROM tombstones WHERE actor IN (?, ?)', eve.uri, namesake.uri)).toBe(0)
  const liars = [eve, mallory, namesake].map(({ uri }) => uri)
  const followed = 'FROM follows JOIN accounts ON accounts.id = target_id WHERE accounts.uri IN (?, ?, ?)'
  expect(fed.count(followed, ...liars)).toBe(3)
  // ours neither
  await eve.send(fed.inbox, activity(eve, 'Delete', post.uri))
  expect((await fed.alice.api.get(`/api/v1/statuses/${post.id}`)).status).toBe(200)
})

test('14 takeover by unverified id: a document counts only at its own address', async ({ fed, evil, eve, search }) => {
  // Eve serves a person and a post that say they are Bob's
  evil.pages.set('/users/copy', { ...fed.bob.doc, name: 'Taken over' })
  const note = fed.bob.note({ content: '<p>True words</p>' })
  evil.pages.set('/posts/copy', { ...note, content: '<p>False words</p>' })
  for (const path of ['/users/copy', '/posts/copy']) await search(`${evil.url}${path}`)
  expect((await search(`@bob@${fed.peer.host}`)).accounts[0].display_name).toBe('bob of elsewhere')
  expect(fed.postAt(note.id)?.text).toBe('True words')
  // a redirect changes whose word it is
  evil.pages.set(
    '/posts/away',
    (_request, response) => void response.writeHead(302, { location: `${fed.peer.url}/posts/lie` }).end(),
  )
  fed.peer.pages.set('/posts/lie', { ...eve.note(), id: `${evil.url}/posts/away`, content: '<p>Not there</p>' })
  await search(`${evil.url}/posts/away`)
  expect(fed.postAt(`${evil.url}/posts/away`)).toBeUndefined()
  // who is only named within something else is never believed
  await eve.send(fed.inbox, activity(eve, 'Follow', { ...fed.bob.doc, name: 'Embedded' }))
  await eve.send(fed.inbox, { ...activity(eve, 'Create', eve.note()), actor: { ...eve.doc, name: 'Embedded Eve' } })
  expect(fed.count(`FROM accounts WHERE display_name LIKE 'Embedded%'`)).toBe(0)
})

test('14 takeover by an author’s address that leads to somebody else: nobody is given words that are not theirs', async ({
  fed,
  evil,
  eve,
  settled,
  search,
}) => {
  // both say to whom they lead: one by a redirect, one by the document
  evil.pages.set('/users/detour', (_request, response) => void response.writeHead(302, { location: fed.bob.uri }).end())
  evil.pages.set('/users/mask', fed.bob.doc)
  for (const name of ['detour', 'mask']) {
    const note = eve.note({ attributedTo: `${evil.url}/users/${name}`, content: '<p>Words that Bob never said</p>' })
    await search(String(note.id))
    await eve.send(fed.inbox, activity(eve, 'Announce', note.id, { to: [PUBLIC] }))
    await settled()
    expect(fed.postAt(note.id)).toBeUndefined()
  }
  expect(fed.count(`FROM statuses WHERE text = 'Words that Bob never said'`)).toBe(0)
  // nor does who signs do it as somebody whose address leads to them
  const lead = `${evil.url}/users/lead`
  evil.pages.set('/users/lead', (_request, response) => void response.writeHead(302, { location: eve.uri }).end())
  const note = eve.note({ attributedTo: lead })
  expect((await eve.send(fed.inbox, activity({ uri: lead }, 'Create', note))).status).toBe(401)
  expect(fed.postAt(note.id)).toBeUndefined()
})

test('15 WebFinger handle hijack: a handle counts only where its host points back', async ({ fed, evil, search }) => {
  const liar = evil.actor('liar', { preferredUsername: 'mallory' })
  const claim = {
    subject: `acct:mallory@${fed.peer.host}`,
    links: [{ rel: 'self', type: 'application/activity+json', href: liar.uri }],
  }
  evil.handles.set(`acct:mallory@${evil.host}`, claim)
  expect((await liar.send(fed.inbox, activity(liar, 'Create', liar.note()))).status).toBe(401)
  expect((await search(liar.uri)).accounts).toEqual([])
  expect((await search(`@mallory@${evil.host}`)).accounts).toEqual([])
  // nor does she take the one of somebody on her own server
  const double = evil.actor('double', { preferredUsername: 'eve' })
  expect((await double.send(fed.inbox, activity(double, 'Create', double.note()))).status).toBe(401)
  expect((await search(`@eve@${evil.host}`)).accounts[0].url).toBe(`${evil.url}/@eve`)
  // also where its host says of one name that it is another's
  const trick = evil.actor('trick')
  const links = [{ rel: 'self', type: 'application/activity+json', href: trick.uri }]
  evil.handles.set(`acct:trick@${evil.host}`, { subject: `acct:eve@${evil.host}`, links })
  expect((await trick.send(fed.inbox, activity(trick, 'Create', trick.note()))).status).toBe(401)
  expect((await search(`@eve@${evil.host}`)).accounts[0].url).toBe(`${evil.url}/@eve`)
  const unknown = evil.actor('nobody')
  evil.handles.delete(`acct:nobody@${evil.host}`)
  expect((await unknown.send(fed.inbox, activity(unknown, 'Create', unknown.note()))).status).toBe(401)
  expect((await search(`@mallory@${fed.peer.host}`)).accounts[0].url).toBe(`${fed.peer.url}/@mallory`)
})

test('15 WebFinger handle hijack: a new name counts once its host says so, and until then the old one', async ({
  fed,
  evil,
}) => {
  const ines = evil.actor('ines')
  await fed.befriend(fed.alice, ines, evil.host)
  const renamed = { ...ines.doc, preferredUsername: 'agnes', name: 'Agnes' }
  evil.serve(renamed)
  const name = () => fed.server.ctx.db.prepare('SELECT username FROM accounts WHERE uri = ?').pluck().get(ines.uri)
  const tell = async () => {
    expect((await ines.send(fed.inbox, activity(ines, 'Update', renamed))).status).toBe(202)
    await fed.server.advance('PT2H')
  }
  await tell()
  expect(name()).toBe('ines')
  const handle = `acct:agnes@${evil.host}`
  evil.handles.set(handle, {
    subject: handle,
    links: [{ rel: 'self', type: 'application/activity+json', href: ines.uri }],
  })
  await tell()
  expect(name()).toBe('agnes')
})

test('17 poll vote stuffing: one per actor and choice, open poll, existing option', async ({ fed, eve, mallory }) => {
  const { body: asked } = await fed.alice.api.post('/api/v1/statuses', {
    status: 'Tea or coffee?',
    poll: { options: ['tea', 'coffee'], expires_in: 3600 },
  })
  const vote = (actor: Actor, name: string) =>
    actor.send(
      fed.inbox,
      activity(
        actor,
        'Create',
        actor.note({ name, content: undefined, inReplyTo: asked.uri, to: [fed.uriOf(fed.alice)], cc: [] }),
      ),
    )
  for (const name of ['cocoa', 'tea', 'tea', 'coffee', '']) expect((await vote(fed.bob, name)).status).toBe(202)
  await vote(eve, 'coffee')
  const read = async () => (await fed.alice.api.get(`/api/v1/polls/${asked.poll.id}`)).body
  expect(await read()).toMatchObject({
    votes_count: 2,
    voters_count: 2,
    options: [{ votes_count: 1 }, { votes_count: 1 }],
  })
  await fed.server.advance('PT2H')
  await vote(mallory, 'tea')
  expect(await read()).toMatchObject({ votes_count: 2 })
})

test('17 remote tallies only from the poll’s origin', async ({ mallory, fed, eve }) => {
  const poll = {
    type: 'Question',
    oneOf: ['yes', 'no'].map((name) => ({ type: 'Note', name, replies: { type: 'Collection', totalItems: 1 } })),
    endTime: '2099-01-01T00:00:00Z',
  }
  const note = fed.bob.note(poll)
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', note))
  const stuffed = {
    ...note,
    oneOf: poll.oneOf.map((one) => ({ ...one, replies: { type: 'Collection', totalItems: 900 } })),
  }
  // nor from a neighbour, who says that it is theirs
  for (const other of [eve, mallory]) {
    await other.send(fed.inbox, activity(other, 'Update', stuffed))
    await other.send(fed.inbox, activity(other, 'Update', { ...stuffed, attributedTo: other.uri }))
  }
  const id = fed.postAt(note.id)?.id
  expect((await fed.alice.api.get(`/api/v1/statuses/${id}`)).body.poll.votes_count).toBe(2)
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Update', stuffed))
  expect((await fed.alice.api.get(`/api/v1/statuses/${id}`)).body.poll.votes_count).toBe(1800)
})
