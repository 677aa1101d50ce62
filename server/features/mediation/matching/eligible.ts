import { mediationCounts } from '../../../../shared/mediation/times.ts'
import type { Context } from '../../../context.ts'
import { localAccountByName } from '../../accounts/queries.ts'
import type { Loaded } from '../cases.ts'
import type { Cast } from '../cast.ts'
import { readIntake } from '../intake/texts.ts'
import { decidedLately, disclosuresOf, inCaseAlready, inConflict, wroteThere } from './conflicts.ts'
import { loadOf, type Mediator, mediatorsNow } from './mediators.ts'
import { type Candidate, readConsent } from './texts.ts'
import { topicRefusal } from './topics.ts'

/** Whether two lists share something; one that says nothing is as good as all. */
const overlap = (ours: readonly string[], theirs: readonly string[] | undefined): boolean =>
  !theirs?.length || ours.length === 0 || ours.some((one) => theirs.includes(one))

/** The members whom whoever asked named, with or without an @. */
const namedIn = (ctx: Context, handles: readonly string[] = []): Set<number> => {
  const keys = handles.map((handle) => handle.replace(/^@/, '').toLowerCase().split('@')[0] ?? '')
  const rows = keys.flatMap((key) => localAccountByName(ctx.db, { key }) ?? [])
  return new Set(rows.filter((row) => row.joinedAt !== null && row.suspendedAt === null).map(({ id }) => id))
}

function canTalk(ctx: Context, loaded: Loaded, { languages, hours }: Mediator): boolean {
  const a = readIntake(ctx, loaded)
  const b = readConsent(ctx, loaded)
  return (
    overlap(languages, a.languages) &&
    overlap(languages, b.languages) &&
    overlap(hours, a.hours) &&
    overlap(hours, b.hours)
  )
}

/** Who could mediate here: shares a language and hours with both, has room, takes what it is about, no hard conflict. */
function eligible(ctx: Context, loaded: Loaded, cast: Cast, past: readonly number[]) {
  const intake = readIntake(ctx, loaded)
  const isRefused = topicRefusal(ctx, intake)
  const present = mediatorsNow(ctx).filter(({ isAway }) => !isAway)
  const ids = present.map(({ accountId }) => accountId)
  const loads = loadOf(ctx, present)
  const load = ({ accountId }: Mediator) => loads.get(accountId) ?? 0
  const excluded = new Set([
    ...past,
    ...namedIn(ctx, intake.unwanted),
    ...inCaseAlready(ctx, loaded.id, ids),
    ...inConflict(ctx, cast, ids),
    ...decidedLately(ctx, cast, ids),
    ...wroteThere(ctx, intake.status_ids ?? []),
  ])
  const free = present
    .filter((one) => !excluded.has(one.accountId) && load(one) < one.maxOpen)
    .filter((one) => !one.closeTo.includes(cast.a) && !one.closeTo.includes(cast.b) && canTalk(ctx, loaded, one))
    .filter((one) => !isRefused(one.topicsNotTaken))
  return { free, load }
}

/** Who could come in beside the mediator: those who would mediate together with somebody, with the same conditions. */
export const findSeconds = (ctx: Context, loaded: Loaded, cast: Cast): Mediator[] =>
  eligible(ctx, loaded, cast, []).free.filter(({ together }) => together)

/** Whom whoever asked would trust: they need no role, and only a block, a mute or a report stands in the way. */
function findTrusted(ctx: Context, loaded: Loaded, cast: Cast, past: readonly number[]): number[] {
  const { trusted, unwanted } = readIntake(ctx, loaded)
  const named = [...namedIn(ctx, trusted)]
  const out = new Set([
    ...past,
    ...namedIn(ctx, unwanted),
    ...inCaseAlready(ctx, loaded.id, named),
    ...inConflict(ctx, cast, named),
  ])
  return named.filter((id) => !out.has(id))
}

/**
 * The next people to offer as mediators: who is trusted by whoever asked, and three of the team at most, the fewest open
 * cases first, then who rested longest.
 */
export function findCandidates(ctx: Context, loaded: Loaded, cast: Cast, past: readonly number[]): Candidate[] {
  const comrades = new Set(findTrusted(ctx, loaded, cast, past))
  const { free, load } = eligible(ctx, loaded, cast, past)
  const team = free
    .filter(({ accountId }) => !comrades.has(accountId))
    .sort((a, b) => load(a) - load(b) || a.tookAt - b.tookAt || a.accountId - b.accountId)
    .slice(0, mediationCounts.candidates)
    .map(({ accountId }) => accountId)
  const ids = [...comrades, ...team]
  const disclosures = disclosuresOf(ctx, loaded.id, cast, ids)
  return ids.map((id) => ({ id, comrade: comrades.has(id), disclosures: disclosures.get(id) ?? [] }))
}
