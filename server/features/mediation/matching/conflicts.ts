import type { Context } from '../../../context.ts'
import { limits } from '../../../limits.ts'
import { readRelations } from '../../../policies/relations.ts'
import { decidedAbout, reportedWith } from '../../moderation/cases/queries.ts'
import { nameOf } from '../cases.ts'
import type { Cast } from '../cast.ts'
import { membersOf } from '../queries.ts'
import { authorsInThreads, mediatedBefore } from './queries.ts'

/** What a party is told of a candidate beside who they are. */
export type Disclosure = 'follows_a' | 'follows_b' | 'mediated_before'

/** Who of `people` can never mediate here: one of the two, or somebody who has or had another part in the case. */
export function inCaseAlready(ctx: Context, caseId: number, people: readonly number[]): Set<number> {
  const parts = new Set(membersOf(ctx.db, { caseId }).map(({ who }) => who.toString('hex')))
  return new Set(people.filter((id) => parts.has(nameOf(ctx, id).toString('hex'))))
}

/** Who of `people` blocks, mutes or lately reported one of the two, or had that done by them. */
export function inConflict(ctx: Context, { a, b }: Cast, people: readonly number[]): Set<number> {
  const sides = [a, b].map((party) => readRelations(ctx.db, party, people, ctx.now()))
  const ids = JSON.stringify(people)
  const since = ctx.now() - limits.mediationConflict
  const reported = new Set([a, b].flatMap((who) => reportedWith(ctx.db, { ids, who, since }).map(({ id }) => id)))
  const found = people.filter(
    (id) =>
      reported.has(id) ||
      sides.some(
        ({ blocking, blockedBy, muting, mutedBy }) =>
          blocking.has(id) || blockedBy.has(id) || muting.has(id) || mutedBy.has(id),
      ),
  )
  return new Set(found)
}

/** Who of `people` lately decided something about one of the two, as a moderator. */
export function decidedLately(ctx: Context, { a, b }: Cast, people: readonly number[]): Set<number> {
  const ids = JSON.stringify(people)
  const since = ctx.now() - limits.moderatedConflict
  return new Set([a, b].flatMap((who) => decidedAbout(ctx.db, { ids, who, since }).map(({ id }) => id)))
}

/** Who wrote in the threads that it is about. */
export const wroteThere = (ctx: Context, statusIds: readonly number[]): Set<number> =>
  new Set(authorsInThreads(ctx.db, { ids: JSON.stringify(statusIds) }).map(({ accountId }) => accountId))

/** What has to be disclosed of each of `people`; in a small community to follow both is normal and says nothing. */
export function disclosuresOf(
  ctx: Context,
  caseId: number,
  { a, b }: Cast,
  people: readonly number[],
): Map<number, Disclosure[]> {
  const names = JSON.stringify(people.map((id) => nameOf(ctx, id).toString('hex')))
  const before = new Set(
    [a, b].flatMap((party) =>
      mediatedBefore(ctx.db, { names, who: nameOf(ctx, party), caseId }).map(({ name }) => name),
    ),
  )
  const ofA = readRelations(ctx.db, a, people, ctx.now()).followedBy
  const ofB = readRelations(ctx.db, b, people, ctx.now()).followedBy
  const found = people.map((id): [number, Disclosure[]] => {
    const told: Disclosure[] = []
    if (ofA.has(id) && !ofB.has(id)) told.push('follows_a')
    if (ofB.has(id) && !ofA.has(id)) told.push('follows_b')
    if (before.has(nameOf(ctx, id).toString('hex'))) told.push('mediated_before')
    return [id, told]
  })
  return new Map(found)
}
