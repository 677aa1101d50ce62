import type { Request } from 'express'
import type { Context } from '../../context.ts'
import { unauthorized } from '../../core/errors.ts'

/** The account whose signature stands under a question; undefined where there is none. Throws 401 where one is asked for. */
export function whoAsks(ctx: Context, request: Request): number | undefined {
  if (ctx.config.authorizedFetch && request.get('signature') === undefined) throw unauthorized('Sign your request')
  return undefined
}
