import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { hashSecret } from '../crypto.ts'
import { answerBefore, forgetAnswers, keepAnswer } from './queries.ts'

/**
 * Does the work of a request once: with a key that the same account sent with it before, the answer of then is given
 * and nothing is done. The answer stands or falls with the work; the work never awaits.
 */
export function once(ctx: Context, accountId: number, key: string, work: () => unknown): unknown {
  return ctx.transact(() => {
    const hash = hashSecret(key)
    const before = answerBefore(ctx.db, { accountId, key: hash, since: ctx.now() - limits.answerKept })
    if (before) return JSON.parse(before.answer)
    const answer = work()
    keepAnswer(ctx.db, { accountId, key: hash, answer: JSON.stringify(answer), now: ctx.now() })
    return answer
  })
}

/** Forgets what was answered long enough ago. */
export const sweepAnswers = (ctx: Context) => forgetAnswers(ctx.db, { before: ctx.now() - limits.answerKept })
