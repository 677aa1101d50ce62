import type { RequestHandler } from 'express'
import type { Context } from '../../context.ts'
import { forbidden } from '../../core/errors.ts'
import { networksOf } from '../../core/networks.ts'
import { shutNetworks } from './queries.ts'

type Shut = ReadonlyMap<string, number | null>

const known = new WeakMap<Context, Shut>()

function shutIn(ctx: Context): Shut {
  const found = known.get(ctx)
  if (found) return found
  const read = new Map(shutNetworks(ctx.db).map(({ network, expiresAt }) => [network, expiresAt]))
  known.set(ctx, read)
  return read
}

/** The networks that are shut out are others than before. */
export const forgetShutNetworks = (ctx: Context) => void known.delete(ctx)

/** Refuses (403) every request from a network that has no access, whatever it asks for. */
export function refuseShutNetworks(ctx: Context): RequestHandler {
  return (request, _response, next) => {
    const shut = shutIn(ctx)
    if (shut.size === 0) return next()
    for (const network of networksOf(request.ip ?? '')) {
      const until = shut.get(network)
      if (until === undefined || (until !== null && until <= ctx.now())) continue
      throw forbidden('This community has shut out the network that you come from.', { code: 'network_blocked' })
    }
    next()
  }
}
