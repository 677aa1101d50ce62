import { z } from 'zod'
import type { Context } from '../../context.ts'
import { conflict, notFound, Refusal } from '../../core/errors.ts'
import { id } from '../../http/forms.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { type AccountRow, accountById } from '../accounts/queries.ts'
import { openCaseOf } from '../moderation/cases/queries.ts'
import { standingActionsOf } from '../moderation/decide/queries.ts'
import { postsOfReports, reportById } from '../moderation/reports/queries.ts'

/** What programs do to an account, by the words of Mastodon's API. */
export const actionForm = z.object({
  id,
  type: z.enum(['none', 'disable', 'sensitive', 'silence', 'suspend']).default('none'),
  report_id: id.optional(),
  text: z.string().trim().max(10_000).default(''),
})

type Kind = 'note' | 'freeze' | 'sensitive' | 'limit' | 'suspend'

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

const kinds: Record<z.infer<typeof actionForm>['type'], Kind> = {
  none: 'note',
  disable: 'freeze',
  sensitive: 'sensitive',
  silence: 'limit',
  suspend: 'suspend',
}

function ruleOf(ctx: Context, reportId: number | undefined) {
  const report = reportId === undefined ? undefined : reportById(ctx.db, { id: reportId })
  // written by us: a list of {slug, version}
  const [first] = JSON.parse(report?.rules ?? '[]') as { slug: string; version: number }[]
  return { report, rule: first?.slug ?? '', ...(first && { rule_version: first.version }) }
}

/** The posts that a report names. Accounts are not marked as sensitive here, but what they posted. Throws 422. */
function postsOf(ctx: Context, reportId: number | undefined): number[] {
  const posts = reportId === undefined ? [] : postsOfReports(ctx.db, { ids: JSON.stringify([reportId]) })
  if (posts.length > 0) return posts.map(({ statusId }) => statusId)
  throw new Refusal(422, 'Here posts are marked as sensitive, and not accounts: name a report that is about posts.')
}

/**
 * Does something to an account as a decision in its case, which is opened where there is none: with the rule of the
 * report that it is about, and under all that holds for decisions. Throws as those do.
 */
export function act(ctx: Context, viewer: Viewer, verbs: Verbs, form: z.infer<typeof actionForm>): object {
  const kind = kinds[form.type]
  return ctx.transact(() => {
    const target = accountById(ctx.db, { id: form.id })
    if (!target) throw notFound('Record not found')
    const { report, ...rule } = ruleOf(ctx, form.report_id)
    const known = report?.targetId === target.id ? report.caseId : openCaseOf(ctx.db, { targetId: target.id })?.id
    const caseId = known ?? verbs.openCase(ctx, { target, kind: 'other', reporterId: viewer.accountId })
    const days = kind === 'suspend' ? { days: SUSPENDED } : {}
    verbs.decide(ctx, viewer, {
      id: caseId,
      actions: [
        { kind, status_ids: kind === 'sensitive' ? postsOf(ctx, report?.cursor) : [], words: '', topics: [], ...days },
      ],
      ...rule,
      statement: form.text,
      reason: '',
      // what has no rule and no words cannot end a case: it only stops something
      keep_open: form.text === '' || rule.rule === '',
    })
    return {}
  })
}

/** Ends what of a kind stands against an account. Throws 404 where there is none, 403 where nothing does, or where it is not theirs to end. */
export function undo(ctx: Context, viewer: Viewer, verbs: Verbs, accountId: number, kind: Kind): void {
  ctx.transact(() => {
    if (!accountById(ctx.db, { id: accountId })) throw notFound('Record not found')
    const [last, ...others] = standingActionsOf(ctx.db, { targetId: accountId, kind })
    if (!last) throw new Refusal(403, 'This action is not allowed')
    // marks are on posts, each for itself; of what holds an account the newest is ended, as on our own pages
    for (const { id } of kind === 'sensitive' ? [last, ...others] : [last]) verbs.lift(ctx, viewer, id)
  })
}

/** Nobody deletes an account alone. Throws 404 where there is none, else 409 (`needs_two`). */
export function refuseDeletion(ctx: Context, accountId: number): never {
  if (!accountById(ctx.db, { id: accountId })) throw notFound('Record not found')
  throw conflict('One person removes nobody. Propose the removal in the case, and somebody else confirms it or not.', {
    code: 'needs_two',
  })
}
