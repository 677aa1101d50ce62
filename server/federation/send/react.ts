import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { statusById } from '../../features/statuses/queries.ts'
import { postUri } from '../addresses.ts'
import { leaveTombstone } from './queries.ts'

/** Where a post of ours was for everybody, its address says that it is gone. */
export function keepTombstone(ctx: Context, { statusId }: Events['statusLeaves']): void {
  const row = statusById(ctx.db, { id: statusId })
  if (!row) return
  const uri = postUri(ctx, { ...row, uri: null })
  leaveTombstone(ctx.db, { statusId, uri, now: ctx.now() })
}
