import type { Relationship } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { invalid, notFound } from '../../core/errors.ts'
import type { Page } from '../../http/answer.ts'
import { readPage, type Wish } from '../../http/pages.ts'
import { limits } from '../../limits.ts'
import { readRelations } from '../../policies/relations.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { presentAccounts } from '../accounts/present.ts'
import { accountById } from '../accounts/queries.ts'
import { presentRelationships } from '../relations/present.ts'
import { countEndorsed, endorsedBy, putEndorsement, removeEndorsement } from './queries.ts'

/** How one stands to somebody else. Throws 404 for nobody. */
function standTo(ctx: Context, { accountId: me }: Viewer, id: number): Relationship {
  const account = accountById(ctx.db, { id })
  const [stands] = presentRelationships(ctx, me, [id])
  if (!stands || !account || account.joinedAt === null || id === me) throw notFound()
  return stands
}

/** Shows somebody whom one follows on one's profile. Throws 404 for nobody, 422 for others and past the most. */
export function endorse(ctx: Context, viewer: Viewer, id: number): Relationship {
  return ctx.transact(() => {
    const me = viewer.accountId
    const stands = standTo(ctx, viewer, id)
    if (!stands.following)
      throw invalid('Validation failed: You must be already following the person you want to endorse')
    if (!stands.endorsed && (countEndorsed(ctx.db, { me })?.count ?? 0) >= limits.endorsements) {
      throw invalid(`You can show ${limits.endorsements} people on your profile at most.`)
    }
    putEndorsement(ctx.db, { id: ctx.newId(), me, targetId: id, now: ctx.now() })
    return standTo(ctx, viewer, id)
  })
}

/** Shows somebody no more on one's profile. Throws 404 for nobody. */
export function unendorse(ctx: Context, viewer: Viewer, id: number): Relationship {
  return ctx.transact(() => {
    removeEndorsement(ctx.db, { me: viewer.accountId, targetId: id })
    return standTo(ctx, viewer, id)
  })
}

/** Whom one shows on one's profile, the last first. */
export const readOwnEndorsed = (ctx: Context, viewer: Viewer, wish: Wish): Page =>
  readEndorsed(ctx, viewer, { ...wish, id: viewer.accountId })

/**
 * Whom somebody shows on their profile, the last first: people who are still followed. Visitors see only those who want
 * to be found, as a profile is no way to be put on show. Throws 404 for nobody.
 */
export function readEndorsed(ctx: Context, viewer: Viewer | undefined, wish: Wish & { id: number }): Page {
  const account = accountById(ctx.db, { id: wish.id })
  if (!account || account.joinedAt === null) throw notFound()
  const me = memberId(viewer)
  return readPage(
    wish,
    (range) => endorsedBy(ctx.db, { accountId: wish.id }, range),
    (rows) => {
      const ids = rows.map(({ accountId }) => accountId)
      const people = presentAccounts(ctx, ids)
      const shunned = me === undefined ? undefined : readRelations(ctx.db, me, ids, ctx.now())
      return rows.flatMap(({ cursor, accountId }) => {
        const item = people.get(accountId)
        const open = me === undefined ? item?.discoverable === true : true
        const apart = shunned?.blocking.has(accountId) || shunned?.blockedBy.has(accountId)
        return item && !item.suspended && account.suspendedAt === null && open && !apart ? [{ cursor, item }] : []
      })
    },
  )
}
