import type { AdminAccount, AdminReport } from '../../../shared/api/admin.ts'
import type { Context } from '../../context.ts'
import { decidersOf } from '../../core/acts/queries.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentTime } from '../accounts/present.ts'
import { casesByIds } from '../moderation/cases/queries.ts'
import { postsOfReports, type ReportRow } from '../moderation/reports/queries.ts'
import { readRefs } from '../moderation/rules/present.ts'
import { readRules } from '../rules/present.ts'
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

type CaseOf = ReturnType<typeof casesByIds>[number]

/** The rules that reports name, by the ids of `instance/rules` and as they were worded; a query for each version, of which there are few. */
function rulesOf(ctx: Context, rows: readonly ReportRow[]): (row: ReportRow) => AdminReport['rules'] {
  const named = rows.flatMap((row) => readRefs(row.rules))
  const versions = new Map(
    [...new Set(named.map(({ version }) => version))].map((one) => [one, readRules(ctx.db, one)?.rules]),
  )
  return (row) =>
    readRefs(row.rules).flatMap(({ slug, version }) => {
      const rule = versions.get(version)?.find((one) => one.slug === slug)
      return rule ? [{ id: String(rule.id), text: rule.text, hint: rule.hint }] : []
    })
}

/** What became of a report's case; `personOf` knows everybody who is named. */
function presentState(ctx: Context, about: CaseOf | undefined, deciderId: number | undefined, personOf: PersonOf) {
  const decided = about?.state === 'decided'
  const decidedAt = about?.decidedAt ?? null
  return {
    action_taken: decided,
    action_taken_at: decidedAt === null ? null : presentTime(decidedAt),
    assigned_account: about && (about.claimedUntil ?? 0) > ctx.now() ? personOf(about.claimedBy) : null,
    action_taken_by_account: decided ? personOf(deciderId) : null,
  }
}

type PersonOf = (id: number | null | undefined) => AdminAccount | null

/** Reports as Mastodon's API for staff has them, without those about the viewer. */
export function presentReports(
  ctx: Context,
  viewer: Viewer,
  rows: readonly ReportRow[],
  openWords: OpenWords,
): AdminReport[] {
  const shown = rows.filter(({ targetId }) => targetId !== viewer.accountId)
  const caseIds = JSON.stringify([...new Set(shown.map(({ caseId }) => caseId))])
  const cases = new Map(casesByIds(ctx.db, { ids: caseIds }).map((one) => [one.id, one]))
  // the latest comes last, and stays
  const deciders = new Map(decidersOf(ctx.db, { ids: caseIds }).map(({ caseId, byId }) => [caseId, byId]))
  const posts = postsOfReports(ctx.db, { ids: JSON.stringify(shown.map(({ cursor }) => cursor)) })
  const seen = presentStatuses(ctx, viewer, [...new Set(posts.map(({ statusId }) => statusId))])
  const statuses = new Map(seen.map((one) => [Number(one.id), one]))
  const named = shown.flatMap(({ reporterId, targetId }) => [reporterId, targetId])
  const staff = [...[...cases.values()].map(({ claimedBy }) => claimedBy), ...deciders.values()]
  const people = adminAccountsById(ctx, [...named, ...staff])
  const personOf: PersonOf = (id) => people.get(id ?? 0) ?? null
  const rules = rulesOf(ctx, shown)
  return shown.map((row) => ({
    id: String(row.cursor),
    ...presentState(ctx, cases.get(row.caseId), deciders.get(row.caseId), personOf),
    category: categories[row.kind],
    comment: openWords(ctx, row.content).comment,
    forwarded: row.forward === 1,
    created_at: presentTime(row.createdAt),
    updated_at: presentTime(cases.get(row.caseId)?.decidedAt ?? row.createdAt),
    account: personOf(row.reporterId),
    target_account: personOf(row.targetId),
    statuses: posts
      .filter(({ reportId }) => reportId === row.cursor)
      .flatMap(({ statusId }) => statuses.get(statusId) ?? []),
    rules: rules(row),
    collections: [],
  }))
}
