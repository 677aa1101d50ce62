import type { Context } from '../../context.ts'
import { actorKeys } from './keys.ts'
import { type Scheme, signatureHeaders, type ToSign } from './signature.ts'

type Place = Pick<Context, 'config' | 'db' | 'vault' | 'now'>

/**
 * A hand that signs for one of ours, for requests whose address is known only on the way: a redirect is signed anew.
 * Its keys are made where there are none yet.
 */
export async function handOf(ctx: Place, owner: number, scheme: Scheme = 'cavage') {
  const keys = await actorKeys(ctx, owner)
  return (what: Omit<ToSign, 'date'>) => signatureHeaders(scheme, keys, { ...what, date: ctx.now() })
}
