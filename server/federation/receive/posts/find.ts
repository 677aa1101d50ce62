import type { Context } from '../../../context.ts'
import { hydrate, isVisible } from '../../../features/statuses/hydrate.ts'
import { oursAt } from './place.ts'
import { type KnownStatus, localStatus, statusByUri } from './queries.ts'

/** A post by its address: ours, or one from elsewhere that is here. */
export function postAt(ctx: Context, address: string): KnownStatus | undefined {
  const ours = oursAt(ctx, address)
  if (!ours) return statusByUri(ctx.db, { uri: address })
  const row = ours.statusId === undefined ? undefined : localStatus(ctx.db, { id: ours.statusId })
  return row?.accountId === ours.accountId ? row : undefined
}

/** Whether somebody elsewhere may see a post, so that they can answer, boost or favourite it. */
export function maySee(ctx: Context, actorId: number, { id, localOnly }: KnownStatus): boolean {
  if (localOnly === 1) return false
  const { parts, relations } = hydrate(ctx, actorId, [id])
  const [part] = parts
  return part !== undefined && isVisible(part, actorId, relations)
}
