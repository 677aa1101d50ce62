import type { Request } from 'express'
import { z } from 'zod'
import type { MediationGuest } from '../../../../shared/api/mediation-guest.ts'
import { mediationCounts, mediationTimes } from '../../../../shared/mediation/times.ts'
import type { Context } from '../../../context.ts'
import { hashSecret, newSecret } from '../../../core/crypto.ts'
import { invalidFields, notFound } from '../../../core/errors.ts'
import { type Answer, answer } from '../../../http/answer.ts'
import { decisionFor, domainKey } from '../../../policies/domains.ts'
import { ourHost, presentTime } from '../../accounts/present.ts'
import { accountById } from '../../accounts/queries.ts'
import { readSettings } from '../../settings/queries.ts'
import { isReachableElsewhere } from '../invitation/hold-back.ts'
import { codeFor, fingerprintOf, spelt } from './code.ts'
import { beginAsked, casesAsked, goesOn, guestOf } from './own-case.ts'
import { askerByCode, askerOf, countWrongFrom, letIn, nameAsker, putAsker, putVisit, removeAsker } from './queries.ts'
import { caseCookie, secretIn } from './visit.ts'

/** From which address a code is to come; nothing, where somebody signs in with their server instead. */
export const askForm = z.object({ handle: z.string().trim().max(300).default('') })

const refuse = (description: string) => invalidFields({ handle: [{ error: 'ERR_INVALID', description }] })

/** Throws 404 unless the house lets people of other servers ask: then there is no such door. */
function mustBeOpen(ctx: Context): void {
  if (!readSettings(ctx.db).mediationFromElsewhere) throw notFound('There is nothing at this address.')
}

/** The name under which somebody of another server is waited for. */
const whoFrom = (ctx: Context, username: string, domain: string): Buffer =>
  ctx.vault.fingerprint('mediation asker', `${username.toLowerCase()}@${domain}`)

function readHandle(ctx: Context, handle: string): Buffer {
  const [, username = '', host = ''] = /^@?([^@\s]+)@([^@\s/]+)$/.exec(handle) ?? []
  const domain = domainKey(host)
  if (username === '' || domain === '') throw refuse('Write your whole address, such as @you@server.example.')
  if (domain === ourHost(ctx)) throw refuse('You have an account here. Log in, and ask from there.')
  const { cutOff, hidden } = decisionFor(ctx.db, domain)
  if (cutOff || hidden) throw refuse('This community takes no requests from that server.')
  return whoFrom(ctx, username, domain)
}

type Asker = NonNullable<ReturnType<typeof askerOf>> & { secret: string; tokenHash: Buffer }

/** Who wants to ask in this browser, and has yet to show who they are. */
export function askerIn(ctx: Context, request: Request): Asker | undefined {
  const secret = secretIn(ctx, request)
  if (!secret) return undefined
  const tokenHash = hashSecret(secret)
  const found = askerOf(ctx.db, { tokenHash, now: ctx.now() })
  return found && { ...found, secret, tokenHash }
}

/** Somebody at that door, as they see it. */
export function presentAsker(
  ctx: Context,
  { code, wrong, secret, expiresAt }: Omit<Asker, 'tokenHash'>,
): MediationGuest {
  const counts = code !== null && wrong < mediationCounts.wrongCodes
  return {
    verified: false,
    way: 'asks',
    code: counts ? spelt(codeFor(ctx, secret)) : null,
    service: `@mediation@${ourHost(ctx)}`,
    acct: null,
    link: null,
    expires_at: presentTime(expiresAt),
  }
}

/** Opens the door for who wants to ask, in this browser. Throws 404 where there is none, 422 for an address that is none. */
export function openAsking(ctx: Context, request: Request, { handle }: z.infer<typeof askForm>): Answer {
  mustBeOpen(ctx)
  const who = handle === '' ? undefined : readHandle(ctx, handle)
  const here = askerIn(ctx, request)
  const secret = here?.secret ?? newSecret()
  const tokenHash = hashSecret(secret)
  const expiresAt = here?.expiresAt ?? ctx.now() + mediationTimes.atTheDoor
  const code = who && fingerprintOf(ctx, codeFor(ctx, secret))
  ctx.transact(() => {
    if (!here) putAsker(ctx.db, { tokenHash, expiresAt })
    if (who && code) nameAsker(ctx.db, { tokenHash, who, code })
  })
  const shown = { code: code ?? here?.code ?? null, wrong: who ? 0 : (here?.wrong ?? 0), secret, expiresAt }
  return answer(presentAsker(ctx, shown), { cookies: [caseCookie(secret)] })
}

/** Whether somebody may ask from where they are: a person, of a server that is neither shut nor hidden here. */
const mayAsk = (ctx: Context, accountId: number): boolean =>
  readSettings(ctx.db).mediationFromElsewhere && isReachableElsewhere(ctx, accountId)

/** Lets in who showed who they are: to their request that goes on, or else to the newest one, or to a new draft. */
export function letAskerIn(ctx: Context, accountId: number, tokenHash: Buffer): boolean {
  if (!mayAsk(ctx, accountId)) return false
  ctx.transact(() => {
    const asked = casesAsked(ctx, accountId)
    // one that is over is shown while anybody can still be named in it
    const known = asked.find(goesOn) ?? asked.find((one) => guestOf(ctx, one) !== undefined)
    const caseId = known?.id ?? beginAsked(ctx, accountId)
    const now = ctx.now()
    const until = now + mediationTimes.guest
    removeAsker(ctx.db, { tokenHash })
    putVisit(ctx.db, { tokenHash, caseId, code: null, now, expiresAt: until })
    letIn(ctx.db, { tokenHash, until })
  })
  return true
}

/** Takes a code that came from somebody's own account, for who waits for one from there; whether there was one. */
export function takeAskerCode(ctx: Context, accountId: number, code: string): boolean {
  const row = accountById(ctx.db, { id: accountId })
  if (!row || row.domain === null) return false
  const who = whoFrom(ctx, row.username, row.domain)
  const most = mediationCounts.wrongCodes
  const found = askerByCode(ctx.db, { who, code: fingerprintOf(ctx, code), now: ctx.now(), most })
  if (found) return letAskerIn(ctx, accountId, found.tokenHash)
  countWrongFrom(ctx.db, { who })
  return false
}
