import type { AdminReport } from '../../../shared/api/admin.ts'
import type { Context } from '../../context.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentTime } from '../accounts/present.ts'
import { casesByIds } from '../moderation/cases/queries.ts'
import { postsOfReports, type ReportRow } from '../moderation/reports/queries.ts'
import { presentStatuses } from '../statuses/present.ts'
import { adminAccountsById } from './present.ts'

const categories = {
  rule: 'violation',
  private: 'violation',
  intimate: 'violation',
  evasion: 'violation',
  spam: 'spam',
  legal: 'legal',
  other: 'other',
} as const

/** Opens the words of a report; they are sealed by another feature. */
export type OpenWords = (ctx: Context, sealed: Buffer) => { comment: string }

/** Reports as Mastodon's API for staff has them, without those about the viewer. */
export function presentReports(
  ctx: Context,
  viewer: Viewer,
  rows: readonly ReportRow[],
  openWords: OpenWords,
): AdminReport[] {
  const shown = rows.filter(({ targetId }) => targetId !== viewer.accountId)
  const cases = new Map(
    casesByIds(ctx.db, { ids: JSON.stringify(shown.map(({ caseId }) => caseId)) }).map((one) => [one.id, one]),
  )
  const posts = postsOfReports(ctx.db, { ids: JSON.stringify(shown.map(({ cursor }) => cursor)) })
  const statuses = new Map(
    presentStatuses(ctx, viewer, [...new Set(posts.map(({ statusId }) => statusId))]).map((one) => [
      Number(one.id),
      one,
    ]),
  )
  const claimants = [...cases.values()].map(({ claimedBy }) => claimedBy)
  const people = adminAccountsById(ctx, [
    ...shown.flatMap(({ reporterId, targetId }) => [reporterId, targetId]),
    ...claimants,
  ])
  const personOf = (id: number | null | undefined) => people.get(id ?? 0) ?? null
  return shown.map((row) => {
    const about = cases.get(row.caseId)
    const decidedAt = about?.decidedAt ?? null
    return {
      id: String(row.cursor),
      action_taken: about?.state === 'decided',
      action_taken_at: decidedAt === null ? null : presentTime(decidedAt),
      category: categories[row.kind],
      comment: openWords(ctx, row.content).comment,
      forwarded: row.forward === 1,
      created_at: presentTime(row.createdAt),
      updated_at: presentTime(decidedAt ?? row.createdAt),
      account: personOf(row.reporterId),
      target_account: personOf(row.targetId),
      assigned_account: about && (about.claimedUntil ?? 0) > ctx.now() ? personOf(about.claimedBy) : null,
      action_taken_by_account: null,
      statuses: posts
        .filter(({ reportId }) => reportId === row.cursor)
        .flatMap(({ statusId }) => statuses.get(statusId) ?? []),
      // written by us: a list of {slug, version}
      rules: (JSON.parse(row.rules) as { slug: string }[]).map(({ slug }) => ({ id: slug, text: slug, hint: '' })),
      collections: [],
    }
  })
}
