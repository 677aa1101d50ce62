import type { EvidenceBundle, EvidenceSummary } from '../../../shared/api/evidence.ts'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { presentTime } from '../accounts/present.ts'
import type { BundleRow } from './queries.ts'
import { type Content, openIntact } from './seal.ts'

/** What is left of a bundle of which a byte was changed: that it was there. */
const damaged = ({ keptUntil }: BundleRow): Content => ({
  head: {
    format: 'left-community-evidence-1',
    owner: '',
    about: null,
    note: '',
    kept_at: presentTime(keptUntil - limits.evidenceKept),
  },
  items: [],
  missing: [],
  sha256: '',
})

/** A bundle with its posts, opened and proved. */
export function presentBundle(ctx: Context, row: BundleRow): EvidenceBundle {
  const content = openIntact(ctx, row.content)
  const { head, items, missing, sha256 } = content ?? damaged(row)
  return {
    id: String(row.cursor),
    created_at: head.kept_at,
    kept_until: presentTime(row.keptUntil),
    head,
    sha256,
    count: items.length,
    people: [...new Set(items.map(({ author }) => author.handle))],
    missing,
    intact: content !== undefined,
    items,
  }
}

/** A bundle without its posts. */
export function presentSummary(ctx: Context, row: BundleRow): EvidenceSummary {
  const { items: _items, ...summary } = presentBundle(ctx, row)
  return summary
}
