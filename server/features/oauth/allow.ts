import type { Context } from '../../context.ts'
import { hashSecret, newSecret } from '../../core/crypto.ts'
import { limits } from '../../limits.ts'
import type { Asked } from './asked.ts'
import { addGrant } from './queries.ts'

/** Writes down what somebody allowed, and gives the code with which the program fetches its token, once. */
export function allow(ctx: Context, accountId: number, asked: Asked): string {
  const code = newSecret()
  addGrant(ctx.db, {
    codeHash: hashSecret(code),
    appId: asked.app.id,
    accountId,
    redirectUri: asked.redirectUri,
    scopes: asked.scopes.join(' '),
    challenge: asked.challenge ?? null,
    expiresAt: ctx.now() + limits.grantLasts,
  })
  return code
}
