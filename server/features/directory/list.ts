import type { Account } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { readRelations } from '../../policies/relations.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentAccounts } from '../accounts/present.ts'
import { lastActive, lastJoined } from './queries.ts'

/** `GET /api/v1/directory`, checked. */
export type DirectoryForm = { order: 'active' | 'new'; local: boolean; offset: number; limit: number }

/** People who want to be found, without those between whom and the member there is a block, and those they mute. */
export function listPeople(ctx: Context, { accountId: me }: Viewer, form: DirectoryForm): Account[] {
  const ids = idsBy(ctx, form).slice(form.offset, form.offset + form.limit)
  const accounts = presentAccounts(ctx, ids)
  const { blocking, blockedBy, muting } = readRelations(ctx.db, me, ids, ctx.now())
  return ids
    .filter((id) => !blocking.has(id) && !blockedBy.has(id) && !muting.has(id))
    .map((id) => accounts.get(id))
    .filter((account) => account !== undefined)
}

/** Their ids in order; who never wrote comes after all who did. */
function idsBy(ctx: Context, { order, local, offset, limit }: DirectoryForm): number[] {
  const wanted = { local: local ? 1 : 0, most: offset + limit }
  if (order === 'new') return lastJoined(ctx.db, { ...wanted, silent: 0 }).map(({ id }) => id)
  const active = lastActive(ctx.db, wanted)
  const rest = active.length < wanted.most ? lastJoined(ctx.db, { ...wanted, silent: 1 }) : []
  return [...active, ...rest].map(({ id }) => id)
}
