import type { Filter, FilterContext, FilterResult } from '../../../shared/api/wire.ts'
import { patternOf, readable } from '../../../shared/filters.ts'
import type { Context } from '../../context.ts'
import { createMemo, type Memo } from '../../core/memo.ts'
import { presentTime } from '../accounts/present.ts'
import {
  type FilteredStatusRow,
  type FilterRow,
  filtersOf,
  type KeywordRow,
  keywordsOf,
  statusesIn,
} from './queries.ts'

type Ready = {
  expiresAt: number | null
  filter: Filter
  words: readonly { keyword: string; pattern: RegExp }[]
  statuses: ReadonlySet<number>
}

/** Members whose filters are kept ready to be asked. */
const KEPT = 500

const memos = new WeakMap<Context, Memo<number, readonly Ready[]>>()

function memoOf(ctx: Context): Memo<number, readonly Ready[]> {
  const memo = memos.get(ctx) ?? createMemo<number, readonly Ready[]>(KEPT)
  memos.set(ctx, memo)
  return memo
}

/** What was ready of somebody's filters holds no longer. */
export const forgetFilters = (ctx: Context, { accountId }: { accountId: number }) => memoOf(ctx).forget(accountId)

/** A filter as its owner reads it, without its words and posts. */
export const presentFilter = ({ id, title, contexts, action, expiresAt }: FilterRow): Filter => ({
  id: String(id),
  title,
  context: JSON.parse(contexts),
  expires_at: expiresAt === null ? null : presentTime(expiresAt),
  filter_action: action,
})

/** A word of a filter. */
export const presentKeyword = ({ id, keyword, wholeWord }: KeywordRow) => ({
  id: String(id),
  keyword,
  whole_word: wholeWord === 1,
})

/** A post in a filter. */
export const presentFilteredStatus = ({ id, statusId }: FilteredStatusRow) => ({
  id: String(id),
  status_id: String(statusId),
})

function readyOf(ctx: Context, me: number): readonly Ready[] {
  const memo = memoOf(ctx)
  const known = memo.get(me)
  if (known) return known
  const rows = filtersOf(ctx.db, { me })
  if (rows.length === 0) return memo.keep(me, [])
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const words = Map.groupBy(keywordsOf(ctx.db, { ids }), ({ filterId }) => filterId)
  const posts = Map.groupBy(statusesIn(ctx.db, { ids }), ({ filterId }) => filterId)
  const ready = rows.map((row) => ({
    expiresAt: row.expiresAt,
    filter: presentFilter(row),
    words: (words.get(row.id) ?? []).map(({ keyword, wholeWord }) => {
      return { keyword, pattern: patternOf({ keyword, wholeWord: wholeWord === 1 }) }
    }),
    statuses: new Set((posts.get(row.id) ?? []).map(({ statusId }) => statusId)),
  }))
  return memo.keep(me, ready)
}

/** As much of a post as filters look at. */
export type Filterable = { id: number; accountId: number; texts: readonly string[] }

/** Finds what a member's filters say of posts; of their own nothing. Undefined where they have no filter. */
export function createFinder(ctx: Context, me: number): ((post: Filterable) => FilterResult[]) | undefined {
  const now = ctx.now()
  const active = readyOf(ctx, me).filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
  if (active.length === 0) return undefined
  return ({ id, accountId, texts }) => {
    if (accountId === me) return []
    const text = readable(...texts)
    return active.flatMap(({ filter, words, statuses }) => {
      const found = words.filter(({ pattern }) => pattern.test(text)).map(({ keyword }) => keyword)
      const isIn = statuses.has(id)
      if (found.length === 0 && !isIn) return []
      return [
        {
          filter,
          keyword_matches: found.length > 0 ? found : null,
          status_matches: isIn ? [String(id)] : null,
        },
      ]
    })
  }
}

/** Whether a member has a filter that hides posts in such a list. */
export const hidesAnything = (ctx: Context, me: number, context: FilterContext): boolean =>
  readyOf(ctx, me).some(({ filter }) => filter.filter_action === 'hide' && filter.context.includes(context))

/** Whether one of the results hides the post in such a list. */
export const hides = (results: readonly FilterResult[] | undefined, context: FilterContext): boolean =>
  results?.some(({ filter }) => filter.filter_action === 'hide' && filter.context.includes(context)) ?? false
