import type { Config } from './config.ts'
import type { Addresses } from './core/addresses.ts'
import type { Clock } from './core/clock.ts'
import type { Vault } from './core/crypto.ts'
import type { Outbound } from './core/fetch/outbound.ts'
import type { Log } from './core/log.ts'
import type { Queue } from './core/queue/queue.ts'
import type { Transactions } from './core/transact.ts'
import type { Db } from './db/open.ts'
import type { Events } from './events.ts'
import type { SealedTexts } from './features/mediation/store/store.ts'
import type { Jobs } from './job-payloads.ts'

/** Everything a verb may lean on; made in one place, so that several servers live in one process. */
export type Context = Transactions<Events> & {
  config: Config
  db: Db
  log: Log
  clock: Clock
  /** Milliseconds since 1970 by the one clock. */
  now(): number
  newId(): number
  queue: Queue<Jobs>
  vault: Vault
  /** What is said in mediations; in no backup. */
  mediation: SealedTexts
  addresses: Addresses
  /** The one way to other servers. */
  outbound: Outbound
}
