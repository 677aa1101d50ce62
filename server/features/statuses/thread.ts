import type { Context as Thread } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { hides } from '../filters/present.ts'
import { markOfThread } from '../thread-marks/queries.ts'
import { findStatus } from './find.ts'
import { presentStatuses, type Rule } from './present.ts'
import { ancestorsOf, descendantsOf, missingIn } from './queries.ts'

/** In a thread, people whom the viewer blocks or mutes are left out. */
const heard: Rule = ({ row }, relations) =>
  !relations.blocking.has(row.accountId) && !relations.muting.has(row.accountId)

/** What members learn of the part of a thread that other servers have. */
function elsewhereOf(ctx: Context, viewer: Viewer | undefined, threadId: number): Pick<Thread, 'elsewhere'> {
  const { missing, theirs } = (memberId(viewer) !== undefined && missingIn(ctx.db, { threadId })) || {
    missing: 0,
    theirs: 0,
  }
  return theirs === 0 ? {} : { elsewhere: { missing: missing ?? 0 } }
}

/** The thread around a post: what it answers, oldest first, and its answers branch by branch. Throws 404. */
export function readThread(ctx: Context, viewer: Viewer | undefined, asked: number): Thread {
  const { id, threadId } = findStatus(ctx, viewer, asked)
  const bounds = memberId(viewer) === undefined ? limits.threadForVisitors : limits.threadForMembers
  const above = ancestorsOf(ctx.db, { id, most: bounds.above }).toReversed()
  const below = descendantsOf(ctx.db, { id, most: bounds.below, depth: bounds.depth })
  const found = presentStatuses(
    ctx,
    viewer,
    [...above, ...below].map((row) => row.id),
    heard,
  )
  const all = found.filter(({ filtered }) => !hides(filtered, 'thread'))
  const isAbove = new Set(above.map((row) => String(row.id)))
  const marked = markOfThread(ctx.db, { id }) !== undefined
  return {
    ancestors: all.filter((status) => isAbove.has(status.id)),
    descendants: all.filter((status) => !isAbove.has(status.id)),
    ...elsewhereOf(ctx, viewer, threadId),
    ...(marked && { resolved: true as const }),
  }
}
