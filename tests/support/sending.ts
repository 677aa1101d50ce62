import { type Received, type RecordingPeer, startRecordingPeer } from './recording-peer.ts'
import { type Person, startServer, type TestServer } from './server.ts'

type Somebody = { id: number; uri: string }

/** A community of ours beside a peer that keeps what it is sent, and Alice, whom a fan there follows. */
export type Sending = {
  server: TestServer
  peer: RecordingPeer
  alice: Person
  fan: Somebody
  /** Somebody there who follows nobody, and has an inbox of their own. */
  stranger: Somebody
  /** Somebody elsewhere follows somebody here. */
  followFrom(id: number, target: Person): void
  /** Everything that is due was sent. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** Whether an activity is of a type, and names something. */
export const isA =
  (type: string, about?: string) =>
  ({ body }: Received) =>
    body.type === type && (about === undefined || JSON.stringify(body).includes(about))

/** Starts both. */
export async function startSending(): Promise<Sending> {
  const server = await startServer({ FEDERATION_ALLOW_LOOPBACK: '1' })
  const peer = await startRecordingPeer()
  const alice = await server.signUp('alice')
  const fan = peer.person(server.ctx, 'fan')
  const follow = server.ctx.db.prepare(
    'INSERT INTO follows (id, account_id, target_id, created_at) VALUES (?, ?, ?, ?)',
  )
  const followFrom = (id: number, target: Person) => {
    follow.run(server.ctx.newId(), id, target.accountId, server.ctx.now())
  }
  followFrom(fan.id, alice)
  return {
    ...{ server, peer, alice, fan, followFrom },
    stranger: peer.person(server.ctx, 'stranger', { shared: false }),
    settled: async () => {
      await server.advance('PT1S')
    },
    async stop() {
      await server.stop()
      await peer.stop()
    },
  }
}
