import { join } from 'node:path'
import { seed } from '../../server/admin/seed.ts'
import { readConfig } from '../../server/config.ts'
import { hashSecret, newSecret } from '../../server/core/crypto.ts'
import { createLog } from '../../server/core/log.ts'
import { closeContext, openContext } from '../../server/open.ts'
import { seedPreset } from '../../server/presets/seed.ts'
import { freePort } from '../support/process.ts'

/** The environment of a server on a free port with its data in `folder`. */
export async function settingsFor(folder: string): Promise<Record<string, string> & { PORT: string }> {
  const port = await freePort()
  return {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: join(folder, 'data'),
    SECRETS_DIR: join(folder, 'secrets'),
    LOG_LEVEL: 'warn',
    RATE_LIMITS: 'off',
    NODE_ENV: 'production',
  }
}

/** Fills the data folder with the about page's community and gives a token of a member whose home is full. */
export function makeCommunity(settings: Record<string, string>): string {
  const ctx = openContext(readConfig(settings), createLog('silent'))
  seedPreset(ctx)
  seed(ctx, { users: 176, statuses: 2676, peers: 561, passwordHash: '' })
  const token = newSecret()
  ctx.db
    .prepare(
      `INSERT INTO tokens (token_hash, account_id, scopes, created_at)
       SELECT ?, account_id, 'read', ? FROM home_entries GROUP BY account_id ORDER BY count(*) DESC LIMIT 1`,
    )
    .run(hashSecret(token), ctx.now())
  closeContext(ctx)
  return token
}
