import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { parentWanted } from '../receive/posts/queries.ts'
import { hostOf } from '../vocab/json.ts'
import { resolveStatus } from './resolve-status.ts'

/** The server of what a post answers could not be reached. */
class ParentUnreachable extends Error {}

/** How far it is fetched upwards: posts, and whether an address may be asked. */
type Reach = { most: number; may(address: string): boolean }

/** As far as a member may ask. */
const far: Reach = { most: limits.federatedAncestors, may: () => true }

/** Fetches what a post answers, and what that answers, up to the beginning or to a bound; gives how many came. Throws {@link ParentUnreachable}. */
export async function fetchUpwards(ctx: Context, statusId: number, { most, may } = far): Promise<number> {
  let below = statusId
  for (let above = 0; above < most; above += 1) {
    const { uri } = parentWanted(ctx.db, { id: below }) ?? {}
    if (!uri || hostOf(uri) === hostOf(ctx.config.publicUrl) || !may(uri)) return above
    const { statusId: found, missing } = await resolveStatus(ctx, uri)
    if (missing === 'unreachable' && above === 0) throw new ParentUnreachable('the server could not be reached')
    if (found === undefined) return above
    below = found
  }
  return most
}
