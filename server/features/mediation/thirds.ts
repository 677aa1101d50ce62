import type { Context } from '../../context.ts'
import type { Loaded } from './cases.ts'
import { readCast, writeCast } from './cast.ts'
import { removeMember } from './queries.ts'

/** Somebody beside the mediator. */
export type ThirdRole = 'co_mediator' | 'interpreter'

/** Seals who is in a case without somebody beside the mediator, for the event's texts. */
export function castWithout(ctx: Context, loaded: Loaded, role: ThirdRole): Record<string, number> {
  const cast = readCast(ctx, loaded)
  if (!cast) return {}
  const { [role]: _gone, ...rest } = cast
  return { cast: writeCast(ctx, loaded.id, rest) }
}

/** Takes somebody's part beside the mediator away; they read nothing more. */
export const leaveOut = (ctx: Context, { id }: Loaded, role: ThirdRole): void =>
  void removeMember(ctx.db, { caseId: id, role })
