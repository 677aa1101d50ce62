import type { Context } from '../../../context.ts'
import { hashSecret } from '../../../core/crypto.ts'
import { limits } from '../../../limits.ts'
import { insertChallenge, takeChallenge } from './queries.ts'

/** What a passkey signs for: logging in by itself, the second step, proving oneself while logged in, being added, joining. */
export type Purpose = 'log_in' | 'second_step' | 'prove' | 'register' | 'sign_up'

/** Who signs and what for; nobody yet, where a passkey alone says who it is. */
export type Signing = { purpose: Purpose; accountId: number | undefined }

/** Remembers a challenge, for one answer. */
export function keepChallenge(ctx: Context, challenge: string, { purpose, accountId }: Signing): void {
  insertChallenge(ctx.db, {
    hash: hashSecret(challenge),
    purpose,
    accountId: accountId ?? null,
    expiresAt: ctx.now() + limits.challengeLasts,
  })
}

/** Whether this was our challenge for that; it is used up by the question. */
export const wasOurs = (ctx: Context, challenge: string, { purpose, accountId }: Signing): boolean =>
  takeChallenge(ctx.db, { hash: hashSecret(challenge), purpose, accountId: accountId ?? null, now: ctx.now() }) > 0
