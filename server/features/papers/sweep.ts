import type { Context } from '../../context.ts'
import { rolesThatMay } from '../../policies/roles.ts'
import { membersWithRoles } from '../accounts/queries.ts'
import { noteTold, papersDue } from './queries.ts'

/** Tells those who write the community's papers, once, that one is due to be looked at again. */
export function sweepPapers(ctx: Context): void {
  const due = papersDue(ctx.db, { now: ctx.now() })
  if (due.length === 0) return
  ctx.transact(() => {
    for (const { slug } of due) noteTold(ctx.db, { slug })
    for (const { accountId } of membersWithRoles(ctx.db, { roles: JSON.stringify(rolesThatMay('documents')) })) {
      ctx.emit('noticeGiven', { accountId, kind: 'paper_due', ref: 0 })
    }
  })
}
