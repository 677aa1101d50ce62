import type { Context } from '../../context.ts'
import { Refusal } from '../../core/errors.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { asMember, type Viewer } from '../../policies/viewer.ts'
import {
  allRows,
  blocked,
  bookmarked,
  finishImport,
  finishRow,
  followed,
  type ImportRow,
  importById,
  muted,
  waitingRows,
} from './queries.ts'
import { type ImportType, type RowData, readRow } from './read.ts'

type Act = (ctx: Context, viewer: Viewer, id: number) => unknown

/** What an import does, each as the member would do it by hand. */
export type Acts = {
  find(ctx: Context, acct: string): { id: number } | undefined
  follow(
    ctx: Context,
    viewer: Viewer,
    form: { id: number; reblogs?: boolean; notify?: boolean; languages?: string[] },
  ): unknown
  mute(ctx: Context, viewer: Viewer, form: { id: number; notifications: boolean; duration: number }): unknown
  block: Act
  bookmark: Act
  unfollow: Act
  unmute: Act
  unblock: Act
  unbookmark: Act
  /** Puts somebody whom the member follows into their list of that name, which is made where there is none. */
  putInList(ctx: Context, viewer: Viewer, title: string, id: number): unknown
  /** Takes everybody else out of the member's list of that name. */
  keepInList(ctx: Context, viewer: Viewer, title: string, ids: readonly number[]): unknown
}

/** What a row is about: a person of this server by address, or one of its posts by its address. */
function targetOf(ctx: Context, acts: Acts, type: ImportType, what: string): number | undefined {
  if (type !== 'bookmarks') return acts.find(ctx, what)?.id
  const url = URL.parse(what)
  const id = url?.origin === new URL(ctx.config.publicUrl).origin ? /\/(\d{1,16})$/.exec(url.pathname)?.[1] : undefined
  return id === undefined ? undefined : Number(id)
}

function bring(ctx: Context, acts: Acts, { type, accountId }: ImportRow, row: RowData): string | null {
  const id = targetOf(ctx, acts, type, row.what)
  if (id === undefined) return 'Not found here.'
  if (id === accountId) return 'That is yourself.'
  const viewer = asMember(accountId)
  try {
    const { reblogs, notify, languages, list } = row
    if (type === 'lists') acts.putInList(ctx, viewer, list ?? '', id)
    else if (type === 'following') acts.follow(ctx, viewer, { id, reblogs, notify, languages })
    else if (type === 'muting') acts.mute(ctx, viewer, { id, notifications: row.notifications ?? true, duration: 0 })
    else if (type === 'blocking') acts.block(ctx, viewer, id)
    else acts.bookmark(ctx, viewer, id)
    return null
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    if (type === 'lists' && thrown.status === 404) return 'You do not follow them. Bring along whom you follow first.'
    return thrown.status === 404 ? 'Not found here.' : thrown.message
  }
}

const kept = { following: followed, blocking: blocked, muting: muted, bookmarks: bookmarked } as const

/** Takes out of each list that is named whoever is not in it there; other lists stay as they are. */
function takeRestOfLists(
  ctx: Context,
  acts: Acts,
  { id: importId, accountId }: Pick<ImportRow, 'id' | 'accountId'>,
): void {
  const rows = allRows(ctx.db, { importId }).map(({ data }) => readRow(data))
  for (const [title, people] of Map.groupBy(rows, ({ list }) => list ?? '')) {
    const ids = people.flatMap(({ what }) => acts.find(ctx, what)?.id ?? [])
    acts.keepInList(ctx, asMember(accountId), title, ids)
  }
}

/** Takes away what the list does not name. */
function takeRest(ctx: Context, acts: Acts, { id: importId, type, accountId }: ImportRow): void {
  if (type === 'lists') {
    takeRestOfLists(ctx, acts, { id: importId, accountId })
    return
  }
  const named = new Set(allRows(ctx.db, { importId }).map(({ data }) => targetOf(ctx, acts, type, readRow(data).what)))
  const ways = { following: acts.unfollow, blocking: acts.unblock, muting: acts.unmute, bookmarks: acts.unbookmark }
  for (const { id } of kept[type](ctx.db, { accountId })) {
    if (!named.has(id)) ways[type](ctx, asMember(accountId), id)
  }
}

/**
 * Works a list off, some rows at a time, each with what it does in one transaction: stopped in the middle it goes on
 * where it was, and nothing is done twice.
 */
export const runImport = (acts: Acts): Worker<Context, Jobs['runImport']> => ({
  run(ctx, { importId }) {
    const found = importById(ctx.db, { id: importId })
    if (!found || found.finishedAt !== null) return
    if (found.overwrite === 1 && found.waiting === found.total) takeRest(ctx, acts, found)
    const rows = waitingRows(ctx.db, { importId, most: limits.importChunk })
    for (const { n, data } of rows) {
      ctx.transact(() => {
        finishRow(ctx.db, { importId, n, problem: bring(ctx, acts, found, readRow(data)) })
      })
    }
    if (rows.length < limits.importChunk) finishImport(ctx.db, { id: importId, now: ctx.now() })
    else ctx.queue.add('runImport', { importId })
  },
})
