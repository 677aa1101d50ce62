import type { Request } from 'express'
import { z } from 'zod'
import type { MediationGuest } from '../../../../shared/api/mediation-guest.ts'
import { mediationCounts, mediationTimes } from '../../../../shared/mediation/times.ts'
import type { Context } from '../../../context.ts'
import { hashSecret, newSecret } from '../../../core/crypto.ts'
import { type Answer, answer } from '../../../http/answer.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { acctOf, ourHost, presentTime } from '../../accounts/present.ts'
import { accountById } from '../../accounts/queries.ts'
import { loadCase, nameOf } from '../cases.ts'
import { partsOf } from '../queries.ts'
import { roleIn, type Seat } from '../seats.ts'
import { askerIn, letAskerIn, presentAsker } from './ask.ts'
import { codeFor, fingerprintOf, spelt } from './code.ts'
import { guestOf, sideOfGuest, wayBack } from './own-case.ts'
import { dropEarlier, letIn, linkOf, putVisit, removeAsker, removeVisit } from './queries.ts'
import { caseCookie, findVisit, gone, secretIn, type Visit, visitIn } from './visit.ts'

/** What a link brings behind its #. */
export const openForm = z.object({ secret: z.string().max(200) })

function present(ctx: Context, { caseId, secret, verified, wrong, expiresAt }: Visit): MediationGuest {
  const isIn = verified === 1
  const loaded = loadCase(ctx, caseId)
  const asks = sideOfGuest(loaded) === 'a'
  const row = isIn ? accountById(ctx.db, { id: guestOf(ctx, loaded) ?? 0 }) : undefined
  const counts = !isIn && wrong < mediationCounts.wrongCodes
  return {
    verified: isIn,
    way: asks ? 'back' : 'asked',
    code: counts ? spelt(codeFor(ctx, secret)) : null,
    service: `@mediation@${ourHost(ctx)}`,
    acct: row ? acctOf(row) : null,
    link: isIn && asks ? `${ctx.config.publicUrl}/guest#${wayBack(ctx, caseId)}` : null,
    expires_at: presentTime(expiresAt),
  }
}

/** Who is at the door of a case in this browser, or let in. Throws 404. */
export function readVisit(ctx: Context, request: Request): MediationGuest {
  const asker = askerIn(ctx, request)
  return asker ? presentAsker(ctx, asker) : present(ctx, findVisit(ctx, request))
}

/** Opens the way into a case as far as its door. Throws 404 for a link that leads nowhere, whatever is wrong with it. */
export function openDoor(ctx: Context, request: Request, { secret: link }: z.infer<typeof openForm>): Answer {
  const found = linkOf(ctx.db, { linkHash: hashSecret(link) })
  if (!found) throw gone()
  const { caseId } = found
  const here = visitIn(ctx, request)
  if (here?.caseId === caseId && here.verified === 1) return answer(present(ctx, here))
  const secret = newSecret()
  const [now, tokenHash, code] = [ctx.now(), hashSecret(secret), fingerprintOf(ctx, codeFor(ctx, secret))]
  const expiresAt = now + mediationTimes.atTheDoor
  ctx.transact(() => {
    putVisit(ctx.db, { tokenHash, caseId, code, now, expiresAt })
    dropEarlier(ctx.db, { caseId, most: mediationCounts.atTheDoor })
  })
  const visit = { caseId, secret, tokenHash, verified: 0, wrong: 0, expiresAt }
  return answer(present(ctx, visit), { cookies: [caseCookie(secret)] })
}

/** Lets in somebody whose own server said who they are; false where the door is for somebody else, or for nobody. */
export function admit(ctx: Context, request: Request, accountId: number): boolean {
  const asker = askerIn(ctx, request)
  if (asker) return letAskerIn(ctx, accountId, asker.tokenHash)
  const visit = visitIn(ctx, request)
  if (!visit) return false
  const side = sideOfGuest(loadCase(ctx, visit.caseId))
  const parts = partsOf(ctx.db, { caseId: visit.caseId, who: nameOf(ctx, accountId) })
  if (!parts.some(({ role }) => role === side)) return false
  return letIn(ctx.db, { tokenHash: visit.tokenHash, until: ctx.now() + mediationTimes.guest }) > 0
}

/** The guest's place in their case. Throws 404 for everybody who did not show who they are. */
export function findGuestSeat(ctx: Context, request: Request): Seat {
  const { caseId, verified } = findVisit(ctx, request)
  if (verified === 0) throw gone()
  const loaded = loadCase(ctx, caseId)
  const role = roleIn(loaded, [sideOfGuest(loaded)])
  if (!role) throw gone()
  // somebody who waits to be let in reads as a visitor does; once nobody can be named any more there is no id either
  const accountId = guestOf(ctx, loaded) ?? 0
  const viewer: Viewer = {
    accountId,
    state: 'waiting',
    roles: [],
    scopes: undefined,
    acceptedRules: false,
    appId: undefined,
  }
  return { case: loaded, role, viewer, isGuest: true }
}

/** Ends a guest's visit in this browser. */
export function leave(ctx: Context, request: Request): Answer {
  const secret = secretIn(ctx, request)
  if (secret) {
    const tokenHash = hashSecret(secret)
    removeVisit(ctx.db, { tokenHash })
    removeAsker(ctx.db, { tokenHash })
  }
  return answer({}, { cookies: [caseCookie()] })
}
