import type { AdminCollection, Collection, CollectionAnswer } from '../../../shared/api/collections.ts'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { readRelations } from '../../policies/relations.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentAccounts } from '../accounts/present.ts'
import { allCollections, peopleIn } from './queries.ts'

type Asked = ReturnType<typeof peopleIn>[number]

function readAll(ctx: Context) {
  const rows = allCollections(ctx.db, { most: limits.collections })
  const people = peopleIn(ctx.db, { ids: JSON.stringify(rows.map(({ id }) => id)) })
  const accounts = presentAccounts(ctx, [...new Set(people.map(({ accountId }) => accountId))])
  return { rows, people, of: Map.groupBy(people, ({ collectionId }) => collectionId), accounts }
}

const isShown = ({ agreed, discoverable, limitedAt }: Asked) => agreed === 1 && discoverable === 1 && limitedAt === null

/**
 * The collections that have anybody to show, or that one is asked to stand in: people who said yes, still want to be
 * found, and from whom one does not keep apart.
 */
export function readCollections(ctx: Context, { accountId: me }: Viewer): Collection[] {
  const { rows, people, of, accounts } = readAll(ctx)
  const ids = [...new Set(people.map(({ accountId }) => accountId))]
  const { blocking, blockedBy, muting, truce } = readRelations(ctx.db, me, ids, ctx.now())
  const isApart = (id: number) => [blocking, blockedBy, muting, truce].some((set) => set.has(id))
  return rows
    .map(({ id, title, about }): Collection => {
      const asked = of.get(id) ?? []
      const own = asked.find(({ accountId }) => accountId === me)
      const shown = asked.filter((one) => isShown(one) && !isApart(one.accountId))
      return {
        id: String(id),
        title,
        about,
        accounts: shown.flatMap(({ accountId }) => accounts.get(accountId) ?? []),
        me: own?.agreed === null ? 'asked' : own?.agreed === 1 ? 'shown' : null,
      }
    })
    .filter(({ accounts: found, me: mine }) => found.length > 0 || mine !== null)
}

/** All collections with everybody who was asked, for those who put them together. */
export function readAdminCollections(ctx: Context): AdminCollection[] {
  const { rows, of, accounts } = readAll(ctx)
  return rows.map(({ id, title, about }) => ({
    id: String(id),
    title,
    about,
    people: (of.get(id) ?? []).flatMap((one) => {
      const account = accounts.get(one.accountId)
      return account ? [{ account, state: stateOf(one) }] : []
    }),
  }))
}

function stateOf(one: Asked): CollectionAnswer {
  if (one.agreed === null) return 'asked'
  if (one.agreed === 0) return 'refused'
  return isShown(one) ? 'shown' : 'left_out'
}
