import type { Account, Status } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { composed } from '../../http/ready-json.ts'
import type { Relations } from '../../policies/relations.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { presentAccountRows } from '../accounts/present.ts'
import { mutedThreads } from '../pauses/queries.ts'
import { hydrate, isVisible, type Part } from './hydrate.ts'
import { presentCore } from './present-core.ts'
import { appsOf } from './queries.ts'

/** What a list leaves out beside what may not be seen at all: true keeps a post. */
export type Rule = (part: Part, relations: Relations) => boolean

/**
 * The posts `ids` as JSON in that order, without those that the viewer may not see, that `rule` leaves out, or that
 * are gone. Every list, thread and page of posts goes through here.
 */
export function presentStatuses(
  ctx: Context,
  viewer: Viewer | undefined,
  ids: readonly number[],
  rule?: Rule,
): Status[] {
  const me = memberId(viewer)
  const { parts, relations } = hydrate(ctx, me, ids)
  const shown = parts.filter((part) => isVisible(part, me, relations) && (!rule || rule(part, relations)))
  return presentParts(ctx, me, shown)
}

function presentParts(ctx: Context, me: number | undefined, parts: readonly Part[]): Status[] {
  const accounts = presentAccountRows(ctx, [...new Set(parts.map((part) => part.author))])
  const apps = appsBehind(ctx, me, parts)
  const muted = mutedAmong(ctx, me, parts)
  const statuses: Status[] = []
  for (const part of parts) {
    const account = accounts.get(part.row.accountId)
    if (!account) continue
    const application = part.row.accountId === me ? (apps.get(part.row.appId ?? 0) ?? null) : undefined
    const done = me === undefined ? undefined : muted.has(part.row.threadId) ? untouchedAndMuted : untouched
    statuses.push(presentOne(ctx, part, account, { done, application }))
  }
  return statuses
}

function appsBehind(ctx: Context, me: number | undefined, parts: readonly Part[]) {
  const own = parts.filter(({ row }) => row.accountId === me && row.appId !== null).map(({ row }) => row.appId ?? 0)
  const rows = own.length === 0 ? [] : appsOf(ctx.db, { ids: JSON.stringify(own) })
  return new Map(rows.map(({ id, name, website }) => [id, { name, website }]))
}

/** The conversations of these posts that the member muted. */
function mutedAmong(ctx: Context, me: number | undefined, parts: readonly Part[]): ReadonlySet<number> {
  if (me === undefined || parts.length === 0) return new Set()
  const threads = JSON.stringify([...new Set(parts.map(({ row }) => row.threadId))])
  return new Set(mutedThreads(ctx.db, { me, threads, now: ctx.now() }).map(({ threadId }) => threadId))
}

// what a member did with a post; of these deeds only muting can be done here yet
const untouched = { favourited: false, reblogged: false, muted: false, bookmarked: false, filtered: [] }
const untouchedAndMuted = { ...untouched, muted: true }

type Looked = { done: typeof untouched | undefined; application: Status['application'] }

function presentOne(ctx: Context, part: Part, account: Account, { done, application }: Looked): Status {
  const { inReplyToId, repliesCount } = part.current
  const core = presentCore(ctx, part)
  const now = {
    in_reply_to_id: inReplyToId === null ? null : String(inReplyToId),
    replies_count: repliesCount,
    // which program somebody posts with is theirs to know
    ...(application !== undefined && { application }),
  }
  const lasting = done ? [core, ['account', account] as const, done] : [core, ['account', account] as const]
  return composed({ ...core, account, ...done, ...now }, lasting, now)
}
