import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { actorUri, approvalMark, approvalOf, approvalUri, postUri } from '../addresses.ts'
import { approvalDocument } from './activities.ts'
import { approvedQuote, postPlaces, quotedAndQuoting } from './queries.ts'
import type { Json } from './words.ts'

/** Whose word is asked for: about the quoting post `status`, or, with `of`, that the post `status` stands in that one. */
type Wanted = { id: number; status: number; of?: string; mark?: string }

/** The word of somebody here that a post of theirs may stand in another one. Throws 404 where they never gave it, or took it back. */
export function readApproval(ctx: Context, wanted: Wanted): Json {
  return wanted.of === undefined ? byPost(ctx, wanted) : byAddress(ctx, wanted, wanted.of)
}

function byPost(ctx: Context, { id: accountId, status }: Wanted): Json {
  const quote = approvedQuote(ctx.db, { accountId, statusId: status })
  const places = postPlaces(ctx.db, { ids: JSON.stringify([quote?.quotedId ?? 0, status]) })
  const quoted = places.find((place) => place.id === quote?.quotedId)
  const quoting = places.find((place) => place.id === status)
  if (!quoted || !quoting || quoted.localOnly === 1 || quoting.localOnly === 1) throw notFound()
  const between = { quoting: postUri(ctx, quoting), quoted: postUri(ctx, quoted) }
  return approvalDocument(approvalUri(ctx, { accountId }, status), actorUri(ctx, accountId), between)
}

function byAddress(ctx: Context, { id: accountId, status, mark }: Wanted, quoting: string): Json {
  const found = quotedAndQuoting(ctx.db, { quotedId: status, accountId, quoting })
  const isRevoked = found?.state === 'revoked' || found?.state === 'rejected'
  if (!found || isRevoked || mark !== approvalMark(ctx, status, quoting)) throw notFound()
  const quoted = postUri(ctx, { id: status, accountId, uri: null, reblogOfId: null })
  const id = approvalOf(ctx, { id: status, accountId }, quoting)
  return approvalDocument(id, actorUri(ctx, accountId), { quoting, quoted })
}
