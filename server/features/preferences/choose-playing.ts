import type { Preferences } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { readPreferences } from './present.ts'
import { setAutoplay } from './queries.ts'

/** Keeps whether pictures and emoji that move do so by themselves for a member. */
export function choosePlaying(ctx: Context, { accountId: id }: Viewer, plays: boolean): Preferences {
  setAutoplay(ctx.db, { id, autoplay: plays ? 1 : 0 })
  return readPreferences(ctx, id)
}
