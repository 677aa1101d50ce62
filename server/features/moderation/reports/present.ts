import type { OwnReport, RuleThen } from '../../../../shared/api/moderation.ts'
import type { Context } from '../../../context.ts'
import type { Entry } from '../../../http/pages.ts'
import { presentAccounts, presentTime } from '../../accounts/present.ts'
import { type CaseRow, casesByIds } from '../cases/queries.ts'
import { hiddenAmong } from '../decide/queries.ts'
import { readPeople } from '../people.ts'
import { countPurges } from '../purges/present.ts'
import { readRefs, ruleThen } from '../rules/present.ts'
import { openSaid } from './content.ts'
import { countEvidence } from './evidence.ts'
import { postsOfReports, type ReportRow } from './queries.ts'

/** The rules of a report as they were worded then. */
export const presentRefs = (ctx: Context, json: string): RuleThen[] =>
  readRefs(json).flatMap((ref) => ruleThen(ctx, ref) ?? [])

function stateOf({ toldAt }: ReportRow, found: CaseRow | undefined, now: number): OwnReport['state'] {
  if (toldAt !== null) return 'decided'
  return found?.claimedUntil != null && found.claimedUntil > now ? 'looking' : 'received'
}

/** Reports as their reporters see them. */
export function presentOwn(ctx: Context, rows: readonly ReportRow[]): (Entry & { item: OwnReport })[] {
  const people = readPeople(
    ctx,
    rows.map(({ targetId }) => targetId),
  )
  const cases = new Map(
    casesByIds(ctx.db, { ids: JSON.stringify(rows.map(({ caseId }) => caseId)) }).map((row) => [row.id, row]),
  )
  const ids = JSON.stringify(rows.map(({ cursor }) => cursor))
  const posts = Map.groupBy(postsOfReports(ctx.db, { ids }), ({ reportId }) => reportId)
  return rows.map((row) => {
    const { comment, wish, additions } = openSaid(ctx, row.content)
    const named = (posts.get(row.cursor) ?? []).map(({ statusId }) => statusId)
    const item: OwnReport = {
      id: String(row.cursor),
      kind: row.kind,
      about: people.get(row.targetId ?? 0) ?? null,
      rules: presentRefs(ctx, row.rules),
      ...{ comment, wish, additions },
      status_ids: named.map(String),
      kept: countEvidence(ctx, row.evidence),
      copies: row.toldAt === null ? null : countPurges(ctx, named),
      hidden: row.aboutSelf === 1 && hiddenAmong(ctx.db, { ids: JSON.stringify(named) }) !== undefined,
      state: stateOf(row, cases.get(row.caseId), ctx.now()),
      outcome: row.toldAt === null ? null : row.outcome,
      suggests_mediator: row.toldAt !== null && row.suggestsMediator === 1,
      created_at: presentTime(row.createdAt),
      due_at: presentTime(cases.get(row.caseId)?.dueAt ?? row.createdAt),
      decided_at: row.toldAt === null ? null : presentTime(row.toldAt),
    }
    return { cursor: row.cursor, item }
  })
}

const categories = { spam: 'spam', legal: 'legal', other: 'other' } as const

/** A report as Mastodon's programs know it. */
export function presentReport(ctx: Context, row: ReportRow, ruleIds: readonly string[]): object {
  const posts = postsOfReports(ctx.db, { ids: JSON.stringify([row.cursor]) })
  return {
    id: String(row.cursor),
    action_taken: row.toldAt !== null,
    action_taken_at: row.toldAt === null ? null : presentTime(row.toldAt),
    category: row.kind in categories ? categories[row.kind as keyof typeof categories] : 'violation',
    comment: openSaid(ctx, row.content).comment,
    forwarded: row.forward === 1,
    created_at: presentTime(row.createdAt),
    status_ids: posts.map(({ statusId }) => String(statusId)),
    rule_ids: ruleIds,
    target_account: presentAccounts(ctx, [row.targetId ?? 0]).get(row.targetId ?? 0) ?? null,
  }
}
