import type { Request } from 'express'
import type { Guest } from '../../../shared/api/elsewhere.ts'
import type { Context } from '../../context.ts'
import { hashSecret } from '../../core/crypto.ts'
import { notFound } from '../../core/errors.ts'
import { answer } from '../../http/answer.ts'
import { readCookie } from '../../http/cookies.ts'
import { guestCookie } from './back.ts'
import { guestOf, removeGuest, sweepGuests, sweepSignIns } from './queries.ts'

const hashOf = (ctx: Context, request: Request) => {
  const secret = readCookie(ctx.config, request, 'guest')
  return secret ? hashSecret(secret) : undefined
}

/** The guest in this browser. Throws 404. */
export function readGuest(ctx: Context, request: Request): Guest {
  const tokenHash = hashOf(ctx, request)
  const found = tokenHash && guestOf(ctx.db, { tokenHash, now: ctx.now() })
  if (!found) throw notFound('Nobody from elsewhere is signed in here.')
  const { uri, acct, name, purpose, expiresAt } = found
  return { uri, acct, name, purpose, expires_at: new Date(expiresAt).toISOString() }
}

/** Ends a guest's session. */
export function endGuest(ctx: Context, request: Request) {
  const tokenHash = hashOf(ctx, request)
  if (tokenHash) removeGuest(ctx.db, { tokenHash })
  return answer({}, { cookies: [guestCookie()] })
}

/** Forgets sign-ins that were not finished, and guests whose time is over. */
export function sweepElsewhere(ctx: Context): void {
  sweepSignIns(ctx.db, { now: ctx.now() })
  sweepGuests(ctx.db, { now: ctx.now() })
}
