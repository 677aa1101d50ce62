import { z } from 'zod'
import { type ReportKind, reportKinds, wishes } from '../../../../shared/api/moderation.ts'
import type { CaseKind } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { invalidFields, notFound } from '../../../core/errors.ts'
import { flag, id, listOf } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { type AccountRow, accountById } from '../../accounts/queries.ts'
import { joinCase } from '../cases/join.ts'
import { caseKindOf } from '../cases/kinds.ts'
import { authorsOf } from '../decide/queries.ts'
import { findRules, type RuleRef, versionFor } from '../rules/present.ts'
import { sealSaid } from './content.ts'
import { bare, type Gathered, gather, keepPictures, sealEvidence } from './evidence.ts'
import { insertPost, insertReport, opensAll } from './queries.ts'

const line = z.string().trim().max(limits.reportLine).default('')

/** What the steps of our own form ask; programs leave most of it out. */
export const reportForm = z.object({
  account_id: id,
  status_ids: listOf(id, limits.reportPosts).default([]),
  /** Bundles that the reporter kept, for posts that are gone. */
  evidence_ids: listOf(id, limits.reportBundles).default([]),
  kind: z.enum(reportKinds).default('other'),
  rules: listOf(z.string().max(60), limits.reportRules).default([]),
  about_self: flag.default(false),
  comment: z.string().trim().max(limits.reportComment).default(''),
  wish: z.enum(wishes).default('unsure'),
  forward: flag.default(false),
  block: flag.default(false),
  mute: flag.default(false),
  signature: line,
  contact: line,
  place: line,
  good_faith: flag.default(false),
})
/** A report as it is asked for. */
export type ReportForm = z.infer<typeof reportForm>

const blank = (field: string, description: string) => invalidFields({ [field]: [{ error: 'ERR_BLANK', description }] })

/** What the law of some countries asks of a request to take intimate images down. */
function checkSigned({ signature, contact, good_faith }: ReportForm): void {
  if (signature === '') throw blank('signature', 'Sign with your name; it can be one by which we know you.')
  if (contact === '') throw blank('contact', 'Say how we can reach you.')
  if (!good_faith) throw blank('good_faith', 'Say that you mean this in good faith.')
}

function whomOf(ctx: Context, me: number | undefined, accountId: number): AccountRow {
  const target = accountById(ctx.db, { id: accountId })
  if (!target || target.joinedAt === null) throw notFound()
  if (target.id === me) throw invalidFields({ account_id: [{ error: 'ERR_SELF', description: 'This is you.' }] })
  return target
}

/** Whether a copy is of a post by the one whom the report is about. */
const isOf = (ctx: Context, target: AccountRow, copy: Gathered['copies'][number]) =>
  copy.author.uri === (target.uri ?? `${ctx.config.publicUrl}/ap/users/${target.id}`)

/** Only what the one whom it is about wrote goes with a report. */
function evidenceFor(ctx: Context, me: number, target: AccountRow, form: ReportForm): Gathered {
  const all = gather(ctx, me, form.status_ids, form.evidence_ids)
  return { ...all, copies: all.copies.filter((copy) => isOf(ctx, target, copy)) }
}

const timeOf = (found: Gathered, now: number) =>
  Math.min(now, ...found.copies.map(({ created_at }) => Date.parse(created_at)))

/** Which posts a report names: theirs of which there is a copy, and those that are gone; never one that is not for the reporter. */
function named(ctx: Context, targetId: number, { ids, missing }: Gathered): number[] {
  const asked = [...ids, ...missing.map(Number)]
  const there = new Map(authorsOf(ctx.db, { ids: JSON.stringify(asked) }).map(({ id, accountId }) => [id, accountId]))
  return asked.filter((one) => (ids.includes(one) ? there.get(one) === targetId : !there.has(one)))
}

/** A report before it is kept, from a member or from another server. */
export type NewReport = {
  target: AccountRow
  reporterId?: number
  host?: string
  uri?: string
  kind: ReportKind
  rules: readonly RuleRef[]
  aboutSelf: boolean
  found: Gathered
  said: Parameters<typeof sealSaid>[1]
  autoOpen: boolean
  forward: boolean
}

/** Keeps a report with its evidence in the open case about that person, or opens one; gives both ids. */
export function keepReport(ctx: Context, report: NewReport): { reportId: number; caseId: number; caseKind: CaseKind } {
  const { target, kind, rules } = report
  const caseKind = caseKindOf(kind, rules)
  // what must not be copied is neither shown to a second person
  const found = caseKind === 'children' ? bare(report.found) : report.found
  const reportId = ctx.newId()
  const caseId = joinCase(ctx, { target, kind: caseKind, reporterId: report.reporterId })
  insertReport(ctx.db, {
    id: reportId,
    caseId,
    targetId: target.id,
    reporterId: report.reporterId ?? null,
    host: report.host ?? null,
    uri: report.uri ?? null,
    kind,
    aboutSelf: report.aboutSelf ? 1 : 0,
    rules: JSON.stringify(rules),
    content: sealSaid(ctx, report.said),
    evidence: sealEvidence(ctx, target.id, found) ?? null,
    autoOpen: report.autoOpen ? 1 : 0,
    forward: report.forward ? 1 : 0,
    now: ctx.now(),
  })
  keepPictures(ctx, reportId, found)
  for (const statusId of named(ctx, target.id, report.found)) insertPost(ctx.db, { reportId, statusId })
  ctx.emit('reportMade', { reportId, caseId, targetId: target.id })
  if (report.forward && target.domain !== null) ctx.emit('reportForwarded', { reportId })
  return { reportId, caseId, caseKind }
}

/** What a member reports, kept. Throws 404 for nobody, 422 for what is left out. */
export function makeReport(ctx: Context, viewer: Viewer, form: ReportForm): number {
  const me = viewer.accountId
  const target = whomOf(ctx, me, form.account_id)
  if (form.kind === 'intimate') checkSigned(form)
  const found = evidenceFor(ctx, me, target, form)
  const rules = findRules(ctx, form.rules, versionFor(ctx, timeOf(found, ctx.now())))
  if (form.kind === 'rule' && rules.length === 0) throw blank('rules', 'Choose the rule that this breaks.')
  const { signature, contact, place } = form
  const { reportId } = keepReport(ctx, {
    ...{ target, reporterId: me, kind: form.kind, rules, aboutSelf: form.about_self, found },
    said: {
      comment: form.comment,
      wish: form.wish,
      additions: [],
      ...(form.kind === 'intimate' && { form: { signature, contact, place } }),
    },
    autoOpen: opensAll(ctx.db, { me }) !== undefined,
    forward: form.forward,
  })
  return reportId
}
