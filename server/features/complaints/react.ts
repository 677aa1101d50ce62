import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { complainerOf } from './complaints.ts'
import { forgetComplaintsOf } from './queries.ts'

/** What somebody complained of goes with them. */
export const dropComplaintsOf = (ctx: Context, { accountId }: Events['accountRemoved']): void =>
  void forgetComplaintsOf(ctx.db, { who: complainerOf(ctx, accountId) })
