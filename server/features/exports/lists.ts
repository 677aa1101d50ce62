import { stringify } from 'csv-stringify/sync'
import type { Context } from '../../context.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { ourHost } from '../accounts/present.ts'
import { presentStatuses } from '../statuses/present.ts'
import { blocksToExport, bookmarksToExport, followsToExport, listsToExport, mutesToExport } from './queries.ts'

/** The lists that can be taken along, by the names that Mastodon gives the files. */
export const exported = ['following_accounts', 'blocked_accounts', 'muted_accounts', 'lists', 'bookmarks'] as const
/** One of {@link exported}. */
export type Exported = (typeof exported)[number]

type Row = (string | boolean)[]

function rowsOf(ctx: Context, viewer: Viewer, what: Exported): Row[] {
  const me = { accountId: viewer.accountId }
  const whole = ({ username, domain }: { username: string; domain: string | null }) =>
    `${username}@${domain ?? ourHost(ctx)}`
  switch (what) {
    case 'following_accounts':
      return [
        ['Account address', 'Show boosts', 'Notify on new posts', 'Languages'],
        ...followsToExport(ctx.db, me).map((row) => [
          whole(row),
          row.showReblogs === 1,
          row.notify === 1,
          row.languages === null ? '' : (JSON.parse(row.languages) as string[]).join(', '),
        ]),
      ]
    case 'muted_accounts':
      return [
        ['Account address', 'Hide notifications'],
        ...mutesToExport(ctx.db, me).map((row) => [whole(row), row.notifications === 1]),
      ]
    case 'blocked_accounts':
      return blocksToExport(ctx.db, me).map((row) => [whole(row)])
    case 'lists':
      return listsToExport(ctx.db, me).map((row) => [row.title, whole(row)])
    case 'bookmarks': {
      const ids = bookmarksToExport(ctx.db, me).map((row) => row.statusId)
      return presentStatuses(ctx, viewer, ids).map(({ uri }) => [uri])
    }
    default:
      return what satisfies never
  }
}

/** One of one's own lists as CSV, in the columns that Mastodon writes and reads. */
export const exportList = (ctx: Context, viewer: Viewer, what: Exported): string =>
  stringify(rowsOf(ctx, viewer, what), { cast: { boolean: String } })
