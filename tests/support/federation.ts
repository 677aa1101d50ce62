import { type Actor, activity, type Peer, startPeer } from './evil-peer.ts'
import { type Person, startServer, type TestServer } from './server.ts'

/** A community of ours beside a peer that may lie, and Alice, who follows Bob there. */
export type Fed = {
  server: TestServer
  peer: Peer
  alice: Person
  bob: Actor
  /** The address of our inbox for everybody. */
  inbox: string
  uriOf(person: Person): string
  /** Has somebody of ours follow somebody elsewhere, who agrees; gives their id here. */
  befriend(person: Person, actor: Actor, host?: string): Promise<string>
  /** A post that is here, by its address on its own server. */
  postAt(uri: unknown): { id: number; account_id: number; html: string | null; text: string } | undefined
  /** How many rows there are. */
  count(sql: string, ...values: unknown[]): number
  stop(): Promise<void>
}

/** Starts both; `settings` are the server's. */
export async function startFed(settings: Record<string, string> = {}): Promise<Fed> {
  const server = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1', ...settings })
  const peer = await startPeer('127.0.0.1', server.ctx.now)
  const alice = await server.signUp('alice')
  const bob = peer.actor('bob')
  const inbox = `${server.ctx.config.publicUrl}/inbox`
  const { db } = server.ctx
  const uriOf = ({ id }: Person) => `${server.ctx.config.publicUrl}/ap/users/${id}`

  async function befriend(person: Person, actor: Actor, host = peer.host): Promise<string> {
    const { body } = await person.api.get(`/api/v2/search?resolve=true&type=accounts&q=@${actor.name}@${host}`)
    const { id } = body.accounts[0]
    await person.api.post(`/api/v1/accounts/${id}/follow`)
    const follow = { type: 'Follow', id: `${uriOf(person)}#follows/${id}`, actor: uriOf(person), object: actor.uri }
    await actor.send(inbox, activity(actor, 'Accept', follow))
    return id
  }

  await befriend(alice, bob)
  return {
    server,
    peer,
    alice,
    bob,
    inbox,
    uriOf,
    befriend,
    postAt: (uri) =>
      db.prepare('SELECT id, account_id, html, text FROM statuses WHERE uri = ?').get(uri) as ReturnType<Fed['postAt']>,
    count: (sql, ...values) =>
      (db.prepare(`SELECT count(*) AS count ${sql}`).get(...values) as { count: number }).count,
    async stop() {
      await peer.stop()
      await server.stop()
    },
  }
}

/** {@link Fed} beside another server, from which Eve lies. */
export type FedWithEve = {
  fed: Fed
  evil: Peer
  eve: Actor
  /** Lets what came be worked off. */
  settled(): Promise<void>
  /** What Alice finds, asking elsewhere too. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into an answer freely; what it finds, it checks
  search(q: string): Promise<any>
  /** Somebody on Bob's own server, whom Alice follows. */
  befriendMallory(): Promise<Actor>
  stop(): Promise<void>
}

/** Starts all three; Alice follows Eve, too. */
export async function startFedWithEve(): Promise<FedWithEve> {
  const fed = await startFed()
  const evil = await startPeer('127.0.0.2', fed.server.ctx.now)
  const eve = evil.actor('eve')
  await fed.befriend(fed.alice, eve, evil.host)
  return {
    ...{ fed, evil, eve },
    settled: () => fed.server.advance('PT1S'),
    search: async (q) => (await fed.alice.api.get(`/api/v2/search?resolve=true&q=${encodeURIComponent(q)}`)).body,
    async befriendMallory() {
      const mallory = fed.peer.actor('mallory')
      await fed.befriend(fed.alice, mallory)
      return mallory
    },
    async stop() {
      await evil.stop()
      await fed.stop()
    },
  }
}
