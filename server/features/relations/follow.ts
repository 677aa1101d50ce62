import type { Relationship } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { forbidden, notFound } from '../../core/errors.ts'
import { readRelations } from '../../policies/relations.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { endFollow } from './end-follow.ts'
import { findOther, presentRelationship } from './other.ts'
import { followsOf, putFollow, putRequest, removeRequest, requestsOf } from './queries.ts'

/** What one wants of somebody: boosts or not, in which languages (none: all of them), and to be told of each post. */
export type Terms = { id: number; reblogs?: boolean; notify?: boolean; languages?: string[] }

/**
 * Follows somebody, or asks to where they decide themselves who follows them; a second time it changes the terms.
 * Throws 403 where one side blocks the other.
 */
export function follow(ctx: Context, viewer: Viewer, form: Terms): Relationship {
  return ctx.transact(() => {
    const me = viewer.accountId
    const target = findOther(ctx, viewer, form.id)
    if (target.suspendedAt !== null) throw notFound()
    const { blocking, blockedBy } = readRelations(ctx.db, me, [target.id], ctx.now())
    if (blocking.has(target.id) || blockedBy.has(target.id)) throw forbidden()
    const of = { me, ids: JSON.stringify([target.id]) }
    const [following] = followsOf(ctx.db, of)
    const [asked] = requestsOf(ctx.db, of)
    const row = {
      id: ctx.newId(),
      accountId: me,
      targetId: target.id,
      now: ctx.now(),
      ...termsOf(form, following ?? asked),
    }
    const pair = { accountId: me, targetId: target.id }
    // whoever lives elsewhere is asked: their server says yes or no
    if ((target.locked === 1 || target.limitedAt !== null || target.domain !== null) && !following) {
      putRequest(ctx.db, row)
      if (!asked) ctx.emit('followRequested', pair)
    } else {
      removeRequest(ctx.db, pair)
      putFollow(ctx.db, row)
      if (!following) ctx.emit('followed', pair)
      else if (isOther(following, row)) ctx.emit('followChanged', pair)
    }
    return presentRelationship(ctx, viewer, target.id)
  })
}

const isOther = (before: { showReblogs: number; languages: string | null }, now: typeof before) =>
  before.showReblogs !== now.showReblogs || before.languages !== now.languages

type Before = { showReblogs: number; notify: number; languages: string | null } | undefined

function termsOf({ reblogs, notify, languages }: Terms, before: Before) {
  const kept = languages === undefined ? (before?.languages ?? null) : JSON.stringify(languages)
  return {
    showReblogs: reblogs === undefined ? (before?.showReblogs ?? 1) : reblogs ? 1 : 0,
    notify: notify === undefined ? (before?.notify ?? 0) : notify ? 1 : 0,
    languages: kept === '[]' ? null : kept,
  }
}

/** Ends that somebody follows oneself; they are not told. */
export function removeFollower(ctx: Context, viewer: Viewer, id: number): Relationship {
  return ctx.transact(() => {
    const pair = { accountId: findOther(ctx, viewer, id).id, targetId: viewer.accountId }
    endFollow(ctx, pair, viewer.accountId)
    return presentRelationship(ctx, viewer, id)
  })
}

/** Ends a follow, or takes a request back. */
export function unfollow(ctx: Context, viewer: Viewer, id: number): Relationship {
  return ctx.transact(() => {
    const pair = { accountId: viewer.accountId, targetId: findOther(ctx, viewer, id).id }
    endFollow(ctx, pair, viewer.accountId)
    return presentRelationship(ctx, viewer, id)
  })
}
