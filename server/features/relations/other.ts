import type { Relationship } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { forbidden, notFound } from '../../core/errors.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { type AccountRow, accountById, accountsByIds } from '../accounts/queries.ts'
import { presentRelationships } from './present.ts'

/** Another person whom one can stand in a relation to. Throws 404 for nobody, 403 for oneself. */
export function findOther(ctx: Context, viewer: Viewer, id: number): AccountRow {
  const account = accountById(ctx.db, { id })
  if (!account || account.joinedAt === null) throw notFound()
  if (id === viewer.accountId) throw forbidden()
  return account
}

/** How the viewer stands to one person. */
export function presentRelationship(ctx: Context, viewer: Viewer, id: number): Relationship {
  const [relationship] = presentRelationships(ctx, viewer.accountId, [id])
  if (!relationship) throw notFound()
  return relationship
}

/** How the viewer stands to several people, in the order of `ids`; those whom nobody can see are left out. */
export function readRelationships(ctx: Context, viewer: Viewer, ids: readonly number[]): Relationship[] {
  const rows = accountsByIds(ctx.db, { ids: JSON.stringify(ids) })
  const known = new Set(rows.filter((row) => row.joinedAt !== null).map((row) => row.id))
  const wanted = [...new Set(ids)].filter((id) => known.has(id))
  return presentRelationships(ctx, viewer.accountId, wanted)
}
