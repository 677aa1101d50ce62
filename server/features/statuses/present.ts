import type { Account, Status } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { composed } from '../../http/ready-json.ts'
import type { Relations } from '../../policies/relations.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { presentAccountRows } from '../accounts/present.ts'
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
  const statuses: Status[] = []
  for (const part of parts) {
    const account = accounts.get(part.row.accountId)
    if (!account) continue
    const application = part.row.accountId === me ? (apps.get(part.row.appId ?? 0) ?? null) : undefined
    statuses.push(presentOne(ctx, part, account, { forMember: me !== undefined, application }))
  }
  return statuses
}

function appsBehind(ctx: Context, me: number | undefined, parts: readonly Part[]) {
  const own = parts.filter(({ row }) => row.accountId === me && row.appId !== null).map(({ row }) => row.appId ?? 0)
  const rows = own.length === 0 ? [] : appsOf(ctx.db, { ids: JSON.stringify(own) })
  return new Map(rows.map(({ id, name, website }) => [id, { name, website }]))
}

// what a member did with a post; none of these deeds can be done here yet
const untouched = { favourited: false, reblogged: false, muted: false, bookmarked: false, filtered: [] }

type Looked = { forMember: boolean; application: Status['application'] }

function presentOne(ctx: Context, part: Part, account: Account, { forMember, application }: Looked): Status {
  const { inReplyToId, repliesCount } = part.current
  const core = presentCore(ctx, part)
  const done = forMember ? untouched : {}
  const now = {
    in_reply_to_id: inReplyToId === null ? null : String(inReplyToId),
    replies_count: repliesCount,
    // which program somebody posts with is theirs to know
    ...(application !== undefined && { application }),
  }
  const lasting = forMember ? [core, ['account', account] as const, untouched] : [core, ['account', account] as const]
  return composed({ ...core, account, ...done, ...now }, lasting, now)
}
