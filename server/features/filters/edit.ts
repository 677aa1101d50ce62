import type { FilterContext, WholeFilter } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { SECOND } from '../../core/clock.ts'
import { invalid, notFound } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentFilter, presentFilteredStatus, presentKeyword } from './present.ts'
import {
  type FilterRow,
  filterOf,
  filtersOf,
  insertFilter,
  insertKeyword,
  keywordsOf,
  removeFilter,
  removeKeyword,
  statusesIn,
  updateFilter,
  updateKeyword,
} from './queries.ts'

/** A word as a form brings it: with an id it is one that is there, and with `_destroy` it goes. */
export type KeywordForm = { id?: number; keyword?: string; whole_word?: boolean; _destroy?: boolean }

/** What a filter is told to be; what is left out stays as it is. `expires_in` is in seconds, null for never. */
export type FilterForm = {
  title?: string
  context?: FilterContext[]
  filter_action?: FilterRow['action']
  expires_in?: number | undefined
  keywords_attributes?: KeywordForm[]
}

/** One's own filter. Throws 404 for every other one. */
export function findFilter(ctx: Context, { accountId: me }: Viewer, id: number): FilterRow {
  const row = filterOf(ctx.db, { id, me })
  if (!row) throw notFound()
  return row
}

function presentWhole(ctx: Context, rows: readonly FilterRow[]): WholeFilter[] {
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const words = Map.groupBy(keywordsOf(ctx.db, { ids }), ({ filterId }) => filterId)
  const posts = Map.groupBy(statusesIn(ctx.db, { ids }), ({ filterId }) => filterId)
  return rows.map((row) => ({
    ...presentFilter(row),
    keywords: (words.get(row.id) ?? []).map(presentKeyword),
    statuses: (posts.get(row.id) ?? []).map(presentFilteredStatus),
  }))
}

/** One's filters with their words and posts. */
export const readFilters = (ctx: Context, { accountId: me }: Viewer) => presentWhole(ctx, filtersOf(ctx.db, { me }))

/** One of one's filters with its words and posts. Throws 404. */
export function readFilter(ctx: Context, viewer: Viewer, id: number): WholeFilter {
  const [whole] = presentWhole(ctx, [findFilter(ctx, viewer, id)])
  if (!whole) throw notFound()
  return whole
}

/** Makes a filter. Throws 422 past the most. */
export function makeFilter(
  ctx: Context,
  viewer: Viewer,
  form: FilterForm & { title: string; context: FilterContext[] },
): WholeFilter {
  return ctx.transact(() => {
    const me = viewer.accountId
    if (filtersOf(ctx.db, { me }).length >= limits.filters) {
      throw invalid(`You can have ${limits.filters} filters at most.`)
    }
    const id = ctx.newId()
    const row = {
      id,
      title: form.title,
      contexts: JSON.stringify(form.context),
      action: form.filter_action ?? ('warn' as const),
      expiresAt: endOf(ctx, form.expires_in),
    }
    insertFilter(ctx.db, { ...row, me, now: ctx.now() })
    changeWords(ctx, id, form.keywords_attributes ?? [])
    ctx.emit('filtersChanged', { accountId: me })
    return readFilter(ctx, viewer, id)
  })
}

/** Changes a filter and its words. Throws 404, and 422 past the most. */
export function editFilter(ctx: Context, viewer: Viewer, id: number, form: FilterForm): WholeFilter {
  return ctx.transact(() => {
    const before = findFilter(ctx, viewer, id)
    updateFilter(ctx.db, {
      id,
      me: viewer.accountId,
      title: form.title ?? before.title,
      contexts: form.context ? JSON.stringify(form.context) : before.contexts,
      action: form.filter_action ?? before.action,
      expiresAt: 'expires_in' in form ? endOf(ctx, form.expires_in) : before.expiresAt,
    })
    changeWords(ctx, id, form.keywords_attributes ?? [])
    ctx.emit('filtersChanged', { accountId: viewer.accountId })
    return readFilter(ctx, viewer, id)
  })
}

/** Takes a filter away. Throws 404. */
export function deleteFilter(ctx: Context, viewer: Viewer, id: number): object {
  return ctx.transact(() => {
    findFilter(ctx, viewer, id)
    removeFilter(ctx.db, { id, me: viewer.accountId })
    ctx.emit('filtersChanged', { accountId: viewer.accountId })
    return {}
  })
}

/** When so many seconds from now are over; never where none or 0 are given. */
const endOf = (ctx: Context, seconds: number | undefined) => (seconds ? ctx.now() + seconds * SECOND : null)

function changeWords(ctx: Context, filterId: number, words: readonly KeywordForm[]): void {
  for (const { id, keyword, whole_word: whole, _destroy: goes } of words) {
    if (id !== undefined && goes) {
      if (removeKeyword(ctx.db, { id, filterId }) === 0) throw notFound()
      continue
    }
    if (keyword === undefined) throw invalid("Validation failed: keyword can't be blank")
    const row = { id: id ?? ctx.newId(), filterId, keyword, wholeWord: (whole ?? true) ? 1 : 0 }
    if (id === undefined) insertKeyword(ctx.db, row)
    else if (updateKeyword(ctx.db, row) === 0) throw notFound()
  }
  if (keywordsOf(ctx.db, { ids: JSON.stringify([filterId]) }).length > limits.filterKeywords) {
    throw invalid(`A filter can have ${limits.filterKeywords} words at most.`)
  }
}
