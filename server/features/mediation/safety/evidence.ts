import type { Context } from '../../../context.ts'
import { dayOf } from '../../../core/clock.ts'
import { idBetween } from '../../../core/ids.ts'
import type { Events } from '../../../events.ts'
import { presentBundle } from '../../evidence/present.ts'
import { bundleOf } from '../../evidence/queries.ts'

/** A bundle that was kept, and a copy of it that goes with a report: it stays there when its owner deletes theirs. */
export type Kept = { bundleId: number; evidence?: string }

/** Keeps posts as evidence that belongs to whoever asks for it, and copies it for the report; inside a transaction. */
export function keepFor(ctx: Context, asked: Omit<Events['evidenceAsked'], 'bundleId'>): Kept {
  // an id of this very moment would say beside whose account a case moved
  const bundleId = idBetween(dayOf(ctx.now()), ctx.now())
  ctx.emit('evidenceAsked', { ...asked, bundleId })
  const row = bundleOf(ctx.db, { id: bundleId, me: asked.ownerId, now: ctx.now() })
  return { bundleId, ...(row && { evidence: JSON.stringify(presentBundle(ctx, row)) }) }
}
