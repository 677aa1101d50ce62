import type { Context } from '../../context.ts'
import { actorKeys } from './keys.ts'
import { type Scheme, signatureHeaders, type ToSign } from './signature.ts'

type Place = Pick<Context, 'config' | 'db' | 'vault' | 'now'>

/** What is signed: `owner` is one of our people, or 0 for the server itself. */
export type Signing = Omit<ToSign, 'date'> & { owner: number; scheme?: Scheme }

/**
 * A hand that signs for one of ours, for requests whose address is known only on the way: a redirect is signed anew.
 * Its keys are made where there are none yet.
 */
export async function handOf(ctx: Place, owner: number, scheme: Scheme = 'cavage') {
  const keys = await actorKeys(ctx, owner)
  return (what: Omit<ToSign, 'date'>) => signatureHeaders(scheme, keys, { ...what, date: ctx.now() })
}

/** The headers that sign one request: draft-cavage, unless `scheme` says RFC 9421. */
export async function signedHeaders(ctx: Place, { owner, scheme, ...what }: Signing): Promise<Record<string, string>> {
  return (await handOf(ctx, owner, scheme))(what)
}
