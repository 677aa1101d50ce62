import { generateKeyPairSync } from 'node:crypto'
import { request as openRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, activity, headersOf, post, type Signing, startPeer } from '../support/evil-peer.ts'
import { type Fed, startFed } from '../support/federation.ts'

let fed: Fed
beforeAll(async () => {
  fed = await startFed()
})
afterAll(() => fed.stop())

const create = (actor: Actor, about = {}) => activity(actor, 'Create', actor.note(about))

/** Sends a new post of Bob's signed in some way: the answer, and whether the post is here. */
async function trying(signing: Signing, actor = fed.bob) {
  const sent = create(actor)
  const { status } = await actor.send(fed.inbox, sent, signing)
  return { status, kept: fed.postAt((sent.object as { id: string }).id) !== undefined }
}

const refused = { status: 401, kept: false }
const stranger = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).privateKey

test.each(['cavage', 'rfc9421'] as const)('what is signed rightly is taken (%s)', async (scheme) => {
  expect(await trying({ scheme })).toEqual({ status: 202, kept: true })
})

/** Signed rightly, but with other parameters. */
const rfc = (parameters: (right: string) => string): Signing => ({ scheme: 'rfc9421', parameters })

describe('1 unsigned or bad signature', () => {
  const ways: [string, Signing][] = [
    ['no signature', { tamper: () => ({ signature: undefined }) }],
    ['an empty one', { tamper: () => ({ signature: '' }) }],
    ['nonsense', { tamper: () => ({ signature: '"""=,,keyId=' }) }],
    ['another key', { privateKey: stranger }],
    [
      'a changed signature',
      {
        tamper: (headers) => ({ signature: headers.signature?.replace(/signature="..../, 'signature="AAAA') ?? '' }),
      },
    ],
    ['a parameter twice', { tamper: (headers) => ({ signature: `${headers.signature},keyId="${fed.bob.keyId}"` }) }],
    [
      'another algorithm',
      { tamper: (headers) => ({ signature: headers.signature?.replace('rsa-sha256', 'hmac-sha256') ?? '' }) },
    ],
    ['RFC 9421 without its input', { scheme: 'rfc9421', tamper: () => ({ 'signature-input': undefined }) }],
    ['RFC 9421 with another key', { scheme: 'rfc9421', privateKey: stranger }],
    ['RFC 9421 by a way of signing that is not ours', rfc((right) => right.replace('rsa-v1_5-sha256', 'hmac-sha256'))],
    ['RFC 9421 that is over', rfc((right) => `${right};expires=${Math.floor(Date.now() / 1000) - 60}`)],
    ['RFC 9421 with a parameter twice', rfc((right) => `${right};keyid="${fed.bob.keyId}"`)],
    ['RFC 9421 without its time', rfc((right) => right.replace(/;created=\d+/, ''))],
    [
      'RFC 9421 under another label',
      { scheme: 'rfc9421', tamper: ({ signature = '' }) => ({ signature: signature.replace('sig1', 'sig2') }) },
    ],
    ['RFC 9421 with nonsense', { scheme: 'rfc9421', tamper: () => ({ 'signature-input': 'sig1=("@method";created' }) }],
  ]
  test.each(ways)('%s is 401', async (_name, signing) => expect(await trying(signing)).toEqual(refused))
})

test('2 key belongs to the actor: nobody signs for another one, of the same server or not', async () => {
  const mallory = fed.peer.actor('mallory')
  expect(await trying({ keyId: mallory.keyId, privateKey: mallory.privateKey })).toEqual(refused)
  const evil = await startPeer('127.0.0.2')
  const eve = evil.actor('eve')
  // her key says that it is Bob's
  evil.serve({ ...eve.doc, publicKey: { ...(eve.doc.publicKey as object), owner: fed.bob.uri } })
  expect(await trying({ keyId: eve.keyId, privateKey: eve.privateKey })).toEqual(refused)
  expect((await eve.send(fed.inbox, activity(fed.bob, 'Create', fed.bob.note()))).status).toBe(401)
  // nor does who was believed a moment ago
  for (const actor of [fed.peer.actor('oscar'), evil.actor('eva')]) {
    expect((await actor.send(fed.inbox, activity(actor, 'Like', 'https://x.example'))).status).toBe(202)
    expect(await trying({ keyId: actor.keyId, privateKey: actor.privateKey })).toEqual(refused)
  }
  await evil.stop()
})

test('2 key belongs to the actor: the first word of somebody is believed no more than any other', async () => {
  expect(await trying({ privateKey: stranger }, fed.peer.actor('newcomer'))).toEqual(refused)
})

test('2 key belongs to the actor: the one that somebody had before signs nothing any more', async () => {
  const rosa = fed.peer.actor('rosa')
  await fed.befriend(fed.alice, rosa)
  expect(await trying({}, rosa)).toEqual({ status: 202, kept: true })
  // what a thief took
  const { privateKey } = rosa
  const { publicKey, privateKey: anew } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const doc = { ...rosa.doc, publicKey: { ...(rosa.doc.publicKey as object), publicKeyPem: publicKey } }
  fed.peer.serve(doc)
  expect((await rosa.send(fed.inbox, activity(rosa, 'Update', doc))).status).toBe(202)
  expect(await trying({ privateKey }, rosa)).toEqual(refused)
  expect(await trying({ privateKey: anew }, rosa)).toEqual({ status: 202, kept: true })
})

test('3 activity.id host = actor host; nobody can poison another’s id', async () => {
  const evil = await startPeer('127.0.0.2')
  const eve = evil.actor('eve')
  const mine = create(fed.bob)
  // she names it first, as hers
  const theirs = { ...activity(eve, 'Like', `${fed.uriOf(fed.alice)}/statuses/1`), id: mine.id }
  expect((await eve.send(fed.inbox, theirs)).status).toBe(401)
  expect((await fed.bob.send(fed.inbox, mine)).status).toBe(202)
  expect(fed.postAt((mine.object as { id: string }).id)).toBeDefined()
  const mallory = fed.peer.actor('mallory')
  const other = create(fed.bob)
  // of one server: what is known is known of each actor
  expect(
    (await mallory.send(fed.inbox, { ...activity(mallory, 'Like', 'https://x.example'), id: other.id })).status,
  ).toBe(202)
  await fed.bob.send(fed.inbox, other)
  expect(fed.postAt((other.object as { id: string }).id)).toBeDefined()
  await evil.stop()
})

test('6 replay: what was taken in does nothing a second time', async () => {
  const { body: mine } = await fed.alice.api.post('/api/v1/statuses', { status: 'Something to like' })
  const like = activity(fed.bob, 'Like', mine.uri)
  const url = new URL(fed.inbox)
  const body = Buffer.from(JSON.stringify(like))
  const headers = headersOf({ url, body, signing: {}, actor: fed.bob })
  expect((await post(url, body, headers)).status).toBe(202)
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Undo', like))
  expect((await post(url, body, headers)).status).toBe(202)
  expect((await fed.alice.api.get(`/api/v1/statuses/${mine.id}`)).body.favourites_count).toBe(0)
  // what was done again since stays so
  const undo = Buffer.from(JSON.stringify(activity(fed.bob, 'Undo', activity(fed.bob, 'Like', mine.uri))))
  const undoing = headersOf({ url, body: undo, signing: {}, actor: fed.bob })
  expect((await post(url, undo, undoing)).status).toBe(202)
  await fed.bob.send(fed.inbox, activity(fed.bob, 'Like', mine.uri))
  expect((await post(url, undo, undoing)).status).toBe(202)
  expect((await fed.alice.api.get(`/api/v1/statuses/${mine.id}`)).body.favourites_count).toBe(1)
  const note = fed.bob.note()
  const created = activity(fed.bob, 'Create', note)
  for (let times = 0; times < 3; times += 1) await fed.bob.send(fed.inbox, created)
  expect(fed.count('FROM statuses WHERE uri = ?', note.id)).toBe(1)
})

test('6 replay: what was signed long ago, or ahead of time, is 401', async () => {
  for (const hours of [-13, -2, 2]) {
    const date = new Date(Date.now() + hours * 3_600_000)
    expect(await trying({ date })).toEqual(refused)
    expect(await trying({ date, scheme: 'rfc9421' })).toEqual(refused)
  }
  expect(await trying({ date: new Date(Date.now() - 30 * 60_000) })).toEqual({ status: 202, kept: true })
})

test('7 replay to another host: what was signed for another server is 401', async () => {
  expect(await trying({ host: 'other.example' })).toEqual(refused)
  const url = new URL(fed.inbox)
  const elsewhere = new URL('http://other.example/inbox')
  const ways: Signing[] = [
    { scheme: 'cavage' },
    { scheme: 'rfc9421' },
    { scheme: 'rfc9421', covered: ['@method', '@authority', '@path', 'content-digest'] },
  ]
  for (const signing of ways) {
    const body = Buffer.from(JSON.stringify(create(fed.bob)))
    const headers = headersOf({ url: elsewhere, body, signing, actor: fed.bob })
    expect((await post(url, body, headers)).status).toBe(401)
    expect((await post(url, body, { ...headers, host: url.host })).status).toBe(401)
  }
  expect(await trying({ target: '/ap/users/1/inbox' })).toEqual(refused)
})

describe('8 body covered and digest recomputed on raw bytes', () => {
  const ways: [string, Signing][] = [
    ['the body is not covered', { covered: ['(request-target)', 'host', 'date'] }],
    ['the target is not covered', { covered: ['host', 'date', 'digest'] }],
    ['the host is not covered', { covered: ['(request-target)', 'date', 'digest'] }],
    ['the time is not covered', { covered: ['(request-target)', 'host', 'digest'] }],
    ['the digest is of other bytes', { digest: `SHA-256=${Buffer.alloc(32).toString('base64')}` }],
    ['the digest is of another kind', { digest: 'MD5=1B2M2Y8AsgTpgAmY7PhCfg==' }],
    ['RFC 9421 without the body', { scheme: 'rfc9421', covered: ['@method', '@target-uri'] }],
    ['RFC 9421 without the target', { scheme: 'rfc9421', covered: ['@method', 'content-digest'] }],
    ['RFC 9421 without the method', { scheme: 'rfc9421', covered: ['@target-uri', 'content-digest'] }],
    ['RFC 9421 with another digest', { scheme: 'rfc9421', digest: `sha-256=:${Buffer.alloc(32).toString('base64')}:` }],
  ]
  test.each(ways)('%s: 401', async (_name, signing) => expect(await trying(signing)).toEqual(refused))

  test('bytes that were changed on the way are 401', async () => {
    const url = new URL(fed.inbox)
    const body = Buffer.from(JSON.stringify(create(fed.bob)))
    const headers = headersOf({ url, body, signing: {}, actor: fed.bob })
    expect((await post(url, Buffer.from(`${body} `), headers)).status).toBe(401)
  })
})

test('9 huge body: 413, also where its length is not said', async () => {
  const note = fed.bob.note({ content: 'x'.repeat(300 * 1024) })
  expect((await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', note))).status).toBe(413)
  const body = new ReadableStream({
    start(controller) {
      for (let part = 0; part < 40; part += 1) controller.enqueue(new TextEncoder().encode('x'.repeat(10_000)))
      controller.close()
    },
  })
  const headers = { 'content-type': 'application/activity+json' }
  const streamed = await fetch(fed.inbox, { method: 'POST', headers, body, duplex: 'half' } as RequestInit).catch(
    () => ({ status: 413 }),
  )
  expect(streamed.status).toBe(413)
})

test('9 huge body: 413 before a byte of it comes, where its length is said', async () => {
  const asking = openRequest(fed.inbox, {
    method: 'POST',
    headers: { 'content-type': 'application/activity+json', 'content-length': 300 * 1024 },
  })
  const answered = new Promise((resolve, reject) => {
    asking.on('response', ({ statusCode }) => resolve(statusCode))
    asking.on('error', reject)
  })
  asking.flushHeaders()
  expect(await answered).toBe(413)
  asking.destroy()
})

test('10 deep nesting and wide arrays are 401, and caps hold what one post may carry', async () => {
  const deep = `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`
  const base = JSON.stringify(create(fed.bob))
  expect((await fed.bob.send(fed.inbox, base.replace(/^\{/, `{"x":${deep},`))).status).toBe(401)
  expect(
    (await fed.bob.send(fed.inbox, base.replace(/^\{/, `{"x":${'['.repeat(5000)}${']'.repeat(5000)},`))).status,
  ).toBe(401)
  expect((await fed.bob.send(fed.inbox, base.replace(/^\{/, `{"x":[${'1,'.repeat(2000)}1],`))).status).toBe(401)
  const many = (of: number, make: (n: number) => object) => Array.from({ length: of }, (_one, n) => make(n))
  const note = fed.bob.note({
    type: 'Question',
    tag: [
      ...many(300, (n) => ({ type: 'Hashtag', name: `#tag${n}` })),
      ...many(300, (n) => ({ type: 'Mention', href: `${fed.peer.url}/users/u${n}` })),
    ],
    attachment: many(500, (n) => ({ type: 'Document', mediaType: 'image/png', url: `${fed.peer.url}/${n}.png` })),
    oneOf: many(500, (n) => ({ type: 'Note', name: `option ${n}` })),
  })
  expect((await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', note))).status).toBe(202)
  const { id } = fed.postAt(note.id) ?? { id: 0 }
  expect(fed.count('FROM status_tags WHERE status_id = ?', id)).toBeLessThanOrEqual(50)
  expect(fed.count('FROM media WHERE status_id = ?', id)).toBeLessThanOrEqual(16)
  expect(fed.count('FROM poll_options JOIN polls ON polls.id = poll_id WHERE status_id = ?', id)).toBeLessThanOrEqual(
    20,
  )
  // emoji count with the words that they stand in, names with who is told
  const emojis = many(300, (n) => ({ type: 'Emoji', name: `:e${n}:`, icon: { url: `${fed.peer.url}/e${n}.png` } }))
  const names = many(300, (n) => ({ type: 'Mention', href: `${fed.peer.url}/users/u${n}` }))
  const crowded = fed.bob.note({
    tag: [...emojis, ...names, { type: 'Mention', href: fed.uriOf(fed.alice) }],
    content: emojis.map((_one, n) => `:e${n}:`).join(' '),
  })
  expect((await fed.bob.send(fed.inbox, activity(fed.bob, 'Create', crowded))).status).toBe(202)
  expect(fed.count('FROM remote_emojis')).toBeLessThanOrEqual(100)
  expect(fed.count('FROM remote_emojis')).toBeGreaterThan(0)
  expect((await fed.alice.api.get('/api/v1/notifications?types[]=mention')).body).toEqual([])
})

test('every malformed form is a 401, never a 500', async () => {
  const forms = [
    '',
    '[]',
    '"x"',
    'null',
    '{',
    '{}',
    '{"type":"Create"}',
    '{"id":7,"actor":[],"object":{}}',
    '\u0000',
    '{"__proto__":{"a":1}}',
  ]
  for (const form of forms) expect((await fed.bob.send(fed.inbox, form)).status).toBe(401)
  expect((await fed.bob.send(fed.inbox, Buffer.from([0xff, 0xfe, 0x00, 0x7b]))).status).toBe(401)
})

test('13 content-type confusion: only an activity is taken as one', async () => {
  for (const contentType of ['text/html', 'application/json', 'text/plain', 'application/ld+json', 'image/png']) {
    const { status, kept } = await trying({ contentType })
    expect([status, kept]).toEqual([415, false])
  }
  const profile = 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"'
  expect(await trying({ contentType: profile })).toEqual({ status: 202, kept: true })
})
