import type { Context } from '../../../context.ts'
import { invalidFields, notFound, Refusal } from '../../../core/errors.ts'
import { type QuotePolicy, whatForbidsQuote } from '../../../policies/interaction.ts'
import { readRelations } from '../../../policies/relations.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import type { Visibility } from '../../../policies/visibility.ts'
import { findStatus } from '../find.ts'
import type { StatusForm } from '../form.ts'
import { checkAgreements } from '../held-back.ts'

/** A post that is to be quoted. */
export type Quotable = ReturnType<typeof findStatus>

const refuse = (error: string, description: string) => invalidFields({ quoted_status_id: [{ error, description }] })

const reasons = {
  direct: 'A post for mentioned people only cannot be quoted.',
  private: 'A post for followers can only be quoted by its author.',
  policy: 'Its author does not let you quote this post.',
  blocking: 'You block its author, so you cannot quote this post.',
} as const

function find(ctx: Context, viewer: Viewer, id: number): Quotable {
  try {
    return findStatus(ctx, viewer, id)
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    throw notFound('The post that you quote is not there, or not any more.')
  }
}

/**
 * The post that a new one quotes, or what a boost boosts. Throws 404 for what is not to be seen, 422 for what its author
 * or an agreement between two people keeps from being quoted, and for a quote with pictures or a poll.
 */
export function findQuoted(ctx: Context, viewer: Viewer, form: StatusForm): Quotable | undefined {
  if (form.quoted_status_id === undefined) return undefined
  const row = find(ctx, viewer, form.quoted_status_id)
  const { following, blocking } = readRelations(ctx.db, viewer.accountId, [row.accountId], ctx.now())
  const reason = whatForbidsQuote(row, {
    isAuthor: row.accountId === viewer.accountId,
    isFollower: following.has(row.accountId),
    isBlocking: blocking.has(row.accountId),
  })
  if (reason) throw refuse('ERR_FORBIDDEN', reasons[reason])
  if (form.poll || form.media_ids.length > 0) {
    throw refuse('ERR_INCLUSION', 'A post that quotes has no pictures and no poll. Nothing was posted.')
  }
  if (row.accountId !== viewer.accountId) {
    checkAgreements(ctx, viewer, { answers: { accountId: row.accountId, threadId: row.threadId }, names: [] })
  }
  return row
}

/** Who may quote a new post: what is not for everybody is quoted by nobody else. */
export const policyFor = (visibility: Visibility, wanted: QuotePolicy): QuotePolicy =>
  visibility === 'public' || visibility === 'unlisted' ? wanted : 'nobody'
