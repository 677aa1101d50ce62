import type { Relationship } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { openIfOurs } from '../../core/crypto.ts'
import { readRelations } from '../../policies/relations.ts'
import { blockedByDomain } from './domains/queries.ts'
import { followsOf, mutesOf, notesOf, requestsOf, requestsTo } from './queries.ts'

/** How the person `me` stands to the accounts `ids`, in that order; a fixed number of queries. */
export function presentRelationships(ctx: Context, me: number, ids: readonly number[]): Relationship[] {
  const [wanted, now] = [JSON.stringify(ids), ctx.now()]
  const relations = readRelations(ctx.db, me, ids, now)
  const follows = new Map(followsOf(ctx.db, { me, ids: wanted }).map((row) => [row.targetId, row]))
  const requests = new Map(requestsOf(ctx.db, { me, ids: wanted }).map((row) => [row.targetId, row]))
  const askers = new Set(requestsTo(ctx.db, { me, ids: wanted }).map((row) => row.accountId))
  const mutes = new Map(mutesOf(ctx.db, { me, ids: wanted, now }).map((row) => [row.targetId, row]))
  const notes = new Map(
    notesOf(ctx.db, { me, ids: wanted }).map((row) => [row.targetId, openIfOurs(ctx.vault, row.note)]),
  )
  const elsewhere = new Set(blockedByDomain(ctx.db, { me, ids: wanted }).map((row) => row.id))
  return ids.map((id) => {
    const [follow, mute] = [follows.get(id), mutes.get(id)]
    const terms = follow ?? requests.get(id)
    return {
      id: String(id),
      following: follow !== undefined,
      showing_reblogs: terms?.showReblogs === 1,
      notifying: terms?.notify === 1,
      languages: terms?.languages ? JSON.parse(terms.languages) : null,
      followed_by: relations.followedBy.has(id),
      blocking: relations.blocking.has(id),
      blocked_by: relations.blockedBy.has(id),
      muting: mute !== undefined,
      muting_notifications: mute?.notifications === 1,
      muting_expires_at: mute?.expiresAt ? new Date(mute.expiresAt).toISOString() : null,
      requested: requests.has(id),
      requested_by: askers.has(id),
      domain_blocking: elsewhere.has(id),
      endorsed: follow?.endorsed === 1,
      note: notes.get(id) ?? '',
    }
  })
}
