import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { answerOf, setAnswer } from './queries.ts'

/**
 * Says whether one stands in a collection; whoever stands in it leaves by saying no, for good. Throws 404 where one was
 * not asked, or said no before.
 */
export function answerCollection(ctx: Context, { accountId }: Viewer, id: number, yes: boolean): object {
  return ctx.transact(() => {
    const asked = answerOf(ctx.db, { id, accountId })
    if (!asked || asked.agreed === 0) throw notFound('You were not asked to stand in this collection.')
    setAnswer(ctx.db, { id, accountId, agreed: yes ? 1 : 0 })
    ctx.emit('noticeTakenBack', { accountId, kind: 'collection_asked', ref: id })
    return {}
  })
}
