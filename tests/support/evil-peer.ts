import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { createServer, type IncomingMessage, request as openRequest, type ServerResponse } from 'node:http'
import { freePort } from './process.ts'

/** A JSON object of ActivityPub, made freely. */
export type Doc = Record<string, unknown>

/** What another server answered. */
export type Said = { status: number; text: string; retryAfter: string | undefined }

/** How a request is signed, or mis-signed. */
export type Signing = {
  keyId?: string
  privateKey?: string
  scheme?: 'cavage' | 'rfc9421'
  /** What is covered, in order. */
  covered?: readonly string[]
  date?: Date
  digest?: string
  contentType?: string
  host?: string
  /** The parameters of a signature by RFC 9421, made of those that are right. */
  parameters?: (right: string) => string
  /** The path that is signed, where it is not the one that is asked for. */
  target?: string
  /** Other headers in place of some; those that are undefined are left out. */
  tamper?: (headers: Record<string, string>) => Record<string, string | undefined>
}

/** Somebody of the peer. */
export type Actor = {
  uri: string
  name: string
  keyId: string
  privateKey: string
  doc: Doc
  /** What time it is there, in ms. */
  now(): number
  /** Sends an activity of theirs to an inbox, signed as asked. */
  send(to: string, activity: Doc | string | Buffer, signing?: Signing): Promise<Said>
  /** A post of theirs, with an address of its own; served there. */
  note(about?: Doc): Doc
}

/** A server that speaks ActivityPub, and lies where it is told to. */
export type Peer = {
  url: string
  host: string
  /** Documents by their path, or what answers there; may be changed at any time. */
  pages: Map<string, Doc | ((request: IncomingMessage, response: ServerResponse) => void)>
  /** The handles that its WebFinger knows. */
  handles: Map<string, Doc>
  /** What was asked of it: method and path. */
  asked: string[]
  /** What came into its inboxes. */
  received: Doc[]
  /** What time it is there, in ms. */
  now(): number
  actor(name: string, about?: Doc): Actor
  serve(doc: Doc): Doc
  stop(): Promise<void>
}

export const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public'
const CONTEXT = ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1']
const ACTIVITY = 'application/activity+json'

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

const readAll = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** An activity of an actor, with a new address of its own. */
export const activity = (actor: Pick<Actor, 'uri'>, type: string, object: unknown, more: Doc = {}): Doc => ({
  '@context': CONTEXT,
  id: `${actor.uri}/activities/${randomUUID()}`,
  type,
  actor: actor.uri,
  object,
  to: [PUBLIC],
  ...more,
})

type Signed = { url: URL; body: Buffer; signing: Signing; actor: Pick<Actor, 'keyId' | 'privateKey' | 'now'> }

/** The headers of a signed request, by draft-cavage or RFC 9421, with whatever is to be wrong about it. */
export function headersOf({ url, body, signing, actor }: Signed): Record<string, string> {
  const date = signing.date ?? new Date(actor.now())
  const sum = createHash('sha256').update(body).digest('base64')
  const headers: Record<string, string> = {
    host: signing.host ?? url.host,
    date: date.toUTCString(),
    'content-type': signing.contentType ?? ACTIVITY,
  }
  const keyId = signing.keyId ?? actor.keyId
  const key = signing.privateKey ?? actor.privateKey
  const target = signing.target ?? `${url.pathname}${url.search}`
  const signed = (text: string) => sign('sha256', Buffer.from(text), key).toString('base64')
  if (signing.scheme === 'rfc9421') {
    headers['content-digest'] = signing.digest ?? `sha-256=:${sum}:`
    const values: Record<string, string> = {
      ...headers,
      '@method': 'POST',
      '@target-uri': `${url.origin}${target}`,
      '@authority': headers.host ?? '',
      '@path': target,
    }
    const covered = signing.covered ?? ['@method', '@target-uri', 'content-digest']
    const right = `;created=${Math.floor(date.getTime() / 1000)};keyid="${keyId}";alg="rsa-v1_5-sha256"`
    const input = `(${covered.map((name) => `"${name}"`).join(' ')})${signing.parameters?.(right) ?? right}`
    const text = [...covered.map((name) => `"${name}": ${values[name]}`), `"@signature-params": ${input}`].join('\n')
    headers['signature-input'] = `sig1=${input}`
    headers.signature = `sig1=:${signed(text)}:`
  } else {
    headers.digest = signing.digest ?? `SHA-256=${sum}`
    const values: Record<string, string> = { ...headers, '(request-target)': `post ${target}` }
    const covered = signing.covered ?? ['(request-target)', 'host', 'date', 'digest']
    const text = covered.map((name) => `${name}: ${values[name]}`).join('\n')
    headers.signature = `keyId="${keyId}",algorithm="rsa-sha256",headers="${covered.join(' ')}",signature="${signed(text)}"`
  }
  const tampered = { ...headers, ...signing.tamper?.(headers) }
  return Object.fromEntries(
    Object.entries(tampered).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** Posts bytes with exactly these headers, Host among them. */
export function post(url: URL, body: Buffer, headers: Record<string, string>): Promise<Said> {
  return new Promise((resolve, reject) => {
    const asking = openRequest(
      url,
      { method: 'POST', headers: { ...headers, 'content-length': body.length } },
      (response) => {
        const { statusCode: status = 0, headers } = response
        const said = (text: Buffer) => ({ status, text: text.toString(), retryAfter: headers['retry-after'] })
        readAll(response).then((text) => resolve(said(text)), reject)
      },
    )
    asking.on('error', reject)
    asking.end(body)
  })
}

type Holdings = Pick<Peer, 'url' | 'host' | 'pages' | 'handles' | 'asked' | 'received' | 'now'>

const json = (response: ServerResponse, doc: unknown, type = ACTIVITY) =>
  response.writeHead(200, { 'content-type': type }).end(JSON.stringify(doc))

/** What the peer answers: its pages, its WebFinger, and 202 to whatever is brought. */
async function answer(held: Holdings, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '/'
  held.asked.push(`${request.method} ${path}`)
  const page = held.pages.get(path.split('?')[0] ?? '') ?? held.pages.get(path)
  if (request.method === 'POST' && !page) {
    held.received.push(JSON.parse((await readAll(request)).toString()))
    response.writeHead(202).end()
  } else if (path.startsWith('/.well-known/webfinger')) {
    const found = held.handles.get(new URL(path, held.url).searchParams.get('resource') ?? '')
    if (found) json(response, found, 'application/jrd+json')
    else response.writeHead(404).end()
  } else if (typeof page === 'function') page(request, response)
  else if (page) json(response, page)
  else response.writeHead(404).end()
}

function serve(held: Holdings, doc: Doc): Doc {
  held.pages.set(new URL(String(doc.id)).pathname, { '@context': CONTEXT, ...doc })
  return doc
}

const actorDoc = (url: string, name: string, publicKeyPem: string): Doc => {
  const uri = `${url}/users/${name}`
  return {
    id: uri,
    type: 'Person',
    preferredUsername: name,
    name: `${name} of elsewhere`,
    inbox: `${uri}/inbox`,
    outbox: `${uri}/outbox`,
    followers: `${uri}/followers`,
    following: `${uri}/following`,
    featured: `${uri}/featured`,
    endpoints: { sharedInbox: `${url}/inbox` },
    url: `${url}/@${name}`,
    publicKey: { id: `${uri}#main-key`, owner: uri, publicKeyPem },
  }
}

function makeActor(held: Holdings, name: string, about: Doc): Actor {
  const uri = `${held.url}/users/${name}`
  const { publicKey, privateKey } = pair()
  const handle = `acct:${name}@${held.host}`
  held.handles.set(handle, { subject: handle, links: [{ rel: 'self', type: ACTIVITY, href: uri }] })
  const self: Actor = {
    uri,
    name,
    doc: serve(held, { ...actorDoc(held.url, name, publicKey), ...about }),
    keyId: `${uri}#main-key`,
    privateKey,
    now: held.now,
    send(to, what, signing = {}) {
      const body = Buffer.isBuffer(what) ? what : Buffer.from(typeof what === 'string' ? what : JSON.stringify(what))
      const at = new URL(to)
      return post(at, body, headersOf({ url: at, body, signing, actor: self }))
    },
    note: (more = {}) =>
      serve(held, {
        id: `${uri}/posts/${randomUUID()}`,
        type: 'Note',
        attributedTo: uri,
        content: '<p>Good morning from elsewhere</p>',
        published: new Date(held.now()).toISOString(),
        to: [PUBLIC],
        cc: [`${uri}/followers`],
        ...more,
      }),
  }
  return self
}

/** Starts a peer at an address of 127.0.0.0/8. */
export async function startPeer(address = '127.0.0.1', now: () => number = Date.now): Promise<Peer> {
  const port = await freePort()
  const host = `${address}:${port}`
  const held: Holdings = {
    url: `http://${host}`,
    host,
    pages: new Map(),
    handles: new Map(),
    asked: [],
    received: [],
    now,
  }
  const server = createServer((request, response) => void answer(held, request, response))
  await new Promise<void>((resolve) => server.listen(port, address, resolve))
  return {
    ...held,
    actor: (name, about = {}) => makeActor(held, name, about),
    serve: (doc) => serve(held, doc),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
