import type { Context } from '../../context.ts'
import { makeLink } from '../../core/links/links.ts'
import { deleteSetupLinks } from '../../core/links/queries.ts'
import { limits } from '../../limits.ts'
import { anyOwner } from '../sessions/queries.ts'

/**
 * A new one-time link to set up a community that has no owner; the one of before ends. Undefined once there is an owner.
 */
export function setupLink(ctx: Context): string | undefined {
  return ctx.transact(() => {
    if (anyOwner(ctx.db)) return undefined
    deleteSetupLinks(ctx.db, { now: ctx.now() })
    return makeLink(ctx, { kind: 'setup', lasts: limits.setupLinkLasts })
  })
}
