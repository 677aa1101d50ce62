import type { Status } from '../../../../shared/api/wire.ts'
import type { Context } from '../../../context.ts'
import { forbidden, notFound } from '../../../core/errors.ts'
import { whatForbidsBoost } from '../../../policies/interaction.ts'
import { readRelations } from '../../../policies/relations.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { narrower, type Visibility } from '../../../policies/visibility.ts'
import { postingDefaults } from '../../accounts/queries.ts'
import { findStatus } from '../find.ts'
import { checkAgreements } from '../held-back.ts'
import { removeStatus, statusById } from '../queries.ts'
import { presentAfter } from './present-after.ts'
import { boostOf, insertBoost } from './queries.ts'

const reasons = {
  direct: 'A post for mentioned people only cannot be boosted.',
  private: 'A post for followers can only be boosted by its author.',
  blocking: 'You block its author, so you cannot boost this post.',
} as const

/**
 * Boosts a post, or what a boost boosts; a second time it gives the first boost. The boost is never for more people
 * than the post. Throws 404 for what is not to be seen, 403 for what is not to be boosted, 422 where two people agreed
 * to leave each other alone.
 */
export function boost(ctx: Context, viewer: Viewer, form: { id: number; visibility?: Visibility }): Status {
  const id = ctx.transact(() => {
    const me = viewer.accountId
    const row = findStatus(ctx, viewer, form.id)
    const before = boostOf(ctx.db, { me, statusId: row.id })
    if (before) return before.id
    const { blocking } = readRelations(ctx.db, me, [row.accountId], ctx.now())
    const reason = whatForbidsBoost(row, { isAuthor: row.accountId === me, isBlocking: blocking.has(row.accountId) })
    if (reason) throw forbidden(reasons[reason])
    checkAgreements(ctx, viewer, { answers: undefined, names: [row.accountId] })
    const visibility = narrower(form.visibility ?? likingOf(ctx, me), row.visibility)
    const boostId = ctx.newId()
    insertBoost(ctx.db, { id: boostId, me, statusId: row.id, visibility, now: ctx.now() })
    ctx.emit('statusBoosted', { boostId, statusId: row.id, accountId: me })
    return boostId
  })
  return presentAfter(ctx, viewer, id)
}

/** For whom somebody likes to post; who likes to write to single people boosts for their followers. */
function likingOf(ctx: Context, me: number): Visibility {
  const liking = postingDefaults(ctx.db, { id: me })?.visibility ?? 'public'
  return liking === 'direct' ? 'private' : liking
}

/** Takes one's boost of a post back; without one nothing changes. Throws 404. */
export function unboost(ctx: Context, viewer: Viewer, id: number): Status {
  const statusId = ctx.transact(() => {
    const row = statusById(ctx.db, { id })
    if (!row) throw notFound()
    const original = row.reblogOfId ?? id
    const made = boostOf(ctx.db, { me: viewer.accountId, statusId: original })
    if (made) {
      ctx.emit('statusLeaves', { statusId: made.id })
      removeStatus(ctx.db, { id: made.id })
      ctx.emit('statusUnboosted', { boostId: made.id, statusId: original, accountId: viewer.accountId })
    }
    return original
  })
  return presentAfter(ctx, viewer, statusId)
}
