import type { Status } from '../../../../shared/api/wire.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../core/errors.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentStatuses } from '../present.ts'

/** A post as it is after something was done with it. Throws 404 where it is not to be seen (any more). */
export function presentAfter(ctx: Context, viewer: Viewer, id: number): Status {
  const [status] = presentStatuses(ctx, viewer, [id])
  if (!status) throw notFound()
  return status
}
