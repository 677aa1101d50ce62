import type { Context } from '../../context.ts'
import { hashSecret, newSecret } from '../../core/crypto.ts'
import type { Cookie } from '../../http/answer.ts'
import { limits } from '../../limits.ts'
import { deleteSession, insertSession } from './queries.ts'

/** The cookie that holds a session's secret. */
export const sessionCookie = (secret?: string): Cookie => ({
  name: 'session',
  value: secret,
  maxAge: limits.sessionLasts,
})

/** Begins a session for a person and gives its cookie; the browser's session of before (its secret) ends. */
export function startSession(ctx: Context, accountId: number, before?: string): Cookie {
  const secret = newSecret()
  const now = ctx.now()
  ctx.transact(() => {
    if (before) deleteSession(ctx.db, { hash: hashSecret(before) })
    insertSession(ctx.db, { hash: hashSecret(secret), accountId, now, expiresAt: now + limits.sessionLasts })
  })
  return sessionCookie(secret)
}
