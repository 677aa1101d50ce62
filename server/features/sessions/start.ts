import type { Context } from '../../context.ts'
import { hashSecret, newSecret } from '../../core/crypto.ts'
import { neighbourhoodOf } from '../../core/networks.ts'
import type { Cookie } from '../../http/answer.ts'
import type { Browser } from '../../http/browser.ts'
import { limits } from '../../limits.ts'
import { deleteSession, insertSession, noteNetwork } from './queries.ts'

/** The cookie that holds a session's secret. */
export const sessionCookie = (secret?: string): Cookie => ({
  name: 'session',
  value: secret,
  maxAge: limits.sessionLasts,
})

/** Begins a session for a person and gives its cookie; the browser's session of before ends. */
export function startSession(ctx: Context, accountId: number, browser?: Browser): Cookie {
  const secret = newSecret()
  const now = ctx.now()
  ctx.transact(() => {
    if (browser?.secret) deleteSession(ctx.db, { hash: hashSecret(browser.secret) })
    if (browser) noteNetwork(ctx.db, { accountId, network: ctx.addresses.pseudonym(neighbourhoodOf(browser.ip)), now })
    insertSession(ctx.db, {
      id: ctx.newId(),
      hash: hashSecret(secret),
      accountId,
      device: browser?.device ?? '',
      now,
      expiresAt: now + limits.sessionLasts,
    })
  })
  return sessionCookie(secret)
}
