import type { Context } from '../../../context.ts'
import { limits } from '../../../limits.ts'
import { decisionFor } from '../../../policies/domains.ts'
import { readRelations } from '../../../policies/relations.ts'
import { accountById } from '../../accounts/queries.ts'
import { keyholderById } from '../../sessions/queries.ts'
import { nameOf, readCase } from '../cases.ts'
import type { Cast } from '../cast.ts'
import { readChoices } from '../choices/read.ts'
import { placeElsewhere } from '../guests/queries.ts'
import { isElsewhere } from '../guests/way-in.ts'
import { counterOf, pairOf } from '../pairs.ts'
import { casesInStates, peopleAskingAbout } from '../queries.ts'

/** Whether so many different people asked about somebody of late that it may be a pile-on. */
export const isPileOn = (ctx: Context, about: number): boolean => {
  const since = ctx.now() - limits.pileOnTime
  return (peopleAskingAbout(ctx.db, { who: nameOf(ctx, about), since })?.count ?? 0) >= limits.pileOnPeople
}

/** Whether somebody of another server is within reach: a person, of a server that is neither shut nor hidden here. */
export function isReachableElsewhere(ctx: Context, id: number): boolean {
  const row = accountById(ctx.db, { id })
  const place = placeElsewhere(ctx.db, { id })
  if (!row || !place || row.suspendedAt !== null || place.kind !== 'Person' || place.movedTo !== null) return false
  return [row.domain ?? place.host, place.host].every((host) => {
    const { cutOff, hidden } = decisionFor(ctx.db, host)
    return !cutOff && !hidden
  })
}

function isReachable(ctx: Context, id: number): boolean {
  if (isElsewhere(ctx, id)) return isReachableElsewhere(ctx, id)
  const person = keyholderById(ctx.db, { accountId: id })
  return person !== undefined && person.suspendedAt === null && person.disabledAt === null
}

/** Whether either blocks or mutes the other; the process changes neither. */
function areApart(ctx: Context, { a, b }: Cast): boolean {
  const { blocking, blockedBy, muting, mutedBy } = readRelations(ctx.db, a, [b], ctx.now())
  // a server that the one who is asked blocks is seen from their side alone
  const { muting: mutingBack } = readRelations(ctx.db, b, [a], ctx.now())
  return [blocking, blockedBy, muting, mutedBy].some((set) => set.has(b)) || mutingBack.has(a)
}

/** Whether an invitation is to reach nobody. Why is written nowhere. */
export function mustHoldBack(ctx: Context, cast: Cast): boolean {
  // between us and a server that is shut or hidden nobody invites anybody, whichever side asked
  if (isElsewhere(ctx, cast.a) && !isReachableElsewhere(ctx, cast.a)) return true
  if (!isReachable(ctx, cast.b) || areApart(ctx, cast)) return true
  const { noRequests, notFrom } = readChoices(ctx, cast.b)
  if (noRequests || notFrom.some(({ id, until }) => id === cast.a && until > ctx.now())) return true
  if (counterOf(ctx, pairOf(ctx, cast.a, cast.b), 'unanswered') >= limits.mediationUnanswered) return true
  return isPileOn(ctx, cast.b)
}

/** Whether another invitation waits for an answer of theirs: then this one waits unseen. */
export const hasOnePending = (ctx: Context, { b }: Cast): boolean =>
  casesInStates(ctx.db, { who: nameOf(ctx, b), role: 'b', states: '["invited"]' })
    .map((row) => readCase(row).now)
    .some(({ reach, answer }) => reach === 'delivered' && (answer === 'none' || answer === 'check'))
