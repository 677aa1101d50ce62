import { createECDH } from 'node:crypto'
import type { Context } from '../../context.ts'
import { openIfOurs } from '../../core/crypto.ts'
import { keyRow, putKey } from './queries.ts'
import type { SenderKey } from './sealing/protocol.ts'

/**
 * The key by which push services know this community, made when it is first asked for. After a restore without
 * `server.key` it is made anew, and whoever was told before has to say again where.
 */
export function readKey(ctx: Context): SenderKey {
  const contact = `${ctx.config.publicUrl}/about`
  const row = keyRow(ctx.db)
  const privateKey = row && openIfOurs(ctx.vault, row.privateKey)
  return row && privateKey ? { publicKey: row.publicKey, privateKey, contact } : { ...makeKey(ctx), contact }
}

function makeKey(ctx: Context) {
  const made = createECDH('prime256v1')
  const publicKey = made.generateKeys('base64url')
  // a number of 32 bytes: a smaller one is written shorter
  const privateKey = Buffer.from(made.getPrivateKey('hex').padStart(64, '0'), 'hex').toString('base64url')
  ctx.transact(() => putKey(ctx.db, { publicKey, privateKey: ctx.vault.seal(privateKey), now: ctx.now() }))
  return { publicKey, privateKey }
}

/** The public half, which programs need before they ask a push service for an address. */
export const readPublicKey = (ctx: Context): string => readKey(ctx).publicKey
