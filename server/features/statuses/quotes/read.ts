import type { QuoteState } from '../../../../shared/api/wire.ts'
import type { Context } from '../../../context.ts'
import { noRelations, type Relations } from '../../../policies/relations.ts'
import { type QuoteRow, quotesOf } from '../../quotes/queries.ts'
import { hydrate, isVisible, type Part } from '../hydrate.ts'

/** What a post quotes, for one reader: the quoted post is there only where the reader may see it. */
export type Quoted = { state: QuoteState; part: Part | undefined }

/**
 * What the reader sees of it. That comes first of all from who may see the quoted post, so that nothing tells of one
 * that is not for them.
 */
function stateFor(row: QuoteRow, part: Part | undefined, me: number | undefined, relations: Relations): QuoteState {
  if (row.state !== 'accepted') return row.state
  if (row.quotedId === null) return 'deleted'
  if (!part || !isVisible(part, me, relations)) return 'unauthorized'
  if (relations.blocking.has(part.row.accountId)) return 'blocked_account'
  if (relations.muting.has(part.row.accountId) || relations.truce.has(part.row.accountId)) return 'muted_account'
  return 'accepted'
}

/** What several posts quote, by the quoting post's id, and how the reader stands to the people in that. */
export function readQuotes(
  ctx: Context,
  me: number | undefined,
  statusIds: readonly number[],
): { quotes: Map<number, Quoted>; relations: Relations } {
  const rows = statusIds.length === 0 ? [] : quotesOf(ctx.db, { ids: JSON.stringify(statusIds) })
  if (rows.length === 0) return { quotes: new Map(), relations: noRelations }
  const wanted = rows.filter(({ state }) => state === 'accepted').map(({ quotedId }) => quotedId)
  const { parts, relations } = hydrate(ctx, me, [...new Set(wanted.filter((id) => id !== null))])
  const byId = new Map(parts.map((part) => [part.row.id, part]))
  const quotes = rows.map((row): [number, Quoted] => {
    const part = row.quotedId === null ? undefined : byId.get(row.quotedId)
    const state = stateFor(row, part, me, relations)
    return [row.statusId, { state, part: state === 'accepted' ? part : undefined }]
  })
  return { quotes: new Map(quotes), relations }
}
