import type { Request } from 'express'
import type { Context } from '../../context.ts'
import { decisionFor } from '../../policies/domains.ts'
import { readClaim } from '../crypto/verify.ts'
import { hostOf } from '../vocab/json.ts'
import { checkSigner, heardIn } from './inbox.ts'
import type { ActorRow } from './queries.ts'

/** The actor whose key a key's name says it is: its address without the fragment, or what stands before its last part. */
const ownerOf = (keyId: string) =>
  keyId.includes('#') ? keyId.replace(/#.*$/, '') : keyId.replace(/\/(main-key|publickey)$/, '')

/**
 * Who of another server signed a question: undefined where nobody did, or not so that it counts. They are fetched where
 * they are not known yet.
 */
export async function signerOf(ctx: Context, request: Request): Promise<ActorRow | undefined> {
  if (request.get('signature') === undefined) return undefined
  const claim = readClaim(heardIn(ctx, request), ctx.now())
  if (!claim || decisionFor(ctx.db, hostOf(claim.keyId)).cutOff) return undefined
  try {
    const signer = await checkSigner(ctx, ownerOf(claim.keyId), claim)
    return signer.suspendedAt === null ? signer : undefined
  } catch {
    return undefined
  }
}
