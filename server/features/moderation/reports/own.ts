import type { OwnReport } from '../../../../shared/api/moderation.ts'
import type { Context } from '../../../context.ts'
import { conflict, notFound } from '../../../core/errors.ts'
import type { Page } from '../../../http/answer.ts'
import { readPage, type Wish } from '../../../http/pages.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { openSaid, sealSaid } from './content.ts'
import { presentOwn } from './present.ts'
import { type ReportRow, reportById, reportsBy, setContent } from './queries.ts'

/** What one reported, the newest first. */
export const readReports = (ctx: Context, { accountId: me }: Viewer, wish: Wish): Page =>
  readPage(
    wish,
    (range) => reportsBy(ctx.db, { me }, range),
    (rows) => presentOwn(ctx, rows),
  )

function ownRow(ctx: Context, { accountId }: Viewer, id: number): ReportRow {
  const row = reportById(ctx.db, { id })
  if (row?.reporterId !== accountId) throw notFound()
  return row
}

/** One report of one's own. Throws 404 for every other. */
export function readReport(ctx: Context, viewer: Viewer, id: number): OwnReport {
  const [found] = presentOwn(ctx, [ownRow(ctx, viewer, id)])
  if (!found) throw notFound()
  return found.item
}

/** Adds words to a report of one's own, until it is decided. Throws 404, 409. */
export function addTo(ctx: Context, viewer: Viewer, { id, text }: { id: number; text: string }): OwnReport {
  ctx.transact(() => {
    const row = ownRow(ctx, viewer, id)
    if (row.toldAt !== null) throw conflict('This was decided already. If it goes on, report it anew.')
    const said = openSaid(ctx, row.content)
    if (said.additions.length >= limits.reportAdditions) {
      throw conflict(`You added ${limits.reportAdditions} times, which is the most. Those who decide have read it.`)
    }
    const additions = [...said.additions, { text, at: presentTime(ctx.now()) }]
    setContent(ctx.db, { id, content: sealSaid(ctx, { ...said, additions }) })
  })
  return readReport(ctx, viewer, id)
}
