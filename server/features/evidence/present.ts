import type { EvidenceBundle, EvidenceSummary } from '../../../shared/api/evidence.ts'
import type { Context } from '../../context.ts'
import { presentTime } from '../accounts/present.ts'
import type { BundleRow } from './queries.ts'
import { open } from './seal.ts'

/** A bundle with its posts, opened. */
export function presentBundle(ctx: Context, row: BundleRow): EvidenceBundle {
  const { head, items, missing, sha256 } = open(ctx, row.content)
  return {
    id: String(row.cursor),
    created_at: head.kept_at,
    kept_until: presentTime(row.keptUntil),
    head,
    sha256,
    count: items.length,
    people: [...new Set(items.map(({ author }) => author.handle))],
    missing,
    items,
  }
}

/** A bundle without its posts. */
export function presentSummary(ctx: Context, row: BundleRow): EvidenceSummary {
  const { items: _items, ...summary } = presentBundle(ctx, row)
  return summary
}
