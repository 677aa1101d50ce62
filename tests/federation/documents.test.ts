import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, createClient } from '../support/client.ts'
import { follow, say } from '../support/masto.ts'
import { photo, upload } from '../support/pictures.ts'
import { type Person, startServer, type TestServer } from '../support/server.ts'

const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public'

let server: TestServer
let alice: Person
let ben: Person
/** Another server that signs nothing. */
let stranger: Client

const actorOf = (person: Person) => `${server.url}/ap/users/${person.id}`
const pathOf = (uri: string) => uri.slice(server.url.length)

beforeAll(async () => {
  server = await startServer()
  alice = await server.signUp('alice')
  ben = await server.signUp('ben')
  stranger = createClient(server.url, { accept: 'application/activity+json' })
})
afterAll(() => server.stop())

describe('somebody here', () => {
  test('is found by their address, their actor and their page', async () => {
    const host = new URL(server.url).host
    for (const resource of [`acct:alice@${host}`, actorOf(alice), `${server.url}/@alice`]) {
      const { status, headers, body } = await stranger.get(
        `/.well-known/webfinger?resource=${encodeURIComponent(resource)}`,
      )
      expect(status).toBe(200)
      expect(headers.get('content-type')).toContain('application/jrd+json')
      expect(body.subject).toBe(`acct:alice@${host}`)
      expect(body.links).toContainEqual({ rel: 'self', type: 'application/activity+json', href: actorOf(alice) })
    }
    expect((await stranger.get(`/.well-known/webfinger?resource=acct:nobody@${host}`)).status).toBe(404)
    expect((await stranger.get('/.well-known/webfinger?resource=acct:alice@elsewhere.example')).status).toBe(404)
    expect((await stranger.get('/.well-known/webfinger')).status).toBe(400)
    expect((await stranger.get('/.well-known/host-meta')).text).toContain('/.well-known/webfinger?resource={uri}')
  })

  test('is an actor with a key of 2048 bits that is the same at each look', async () => {
    await alice.api.patch('/api/v1/accounts/update_credentials', {
      display_name: 'Alice',
      note: 'I read. #Books',
      fields_attributes: [{ name: 'Web', value: 'https://alice.example' }],
    })
    const { body, headers } = await stranger.get(pathOf(actorOf(alice)))
    expect(headers.get('content-type')).toContain('application/activity+json')
    expect(headers.get('vary')).toContain('Accept')
    expect(body).toMatchObject({
      id: actorOf(alice),
      type: 'Person',
      preferredUsername: 'alice',
      name: 'Alice',
      inbox: `${actorOf(alice)}/inbox`,
      outbox: `${actorOf(alice)}/outbox`,
      followers: `${actorOf(alice)}/followers`,
      endpoints: { sharedInbox: `${server.url}/inbox` },
      manuallyApprovesFollowers: false,
      attachment: [{ type: 'PropertyValue', name: 'Web' }],
      tag: [{ type: 'Hashtag', name: '#Books' }],
      publicKey: { id: `${actorOf(alice)}#main-key`, owner: actorOf(alice) },
    })
    const again = await stranger.get(pathOf(actorOf(alice)))
    expect(again.body.publicKey).toEqual(body.publicKey)
    const sealed = server.ctx.db.prepare('SELECT private_key FROM actor_keys').all() as { private_key: Buffer }[]
    expect(sealed.some(({ private_key: key }) => key.includes('PRIVATE KEY'))).toBe(false)
  })

  test('gives the document at their page to who asks for it, and the page to a browser at their actor', async () => {
    expect((await stranger.get('/@alice')).body.id).toBe(actorOf(alice))
    const page = await server.visitor.get('/@alice', { accept: 'text/html' })
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.headers.get('vary')).toContain('Accept')
    const sent = await server.visitor.get(pathOf(actorOf(alice)), { accept: 'text/html,*/*' })
    expect([sent.status, sent.headers.get('location')]).toEqual([302, `${server.url}/@alice`])
  })

  test('tells how many follow, and nobody’s name', async () => {
    await follow(ben, alice)
    const { body } = await stranger.get(`/ap/users/${alice.id}/followers`)
    expect(body).toMatchObject({ type: 'OrderedCollection', totalItems: 1 })
    expect(JSON.stringify(body)).not.toContain(`/ap/users/${ben.id}`)
    expect(Object.keys(body)).not.toContain('first')
  })

  test('and the server itself is an actor too', async () => {
    const { body } = await stranger.get('/actor')
    expect(body).toMatchObject({ id: `${server.url}/actor`, type: 'Application', inbox: `${server.url}/actor/inbox` })
    const host = new URL(server.url).host
    const { body: found } = await stranger.get(`/.well-known/webfinger?resource=acct:${host}@${host}`)
    expect(found.links).toContainEqual(expect.objectContaining({ rel: 'self', href: `${server.url}/actor` }))
  })
})

describe('a post', () => {
  test('keeps its warning, language, names, tags and topics', async () => {
    const status = await say(alice, 'Hello @ben and #Books', {
      spoiler_text: 'A wedding',
      warning_topics: ['death'],
      language: 'en',
    })
    const { body } = await stranger.get(pathOf(status.uri))
    expect(body).toMatchObject({
      id: status.uri,
      type: 'Note',
      attributedTo: actorOf(alice),
      url: status.url,
      inReplyTo: null,
      to: [PUBLIC],
      cc: [`${actorOf(alice)}/followers`, actorOf(ben)],
      summary: 'A wedding',
      summaryMap: { en: 'A wedding' },
      sensitive: true,
      content: expect.stringContaining('Hello'),
      contentMap: { en: body.content },
    })
    expect(body.tag).toEqual(
      expect.arrayContaining([
        { type: 'Mention', href: actorOf(ben), name: `@ben@${new URL(server.url).host}` },
        expect.objectContaining({ type: 'Hashtag', name: '#books' }),
        { type: 'WarningTopic', name: 'death' },
      ]),
    )
    expect((await stranger.get(`/@alice/${status.id}`)).body.id).toBe(status.uri)
    const { body: deed } = await stranger.get(`${pathOf(status.uri)}/activity`)
    expect(deed).toMatchObject({ type: 'Create', actor: actorOf(alice), object: { id: status.uri } })
  })

  test('keeps what its pictures say, their blur and the point to keep in view', async () => {
    const picture = await upload(alice, await photo(40, 30), { fields: { description: 'A bird', focus: '0.5,-0.25' } })
    const status = await say(alice, '', { media_ids: [picture.body.id] })
    const { body } = await stranger.get(pathOf(status.uri))
    expect(body.attachment).toEqual([
      {
        type: 'Document',
        mediaType: 'image/webp',
        url: status.media_attachments[0]?.url,
        name: 'A bird',
        blurhash: status.media_attachments[0]?.blurhash,
        focalPoint: [0.5, -0.25],
        width: 40,
        height: 30,
      },
    ])
  })

  test('with a poll is a question that tells nothing that its author hides until the end', async () => {
    const poll = { options: ['Monday', 'Friday'], expires_in: 3600, multiple: true, hide_totals: true }
    const status = await say(alice, 'When?', { poll })
    await ben.api.post(`/api/v1/polls/${status.poll?.id}/votes`, { choices: [1] })
    const { body } = await stranger.get(pathOf(status.uri))
    expect(body).toMatchObject({
      type: 'Question',
      anyOf: [
        { type: 'Note', name: 'Monday', replies: { totalItems: 0 } },
        { type: 'Note', name: 'Friday', replies: { totalItems: 0 } },
      ],
      votersCount: 1,
      endTime: expect.any(String),
    })
    await server.advance('PT2H')
    const { body: ended } = await stranger.get(pathOf(status.uri))
    expect(ended.anyOf[1].replies.totalItems).toBe(1)
    expect(ended.closed).toBe(ended.endTime)
  })

  test('says who may quote it, and of a quote that its author let it stand (FEP-044f)', async () => {
    const quoted = await say(alice, 'Quote me', { quote_approval_policy: 'public' })
    const quoting = await say(ben, 'As she says', { quoted_status_id: quoted.id })
    const { body: first } = await stranger.get(pathOf(quoted.uri))
    expect(first.interactionPolicy).toEqual({ canQuote: { automaticApproval: [PUBLIC] } })
    const { body } = await stranger.get(pathOf(quoting.uri))
    expect(body).toMatchObject({ quote: quoted.uri, quoteUri: quoted.uri, _misskey_quote: quoted.uri })
    expect(body.content).toContain('quote-inline')
    const { body: approval } = await stranger.get(pathOf(body.quoteAuthorization))
    expect(approval).toMatchObject({
      type: 'QuoteAuthorization',
      attributedTo: actorOf(alice),
      interactingObject: quoting.uri,
      interactionTarget: quoted.uri,
    })
    await alice.api.post(`/api/v1/statuses/${quoted.id}/quotes/${quoting.id}/revoke`)
    expect((await stranger.get(pathOf(body.quoteAuthorization))).status).toBe(404)
    expect((await stranger.get(pathOf(quoting.uri))).body.quote).toBeUndefined()
  })

  test('names the answers to it that are for everybody', async () => {
    const status = await say(alice, 'What do you think?')
    const answer = await say(ben, 'A lot', { in_reply_to_id: status.id })
    await say(ben, 'Between us', { in_reply_to_id: status.id, visibility: 'direct' })
    await say(ben, 'Only here', { in_reply_to_id: status.id, local_only: true })
    const hidden = await say(ben, 'Hidden by moderators', { in_reply_to_id: status.id })
    server.ctx.db.prepare('UPDATE statuses SET hidden_at = 1 WHERE id = ?').run(hidden.id)
    const { body } = await stranger.get(pathOf(status.uri))
    const { body: page } = await stranger.get(pathOf(body.replies.first))
    expect(page.items).toEqual([answer.uri])
    expect(body.replies.totalItems, 'so that others can say how much of it they have').toBe(1)
    expect((await stranger.get(pathOf(answer.uri))).body.inReplyTo).toBe(status.uri)
  })
})

describe('MUST: what is not for everybody is at no address', () => {
  test.each([
    ['for followers', { visibility: 'private' }],
    ['for mentioned people', { visibility: 'direct' }],
    ['for this community', { local_only: true }],
  ])('a post %s', async (_, how) => {
    const secret = `hidden ${Math.random()}`
    const status = await say(alice, `${secret} @ben`, how)
    await alice.api.post(`/api/v1/statuses/${status.id}/pin`)
    const nothing = await stranger.get(`/ap/users/${alice.id}/statuses/1`)
    for (const path of ['', '/activity', '/replies', '/likes', '/shares']) {
      const { status: code, text } = await stranger.get(`${pathOf(status.uri)}${path}`)
      expect([path, code, text]).toEqual([path, 404, nothing.text])
    }
    for (const path of ['outbox?page=true', 'featured', 'outbox']) {
      expect((await stranger.get(`/ap/users/${alice.id}/${path}`)).text).not.toContain(secret)
    }
    expect((await stranger.get(`/@alice/${status.id}`)).status).toBe(404)
    await alice.api.delete(`/api/v1/statuses/${status.id}`)
    expect((await stranger.get(pathOf(status.uri))).status).toBe(404)
  })

  test('nor a boost of what stays within the community', async () => {
    const status = await say(ben, 'Only here, boosted', { local_only: true })
    const { body: boost } = await alice.api.post(`/api/v1/statuses/${status.id}/reblog`)
    expect((await stranger.get(`/ap/users/${alice.id}/statuses/${boost.id}/activity`)).status).toBe(404)
    expect((await stranger.get(`/ap/users/${alice.id}/outbox?page=true`)).text).not.toContain(status.uri)
  })

  test('nor under another person’s name', async () => {
    const status = await say(alice, 'Mine')
    expect((await stranger.get(`/ap/users/${ben.id}/statuses/${status.id}`)).status).toBe(404)
  })
})

test('the outbox has what is for everybody, the latest first', async () => {
  const author = await server.signUp('author')
  const first = await say(author, 'One')
  const { body: boost } = await author.api.post(`/api/v1/statuses/${(await say(ben, 'Theirs')).id}/reblog`)
  const { body } = await stranger.get(`/ap/users/${author.id}/outbox`)
  const { body: page } = await stranger.get(pathOf(body.first))
  expect(page.orderedItems.map((item: { type: string; id: string }) => [item.type, item.id])).toEqual([
    ['Announce', `${actorOf(author)}/statuses/${boost.id}/activity`],
    ['Create', `${first.uri}/activity`],
  ])
})

test('a deleted post leaves a Tombstone at its address', async () => {
  const status = await say(alice, 'Soon gone')
  await alice.api.delete(`/api/v1/statuses/${status.id}`)
  const { status: code, body } = await stranger.get(pathOf(status.uri))
  expect([code, body.type, body.id]).toEqual([410, 'Tombstone', status.uri])
})

test('19 who is suspended is gone from their address, and so is all that they wrote', async () => {
  const sam = await server.signUp('sam')
  const status = await say(sam, 'Hello')
  server.ctx.db.prepare('UPDATE accounts SET suspended_at = 1 WHERE id = ?').run(sam.accountId)
  const { status: code, body } = await stranger.get(`/ap/users/${sam.id}`)
  expect([code, body.type, body.id]).toEqual([410, 'Tombstone', actorOf(sam)])
  expect((await stranger.get(pathOf(status.uri))).status).toBe(404)
  expect((await stranger.get(`/ap/users/${sam.id}/outbox?page=true`)).text).not.toContain('Hello')
})

test('AUTHORIZED_FETCH asks everybody for a signature but for the key of the server itself', async () => {
  const closed = await startServer({ AUTHORIZED_FETCH: 'true' })
  try {
    const carol = await closed.signUp('carol')
    const asks = createClient(closed.url, { accept: 'application/activity+json' })
    for (const path of ['', '/outbox', '/followers', '/featured']) {
      expect((await asks.get(`/ap/users/${carol.id}${path}`)).status).toBe(401)
    }
    expect((await asks.get('/@carol')).status).toBe(401)
    expect((await asks.get('/actor')).status).toBe(200)
    const host = new URL(closed.url).host
    expect((await asks.get(`/.well-known/webfinger?resource=acct:carol@${host}`)).status).toBe(200)
  } finally {
    await closed.stop()
  }
})
