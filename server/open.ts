import { join } from 'node:path'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { createAddresses } from './core/addresses.ts'
import { createClock } from './core/clock.ts'
import { createVault } from './core/crypto.ts'
import { createOutbound } from './core/fetch/outbound.ts'
import { makeFolder } from './core/folders.ts'
import { createIds } from './core/ids.ts'
import { describe, type Log } from './core/log.ts'
import { createQueue } from './core/queue/queue.ts'
import { readKey } from './core/secrets.ts'
import { createTransactions } from './core/transact.ts'
import { readAdvance } from './core/trial-clock.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase } from './db/open.ts'
import { openSealedTexts } from './features/mediation/store/store.ts'
import { workers } from './jobs.ts'
import { reactions } from './reactions.ts'

/** Opens the data folder of `config`, brings it to this version and makes the context that everything leans on. */
export function openContext(config: Config, log: Log): Context {
  makeFolder(config.dataDir)
  const db = openDatabase(join(config.dataDir, 'community.sqlite'))
  migrate(db)
  const clock = createClock(readAdvance(config))
  const newId = createIds(clock.now)
  const context = () => ctx
  const ctx: Context = {
    config,
    db,
    log,
    clock,
    now: clock.now,
    newId,
    vault: createVault(readKey(config.secretsDir, 'server.key')),
    mediation: openSealedTexts({ ...config, now: clock.now, newId }),
    addresses: createAddresses(config.secretsDir, clock.now),
    outbound: createOutbound(config),
    queue: createQueue({ db, log, now: clock.now, newId, context, workers }),
    ...createTransactions(db, context, reactions, (thrown) =>
      log.error({ problem: describe(thrown) }, 'reaction failed'),
    ),
  }
  return ctx
}

/** Closes what {@link openContext} opened. */
export function closeContext(ctx: Context): void {
  // what hangs on the other side is dropped
  void ctx.outbound.close()
  ctx.mediation.close()
  ctx.db.close()
}
