import type { Request } from 'express'
import type { Context } from '../../context.ts'
import { unauthorized } from '../../core/errors.ts'
import { decisionFor } from '../../policies/domains.ts'
import type { Claim } from '../crypto/heard.ts'
import { isSignedBy, readClaim } from '../crypto/verify.ts'
import { refreshActor } from '../net/resolve-actor.ts'
import { hostOf } from '../vocab/json.ts'
import { countStranger, heardIn } from './inbox.ts'
import { type ActorRow, actorByUri } from './queries.ts'

/** Whose key it is, by its name: the actor's address stands before the fragment, or (GoToSocial) the last step. */
const ownersOf = (keyId: string): string[] => [keyId.replace(/#.*$/, ''), keyId.replace(/\/[^/]*$/, '')]

const holds = (claim: Claim, row: ActorRow | undefined): row is ActorRow =>
  row?.publicKey !== undefined &&
  row.publicKey !== null &&
  row.keyId === claim.keyId &&
  isSignedBy(claim, row.publicKey)

async function signerOf(ctx: Context, request: Request, claim: Claim, surely: boolean): Promise<ActorRow | undefined> {
  for (const uri of ownersOf(claim.keyId)) {
    const known = actorByUri(ctx.db, { uri })
    if (holds(claim, known)) return known
  }
  // nobody makes us ask other servers by a question that we answer to everybody
  if (!surely) return undefined
  countStranger(ctx, request)
  const [uri = ''] = ownersOf(claim.keyId)
  const fresh = await refreshActor(ctx, uri, claim.keyId)
  return holds(claim, fresh) ? fresh : undefined
}

const cutOff = () => unauthorized('This community does not speak with this server.')

/**
 * The account whose signature stands under a question from elsewhere; undefined for everybody else. Throws 401 for
 * servers that this community does not speak with, and with AUTHORIZED_FETCH for all who do not sign. With `surely`, who
 * is not known yet is looked up.
 */
export async function whoAsks(
  ctx: Context,
  request: Request,
  { surely = false }: { surely?: boolean } = {},
): Promise<number | undefined> {
  if (request.get('signature') === undefined) {
    if (ctx.config.authorizedFetch) throw unauthorized('Sign your request: see FEDERATION.md.')
    return undefined
  }
  const claim = readClaim(heardIn(ctx, request), ctx.now())
  if (claim && decisionFor(ctx.db, hostOf(claim.keyId)).cutOff) throw cutOff()
  const signer = claim && (await signerOf(ctx, request, claim, surely || ctx.config.authorizedFetch))
  // a handle may be of another server than its actor: who was cut off is so under both names
  if (signer?.domain && decisionFor(ctx.db, signer.domain).cutOff) throw cutOff()
  if (!signer && ctx.config.authorizedFetch) throw unauthorized('The signature does not hold.')
  return signer?.suspendedAt === null ? signer.id : undefined
}
