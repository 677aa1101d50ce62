import type { Whom } from '../../../shared/api/moderation.ts'
import type { Context } from '../../context.ts'
import { acctOf } from '../accounts/present.ts'
import { elsewhereUrl, mediaUrl, missingAvatar } from '../media/present.ts'
import { namesByIds } from './people/queries.ts'

type Named = ReturnType<typeof namesByIds>[number]

/** The picture of somebody; that of a suspended person is kept back, as everywhere. */
function avatarOf(ctx: Context, { id, domain, avatar, avatarUrl, suspendedAt }: Named): string {
  if (suspendedAt !== null) return missingAvatar(ctx)
  if (domain !== null) return avatarUrl === null ? missingAvatar(ctx) : elsewhereUrl(ctx, 'avatar', id, avatarUrl)
  return avatar === null ? missingAvatar(ctx) : mediaUrl(ctx, avatar)
}

/** People by id as moderation's pages name them; also those who are suspended. One query. */
export function readPeople(ctx: Context, ids: Iterable<number | null | undefined>): Map<number, Whom> {
  const known = [...new Set(ids)].filter((id) => typeof id === 'number')
  return new Map(
    namesByIds(ctx.db, { ids: JSON.stringify(known) }).map((row) => [
      row.id,
      {
        id: String(row.id),
        acct: acctOf(row),
        display_name: row.suspendedAt === null ? row.displayName : '',
        avatar: avatarOf(ctx, row),
      },
    ]),
  )
}
