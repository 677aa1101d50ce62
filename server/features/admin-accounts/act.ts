import { z } from 'zod'
import type { Context } from '../../context.ts'
import { notFound, Refusal } from '../../core/errors.ts'
import { id } from '../../http/forms.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { type AccountRow, accountById } from '../accounts/queries.ts'
import { openCaseOf } from '../moderation/cases/queries.ts'
import { standingActionOf } from '../moderation/decide/queries.ts'
import { reportById } from '../moderation/reports/queries.ts'

/** What programs do to an account, by the words of Mastodon's API. */
export const actionForm = z.object({
  id,
  type: z.enum(['none', 'disable', 'sensitive', 'silence', 'suspend']).default('none'),
  report_id: id.optional(),
  text: z.string().trim().max(10_000).default(''),
})

type Kind = 'note' | 'freeze' | 'limit' | 'suspend'

/** What is decided in a case, as those who decide there say it. */
export type Decision = {
  id: number
  actions: { kind: Kind; status_ids: number[]; words: string; topics: string[]; days?: number }[]
  rule: string
  rule_version?: number
  statement: string
  reason: string
  keep_open: boolean
}

/** The verbs of those who decide; they belong to another feature. */
export type Verbs = {
  decide(ctx: Context, viewer: Viewer, decision: Decision): void
  lift(ctx: Context, viewer: Viewer, actionId: number): void
  openCase(ctx: Context, joining: { target: AccountRow; kind: 'other'; reporterId: number | undefined }): number
}

/** Days of a suspension that a program asks for: for good is a removal, which needs two. */
const SUSPENDED = 30

const kinds: Partial<Record<z.infer<typeof actionForm>['type'], Kind>> = {
  none: 'note',
  disable: 'freeze',
  silence: 'limit',
  suspend: 'suspend',
}

function ruleOf(ctx: Context, reportId: number | undefined) {
  const report = reportId === undefined ? undefined : reportById(ctx.db, { id: reportId })
  // written by us: a list of {slug, version}
  const [first] = JSON.parse(report?.rules ?? '[]') as { slug: string; version: number }[]
  return { report, rule: first?.slug ?? '', ...(first && { rule_version: first.version }) }
}

/**
 * Does something to an account as a decision in its case, which is opened where there is none: with the rule of the
 * report that it is about, and under all that holds for decisions. Throws as those do.
 */
export function act(ctx: Context, viewer: Viewer, verbs: Verbs, form: z.infer<typeof actionForm>): object {
  const kind = kinds[form.type]
  if (!kind) throw new Refusal(422, 'Mark the posts as sensitive in their case instead: accounts are not marked here.')
  return ctx.transact(() => {
    const target = accountById(ctx.db, { id: form.id })
    if (!target) throw notFound('Record not found')
    const { report, ...rule } = ruleOf(ctx, form.report_id)
    const known = report?.targetId === target.id ? report.caseId : openCaseOf(ctx.db, { targetId: target.id })?.id
    const caseId = known ?? verbs.openCase(ctx, { target, kind: 'other', reporterId: viewer.accountId })
    const days = kind === 'suspend' ? { days: SUSPENDED } : {}
    verbs.decide(ctx, viewer, {
      id: caseId,
      actions: [{ kind, status_ids: [], words: '', topics: [], ...days }],
      ...rule,
      statement: form.text,
      reason: '',
      // what has no rule and no words cannot end a case: it only stops something
      keep_open: form.text === '' || rule.rule === '',
    })
    return {}
  })
}

/** Ends what stands against an account. Throws 403 where it is not theirs to end, 404 where nothing of the kind stands. */
export function undo(ctx: Context, viewer: Viewer, verbs: Verbs, accountId: number, kind: Kind): void {
  const found = standingActionOf(ctx.db, { targetId: accountId, kind })
  if (!found) throw new Refusal(403, 'This action is not allowed')
  verbs.lift(ctx, viewer, found.id)
}
