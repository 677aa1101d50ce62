import type { Whom } from '../../../shared/api/moderation.ts'
import type { Context } from '../../context.ts'
import { presentAccounts } from '../accounts/present.ts'

/** People by id as moderation's pages name them; also those who are suspended. */
export function readPeople(ctx: Context, ids: Iterable<number | null | undefined>): Map<number, Whom> {
  const known = [...new Set(ids)].filter((id) => typeof id === 'number')
  return new Map(
    [...presentAccounts(ctx, known)].map(([id, { acct, display_name, avatar }]) => [
      id,
      { id: String(id), acct, display_name, avatar },
    ]),
  )
}
