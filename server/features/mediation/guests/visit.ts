import type { Request } from 'express'
import { mediationTimes } from '../../../../shared/mediation/times.ts'
import type { Context } from '../../../context.ts'
import { hashSecret } from '../../../core/crypto.ts'
import { notFound } from '../../../core/errors.ts'
import type { Cookie } from '../../../http/answer.ts'
import { readCookie } from '../../../http/cookies.ts'
import { visitOf } from './queries.ts'

/** The cookie of a guest of one case: it opens no door but those of that case. */
export const caseCookie = (secret?: string): Cookie => ({
  name: 'guest_case',
  value: secret,
  maxAge: mediationTimes.guest,
})

/** What this browser brings of a guest's. */
export const secretIn = (ctx: Context, request: Request): string | undefined =>
  readCookie(ctx.config, request, 'guest_case')

/** What is said of a way in that is none, whatever is wrong with it. */
export const gone = () => notFound('This link leads nowhere any more.')

/** A browser at the door of a case, or let in. */
export type Visit = NonNullable<ReturnType<typeof visitOf>> & { secret: string; tokenHash: Buffer }

/** The visit of this browser, while it lasts. */
export function visitIn(ctx: Context, request: Request): Visit | undefined {
  const secret = secretIn(ctx, request)
  if (!secret) return undefined
  const tokenHash = hashSecret(secret)
  const visit = visitOf(ctx.db, { tokenHash, now: ctx.now() })
  return visit && { ...visit, secret, tokenHash }
}

/** The visit of this browser. Throws 404. */
export function findVisit(ctx: Context, request: Request): Visit {
  const visit = visitIn(ctx, request)
  if (!visit) throw gone()
  return visit
}
