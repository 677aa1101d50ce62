import { createServer, type IncomingMessage } from 'node:http'
import { createFederation, type FederationOptions, generateCryptoKeyPair, MemoryKvStore } from '@fedify/fedify'
import {
  Accept,
  type Activity,
  Add,
  Announce,
  type Object as AsObject,
  Block,
  Create,
  Delete,
  Endpoints,
  Follow,
  Like,
  Move,
  Note,
  Person,
  Reject,
  Remove,
  Undo,
  Update,
} from '@fedify/fedify/vocab'
import { readOrder } from './orders.ts'

/**
 * A server of another make as a process of its own: one person (`fred`) who does what is ordered at `/control`, and
 * writes down what comes to the inbox. Its argument is how it signs first, and how it wants what comes to be signed.
 */
const firstKnock = process.argv[2] as FederationOptions<void>['firstKnock']

const federation = createFederation<void>({ kv: new MemoryKvStore(), allowPrivateAddress: true, firstKnock })
const keys = [await generateCryptoKeyPair('RSASSA-PKCS1-v1_5')]
/** What came, as JSON-LD, the oldest first. */
const heard: unknown[] = []
/** What it wrote, by address. */
const written = new Map<string, AsObject>()
/** Names of fred's elsewhere. */
let aliases: URL[] = []

federation
  .setActorDispatcher('/users/{identifier}', async (ctx, identifier) => {
    if (identifier !== 'fred') return null
    const [pair] = await ctx.getActorKeyPairs(identifier)
    return new Person({
      id: ctx.getActorUri(identifier),
      preferredUsername: identifier,
      name: 'Fred of Fedify',
      inbox: ctx.getInboxUri(identifier),
      endpoints: new Endpoints({ sharedInbox: ctx.getInboxUri() }),
      followers: ctx.getFollowersUri(identifier),
      publicKey: pair?.cryptographicKey,
      aliases,
      url: ctx.getActorUri(identifier),
    })
  })
  .setKeyPairsDispatcher(() => keys)
federation.setFollowersDispatcher('/users/{identifier}/followers', () => ({ items: [] }))
federation.setObjectDispatcher(Note, '/notes/{id}', (ctx, { id }) => {
  const found = written.get(ctx.getObjectUri(Note, { id }).href)
  return found instanceof Note ? found : null
})

const inbox = federation.setInboxListeners('/users/{identifier}/inbox', '/inbox')
const kinds = [Accept, Add, Announce, Block, Create, Delete, Follow, Like, Move, Reject, Remove, Undo, Update]
for (const kind of kinds) {
  // each is a kind of activity; the listener reads no more of it than that
  inbox.on(kind as typeof Activity, async (_ctx, activity) => {
    heard.push(await activity.toJsonLd({ format: 'compact' }))
  })
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Does what a test orders: `{ type, to, … }` becomes an activity of fred's, sent to the actor `to`. */
async function obey(origin: string, text: string): Promise<unknown> {
  const order = JSON.parse(text)
  const ctx = federation.createContext(new URL(origin), undefined)
  if (order.aliases) {
    aliases = order.aliases.map((uri: string) => new URL(uri))
    return {}
  }
  const activity = await readOrder(ctx, order, written)
  const loader = await ctx.getDocumentLoader({ identifier: 'fred' })
  const recipient = await ctx.lookupObject(order.to, { documentLoader: loader })
  // whom a test names is an actor
  await ctx.sendActivity({ identifier: 'fred' }, recipient as Person, activity)
  return { id: activity.id?.href, object: activity.objectId?.href }
}

const isSignedOtherwise = ({ headers }: IncomingMessage) =>
  (headers['signature-input'] !== undefined) !== (firstKnock === 'rfc9421')

const server = createServer(async (request, response) => {
  const origin = `http://${request.headers.host}`
  try {
    if (request.url === '/control/heard') {
      response.end(JSON.stringify(heard))
      return
    }
    const body = await bodyOf(request)
    if (request.url === '/control') {
      response.end(JSON.stringify(await obey(origin, body.toString())))
      return
    }
    if (request.method === 'POST' && isSignedOtherwise(request)) {
      response.writeHead(401).end()
      return
    }
    const asked = new Request(new URL(request.url ?? '/', origin), {
      method: request.method,
      headers: Object.entries(request.headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)] as [string, string]],
      ),
      body: request.method === 'POST' ? new Uint8Array(body) : undefined,
    })
    const answer = await federation.fetch(asked, { contextData: undefined })
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  } catch (thrown) {
    response.writeHead(500).end(String(thrown instanceof Error ? thrown.stack : thrown))
  }
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`)
})
