import { formatText } from '../../../shared/text/format.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { presentTime } from '../accounts/present.ts'
import { paperBySlug } from '../papers/queries.ts'
import { readSettings } from '../settings/queries.ts'
import { textsChanged } from './queries.ts'

/** A paper that everybody may read. */
export function openPaper(ctx: Context, slug: string) {
  const row = paperBySlug(ctx.db, { slug })
  if (row?.public !== 1 || row.published === null) return undefined
  return { html: formatText(row.published), at: presentTime(row.publishedAt ?? 0) }
}

/** What the community says of itself at length. */
export function presentExtendedDescription(ctx: Context) {
  const { statement, purpose, whoRuns } = readSettings(ctx.db)
  const content = formatText([statement, purpose, whoRuns].filter(Boolean).join('\n\n'))
  return { updated_at: presentTime(textsChanged(ctx.db)?.at ?? 0), content }
}

/** What it says about privacy: its paper of that name. Throws 404 while there is none. */
export function presentPrivacy(ctx: Context) {
  const paper = openPaper(ctx, 'privacy')
  if (!paper) throw notFound()
  return { updated_at: paper.at, content: paper.html }
}

/** Its terms, where it wrote a paper `terms`; with a `date`, only those of that day. Throws 404 while there are none. */
export function presentTerms(ctx: Context, date?: string) {
  const paper = openPaper(ctx, 'terms')
  const day = paper?.at.slice(0, 10)
  if (!paper || (date !== undefined && date !== day)) throw notFound()
  return { effective_date: day, effective: true, content: paper.html, succeeded_by: null }
}
