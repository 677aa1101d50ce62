import type { Context } from '../../context.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { hides } from '../filters/present.ts'
import { presentStatuses, type Rule } from '../statuses/present.ts'
import { mentionsOf } from '../statuses/queries.ts'
import { heard, unhidden, wanted } from '../timelines/rules.ts'
import { likenessOf, type reachOf } from './queries.ts'

/** A kind of list: a home leaves out more than what everybody reads, a conversation nothing that may be seen. */
export type Kind = 'home' | 'everybody' | 'thread'

/** Where a post stands and whom it concerns. */
export type Reach = NonNullable<ReturnType<typeof reachOf>>

const contexts = { home: 'home', everybody: 'public' } as const

const rules: Record<Exclude<Kind, 'thread'>, Rule> = { home: wanted, everybody: heard }

/**
 * What each of the viewers reads of a post (JSON by account id), as the list of that kind would show it to them, and
 * nothing where it would not: asked once for all who see it alike, and for each who has something of their own with it.
 */
export function readingsOf(
  ctx: Context,
  post: { id: number; reach: Reach },
  viewers: Iterable<Viewer>,
  kind: Kind,
): Map<number, string> {
  const byId = new Map([...viewers].map((viewer) => [viewer.accountId, viewer]))
  const known = new Map<string, string | undefined>()
  const found = new Map<number, string>()
  for (const { id, following, followingShown, special } of likeness(ctx, post, [...byId.keys()])) {
    const viewer = byId.get(id)
    if (!viewer) continue
    const key = special ? `own ${id}` : `${following}${followingShown}`
    if (!known.has(key)) known.set(key, readingFor(ctx, post.id, viewer, kind))
    const reading = known.get(key)
    if (reading !== undefined) found.set(id, reading)
  }
  return found
}

function likeness(ctx: Context, { reach }: { reach: Reach }, ids: readonly number[]) {
  const { authorId, answersId, shownId, shownAuthorId, threadId, warned, alone } = reach
  const named = mentionsOf(ctx.db, { ids: JSON.stringify([shownId]) }).map(({ accountId }) => accountId)
  const people = [authorId, shownAuthorId, ...named, ...(answersId === null ? [] : [answersId])]
  const about = { authorId, shownId, shownAuthorId, threadId, warned, alone }
  return likenessOf(ctx.db, { ids: JSON.stringify(ids), people: JSON.stringify(people), ...about })
}

function readingFor(ctx: Context, id: number, viewer: Viewer, kind: Kind): string | undefined {
  const rule = kind === 'thread' ? undefined : unhidden(ctx, viewer.accountId, rules[kind])
  const [status] = presentStatuses(ctx, viewer, [id], rule)
  // what a filter hides in a conversation is the client's to fold away, as its gap would tell nothing
  const hidden = status && kind !== 'thread' && hides(status.filtered, contexts[kind])
  return status && !hidden ? JSON.stringify(status) : undefined
}
