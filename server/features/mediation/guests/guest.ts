import type { Request } from 'express'
import { z } from 'zod'
import type { MediationGuest } from '../../../../shared/api/mediation-guest.ts'
import { mediationCounts, mediationTimes } from '../../../../shared/mediation/times.ts'
import type { Context } from '../../../context.ts'
import { hashSecret, newSecret } from '../../../core/crypto.ts'
import { notFound } from '../../../core/errors.ts'
import { type Answer, answer, type Cookie } from '../../../http/answer.ts'
import { readCookie } from '../../../http/cookies.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { acctOf, ourHost, presentTime } from '../../accounts/present.ts'
import { accountById } from '../../accounts/queries.ts'
import { loadCase, nameOf } from '../cases.ts'
import { readCast } from '../cast.ts'
import { partsOf } from '../queries.ts'
import { roleIn, type Seat } from '../seats.ts'
import { codeFor, fingerprintOf, spelt } from './code.ts'
import { dropEarlier, letIn, linkOf, putVisit, removeVisit, visitOf } from './queries.ts'

/** What a link brings behind its #. */
export const openForm = z.object({ secret: z.string().max(200) })

/** The cookie of a guest of one case: it opens no door but those of that case. */
const caseCookie = (secret?: string): Cookie => ({ name: 'guest_case', value: secret, maxAge: mediationTimes.guest })

const gone = () => notFound('This link leads nowhere any more.')

type Visit = NonNullable<ReturnType<typeof visitOf>> & { secret: string; tokenHash: Buffer }

/** The visit of this browser, while it lasts. */
function visitIn(ctx: Context, request: Request): Visit | undefined {
  const secret = readCookie(ctx.config, request, 'guest_case')
  if (!secret) return undefined
  const tokenHash = hashSecret(secret)
  const visit = visitOf(ctx.db, { tokenHash, now: ctx.now() })
  return visit && { ...visit, secret, tokenHash }
}

/** The visit of this browser. Throws 404. */
function findVisit(ctx: Context, request: Request): Visit {
  const visit = visitIn(ctx, request)
  if (!visit) throw gone()
  return visit
}

function present(ctx: Context, { caseId, secret, verified, wrong, expiresAt }: Visit): MediationGuest {
  const isIn = verified === 1
  const b = isIn ? readCast(ctx, loadCase(ctx, caseId))?.b : undefined
  const row = b === undefined ? undefined : accountById(ctx.db, { id: b })
  const counts = !isIn && wrong < mediationCounts.wrongCodes
  return {
    verified: isIn,
    code: counts ? spelt(codeFor(ctx, secret)) : null,
    service: `@mediation@${ourHost(ctx)}`,
    acct: row ? acctOf(row) : null,
    expires_at: presentTime(expiresAt),
  }
}

/** Who is at the door of a case in this browser, or let in. Throws 404. */
export const readVisit = (ctx: Context, request: Request): MediationGuest => present(ctx, findVisit(ctx, request))

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

/** Lets in somebody whose own server said who they are; false where the invitation is for somebody else. */
export function admit(ctx: Context, request: Request, accountId: number): boolean {
  const visit = visitIn(ctx, request)
  if (!visit) return false
  const parts = partsOf(ctx.db, { caseId: visit.caseId, who: nameOf(ctx, accountId) })
  if (!parts.some(({ role }) => role === 'b')) return false
  return letIn(ctx.db, { tokenHash: visit.tokenHash, until: ctx.now() + mediationTimes.guest }) > 0
}

/** The guest's place in their case. Throws 404 for everybody who did not show who they are. */
export function findGuestSeat(ctx: Context, request: Request): Seat {
  const { caseId, verified } = findVisit(ctx, request)
  if (verified === 0) throw gone()
  const loaded = loadCase(ctx, caseId)
  const role = roleIn(loaded, ['b'])
  if (!role) throw gone()
  // somebody who waits to be let in reads as a visitor does; once nobody can be named any more there is no id either
  const accountId = readCast(ctx, loaded)?.b ?? 0
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
  const secret = readCookie(ctx.config, request, 'guest_case')
  if (secret) removeVisit(ctx.db, { tokenHash: hashSecret(secret) })
  return answer({}, { cookies: [caseCookie()] })
}
