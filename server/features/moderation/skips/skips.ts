import { z } from 'zod'
import { type CaseKind, caseKinds, type Skips } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { listOf } from '../../../http/forms.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { staffOf } from '../proposals/second.ts'
import { clearSkips, insertSkip, skipsOf, skipsTaken } from './queries.ts'

/** What somebody of the team leaves to others. */
export const skipsForm = z.object({ kinds: listOf(z.enum(caseKinds), caseKinds.length).default([]) })

/**
 * The kinds of case that somebody is not given, because they cannot bear them and somebody else takes them. What nobody
 * takes is given to everybody: it must not lie there unseen.
 */
export function skippedBy(ctx: Context, me: number): string[] {
  if (skipsOf(ctx.db, { me }).length === 0) return []
  return skipsTaken(ctx.db, { me, team: JSON.stringify(staffOf(ctx)) }).map(({ kind }) => kind)
}

/** What one leaves to others, and what of it comes back because nobody takes it. */
export function readSkips(ctx: Context, { accountId: me }: Viewer): Skips {
  const chosen = skipsOf(ctx.db, { me }).map(({ kind }) => kind)
  const taken = skippedBy(ctx, me)
  // only `setSkips` writes them
  return { kinds: chosen as CaseKind[], taken_by_nobody: chosen.filter((kind) => !taken.includes(kind)) as CaseKind[] }
}

/** Says anew what one leaves to others. */
export function setSkips(ctx: Context, viewer: Viewer, { kinds }: z.infer<typeof skipsForm>): Skips {
  ctx.transact(() => {
    clearSkips(ctx.db, { me: viewer.accountId })
    for (const kind of kinds) insertSkip(ctx.db, { me: viewer.accountId, kind })
  })
  return readSkips(ctx, viewer)
}
