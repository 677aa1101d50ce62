import type { Context } from '../../../context.ts'
import { limits } from '../../../limits.ts'
import { isHeld } from '../../../policies/panic.ts'
import { rolesThatMay } from '../../../policies/roles.ts'
import { accountById, rolesOf } from '../../accounts/queries.ts'
import { statusById } from '../../statuses/queries.ts'
import type { NotificationRow } from '../queries.ts'
import { hearersOf, policyOf } from './queries.ts'

/**
 * What is heard of whom where nothing was chosen, as Mastodon's: everybody, but that private words of people one does
 * not follow wait where one can look at them first, without knowing of it.
 */
export const standardPolicy = {
  notFollowing: 'accept',
  notFollowers: 'accept',
  newAccounts: 'accept',
  privateMentions: 'filter',
  limitedAccounts: 'filter',
} as const

/** What comes of something one did oneself, or takes part in, is always heard. */
const always: readonly NotificationRow['type'][] = ['poll', 'update', 'status']

type Told = { ids: readonly number[]; type: NotificationRow['type']; statusId?: number | null }
type Policy = NonNullable<ReturnType<typeof policyOf>> | typeof standardPolicy
type Hearer = ReturnType<typeof hearersOf>[number]

/**
 * What speaks of a deed, whoever hears of it; `isQuiet`: it is a mention while only those one follows are heard,
 * `isLetter`: a member writes privately to one of the team, who is there to be asked.
 */
type Deed = {
  isLetter: boolean
  isNew: boolean
  isLimited: boolean
  isQuiet: boolean
  isPrivate: boolean
  answers: number | null | undefined
}

/** Those of the team among these people. */
function teamAmong(ctx: Context, ids: readonly number[]): Set<number> {
  const team = rolesThatMay('reports')
  const held = rolesOf(ctx.db, { ids: JSON.stringify(ids) })
  return new Set(held.flatMap(({ accountId, role }) => (team.includes(role) ? [accountId] : [])))
}

function verdictOf(policy: Policy, { id, following, followed, permitted }: Hearer, deed: Deed) {
  if (permitted || (deed.isLetter && !deed.isLimited && !deed.isQuiet)) return 'accept'
  const asked = [
    following ? 'accept' : deed.isQuiet ? 'filter' : 'accept',
    following ? 'accept' : policy.notFollowing,
    followed ? 'accept' : policy.notFollowers,
    deed.isNew && !following ? policy.newAccounts : 'accept',
    deed.isLimited && !following ? policy.limitedAccounts : 'accept',
    deed.isPrivate && !following && deed.answers !== id ? policy.privateMentions : 'accept',
  ]
  return asked.includes('drop') ? 'drop' : asked.includes('filter') ? 'filter' : 'accept'
}

/** Who of `ids` hears of something now, and who as a request; for the rest it never was. */
export function sortByPolicy(ctx: Context, sender: number, { ids, type, statusId }: Told) {
  const sorted = { accepted: [] as number[], filtered: [] as number[] }
  if (ids.length === 0 || always.includes(type)) return { ...sorted, accepted: [...ids] }
  const row = statusId == null ? undefined : statusById(ctx.db, { id: statusId })
  const account = accountById(ctx.db, { id: sender })
  const deed = {
    isNew: ctx.now() - (account?.createdAt ?? 0) < limits.newAccount,
    isLimited: account?.limitedAt != null,
    isQuiet: type === 'mention' && isHeld(ctx.db, 'mentions_followed', ctx.now()),
    isPrivate: type === 'mention' && row?.visibility === 'direct',
    answers: row?.inReplyToAccountId,
  }
  const team = deed.isPrivate && account?.domain === null ? teamAmong(ctx, ids) : new Set<number>()
  const recent = ctx.now() - limits.newFollow
  for (const hearer of hearersOf(ctx.db, { ids: JSON.stringify(ids), sender, recent })) {
    const policy = policyOf(ctx.db, { me: hearer.id }) ?? standardPolicy
    const verdict = verdictOf(policy, hearer, { ...deed, isLetter: team.has(hearer.id) })
    if (verdict !== 'drop') sorted[verdict === 'accept' ? 'accepted' : 'filtered'].push(hearer.id)
  }
  return sorted
}
