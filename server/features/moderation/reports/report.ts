import { z } from 'zod'
import type { OwnReport } from '../../../../shared/api/moderation.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../core/errors.ts'
import { flag, id, listOf } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { readRulesInForce } from '../../rules/present.ts'
import { autoHide } from './auto-hide.ts'
import { hideAtOnce } from './hide.ts'
import { makeReport, type ReportForm, reportForm } from './make.ts'
import { readReport } from './own.ts'
import { presentReport } from './present.ts'
import { reportById } from './queries.ts'

/** Blocking and muting, as they are done elsewhere. */
export type KeepingApart = {
  block(ctx: Context, viewer: Viewer, id: number): unknown
  mute(ctx: Context, viewer: Viewer, muting: { id: number; notifications: boolean; duration: number }): unknown
}

/** Reports somebody, keeps them away in the same step where that was asked for, and gives the receipt. Throws 404, 422. */
export const report =
  ({ block, mute }: KeepingApart) =>
  (ctx: Context, viewer: Viewer, form: ReportForm): OwnReport => {
    const reportId = ctx.transact(() => {
      const made = makeReport(ctx, viewer, form)
      hideAtOnce(ctx, viewer.accountId, made)
      autoHide(ctx, made)
      if (form.block) block(ctx, viewer, form.account_id)
      if (form.mute) mute(ctx, viewer, { id: form.account_id, notifications: true, duration: 0 })
      return made
    })
    return readReport(ctx, viewer, reportId)
  }

/** As Mastodon's programs report. */
export const mastodonForm = z.object({
  account_id: id,
  status_ids: listOf(id, 100).default([]),
  comment: z.string().trim().max(limits.reportComment).default(''),
  forward: flag.default(false),
  category: z.enum(['spam', 'legal', 'violation', 'other']).optional().catch(undefined),
  rule_ids: listOf(z.coerce.string().max(60), limits.reportRules).default([]),
})

/** Reports somebody as Mastodon's programs do; a rule that is named makes it a breach of it. Throws 404, 422. */
export function reportAsMastodon(ctx: Context, viewer: Viewer, form: z.infer<typeof mastodonForm>): object {
  const { account_id, comment, forward, category, rule_ids: ruleIds } = form
  const status_ids = form.status_ids.slice(0, limits.reportPosts)
  const known = readRulesInForce(ctx.db).rules.map((rule) => String(rule.id))
  const rules = ruleIds.filter((ruleId) => known.includes(ruleId))
  const plain = category === 'spam' || category === 'legal' ? category : 'other'
  const kind = rules.length > 0 ? 'rule' : plain
  const reportId = ctx.transact(() => {
    const made = makeReport(ctx, viewer, reportForm.parse({ account_id, status_ids, comment, forward, rules, kind }))
    autoHide(ctx, made)
    return made
  })
  const row = reportById(ctx.db, { id: reportId })
  if (!row) throw notFound()
  return presentReport(ctx, row, rules)
}
