import type { Context } from '../context.ts'
import { SECOND } from '../core/clock.ts'
import { createMemo, type Memo } from '../core/memo.ts'
import { versionOf } from '../db/version.ts'
import type { Caller } from '../policies/viewer.ts'
import type { Answer } from './answer.ts'

/**
 * What was found out since the last write to the database: who stands behind a token or session, and answers that
 * depend on nothing but the database, the address and who asks. Most requests of a community ask again for what has
 * not changed.
 */
export type Kept = { version: string; since: number; callers: Memo<string, Caller>; answers: Memo<string, Answer> }

/** What ends with time and without a write (a mute, a session) is noticed this late at most. */
const LASTS = 5 * SECOND
const CALLERS = 1000
/** An answer is some 40 kB. */
const ANSWERS = 200

const kept = new WeakMap<Context, Kept>()

/** What still holds now; all of it is dropped with the first write by anybody. */
export function whatHolds(ctx: Context): Kept {
  const [version, now] = [versionOf(ctx.db), ctx.now()]
  const found = kept.get(ctx)
  if (found && found.version === version && now - found.since < LASTS) return found
  const fresh = {
    version,
    since: now,
    callers: createMemo<string, Caller>(CALLERS),
    answers: createMemo<string, Answer>(ANSWERS),
  }
  kept.set(ctx, fresh)
  return fresh
}
