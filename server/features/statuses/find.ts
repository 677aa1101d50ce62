import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { hydrate, isVisible, type Part } from './hydrate.ts'

/** A post that the viewer may see, or what it boosts. Throws 404 for every other one, whether it exists or not. */
export function findStatus(ctx: Context, viewer: Viewer | undefined, id: number): Part['row'] {
  const me = memberId(viewer)
  const { parts, relations } = hydrate(ctx, me, [id])
  const [part] = parts
  if (!part || !isVisible(part, me, relations)) throw notFound()
  return part.boosted?.row ?? part.row
}
