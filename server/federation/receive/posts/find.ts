import type { Context } from '../../../context.ts'
import { hydrate, isVisible } from '../../../features/statuses/hydrate.ts'
import { oursAt } from './place.ts'
import { isOpenTo, type KnownStatus, localStatus, statusByUri } from './queries.ts'

/** A post by its address: ours, or one from elsewhere that is here. */
export function postAt(ctx: Context, address: string): KnownStatus | undefined {
  const ours = oursAt(ctx, address)
  if (!ours) return statusByUri(ctx.db, { uri: address })
  const row = ours.statusId === undefined ? undefined : localStatus(ctx.db, { id: ours.statusId })
  return row?.accountId === ours.accountId ? row : undefined
}

/** Whether anybody of us lets somebody elsewhere come to them: for who is shut out by all of them nothing is kept. */
export const areOpenTo = (ctx: Context, ids: readonly number[], sender: number): boolean =>
  ids.length > 0 && isOpenTo(ctx.db, { ids: JSON.stringify(ids), sender })?.found === 1

/** Whether somebody elsewhere may do something with a post: they see it, and its author, if one of us, lets them come. */
export const mayTouch = (ctx: Context, actorId: number, row: KnownStatus): boolean =>
  maySee(ctx, actorId, row) && (row.local === 0 || areOpenTo(ctx, [row.accountId], actorId))

/** Whether somebody elsewhere may see a post, so that they can answer it. */
export function maySee(ctx: Context, actorId: number, { id, localOnly }: KnownStatus): boolean {
  if (localOnly === 1) return false
  const { parts, relations } = hydrate(ctx, actorId, [id])
  const [part] = parts
  return part !== undefined && isVisible(part, actorId, relations)
}
