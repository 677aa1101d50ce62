import type { Context } from '../../context.ts'
import { hashSecret } from '../../core/crypto.ts'
import { useResetLinksOf } from '../../core/links/queries.ts'
import { deleteChange } from './address/queries.ts'
import { deleteGrantsOf, deleteSessionsOf, deleteTokensOf } from './queries.ts'
import { deleteChallengesOf, deleteStepsOf } from './second/queries.ts'

/**
 * Ends everything that speaks for a person: sessions, programs' tokens and codes, links for a new password. The one
 * way to do so; in the transaction of its cause. `except`: the secret of a session that stays.
 */
export function revokeAll(ctx: Context, accountId: number, { except = '' }: { except?: string } = {}): void {
  deleteSessionsOf(ctx.db, { accountId, except: hashSecret(except) })
  deleteTokensOf(ctx.db, { accountId })
  deleteGrantsOf(ctx.db, { accountId })
  deleteStepsOf(ctx.db, { accountId })
  deleteChange(ctx.db, { accountId })
  deleteChallengesOf(ctx.db, { accountId })
  useResetLinksOf(ctx.db, { accountId, now: ctx.now() })
}

/** Whoever leaves is logged out everywhere. */
export const revokeLeft = (ctx: Context, { accountId }: { accountId: number }) => revokeAll(ctx, accountId)
