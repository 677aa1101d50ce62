import type { Account } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { readRelations } from '../../policies/relations.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentAccounts } from '../accounts/present.ts'
import { followedByFollowed, lastActive, refuseSuggestion, suggestable } from './queries.ts'

/** Somebody whom one may like to follow, and why; `source` is the older word for it. */
export type Suggestion = {
  source: 'past_interactions' | 'global'
  sources: ('friends_of_friends' | 'most_interactions')[]
  account: Account
}

/** Of so many of the people whom one followed last it is asked whom they follow. */
const LATELY = 100
const CANDIDATES = 200

/** People to follow: whom those follow whom one follows, then who is active here. All of them want to be found. */
export function suggest(ctx: Context, { accountId: me }: Viewer, limit: number): Suggestion[] {
  const near = followedByFollowed(ctx.db, { me, lately: LATELY, most: CANDIDATES }).map(({ id }) => id)
  const active = lastActive(ctx.db, { local: 1, most: CANDIDATES }).map(({ id }) => id)
  const ids = [...new Set([...near, ...active])]
  const may = new Set(suggestable(ctx.db, { me, ids: JSON.stringify(ids) }).map(({ id }) => id))
  const { blocking, blockedBy, muting, truce } = readRelations(ctx.db, me, may, ctx.now())
  const isApart = (id: number) => [blocking, blockedBy, muting, truce].some((set) => set.has(id))
  const shown = ids.filter((id) => may.has(id) && !isApart(id)).slice(0, limit)
  const accounts = presentAccounts(ctx, shown)
  const isNear = new Set(near)
  return shown.flatMap((id): Suggestion[] => {
    const account = accounts.get(id)
    if (!account) return []
    if (isNear.has(id)) return [{ source: 'past_interactions', sources: ['friends_of_friends'], account }]
    return [{ source: 'global', sources: ['most_interactions'], account }]
  })
}

/** Suggests somebody no more. */
export function refuse(ctx: Context, { accountId: me }: Viewer, targetId: number): object {
  refuseSuggestion(ctx.db, { me, targetId })
  return {}
}
