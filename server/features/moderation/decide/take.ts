import type { ActionKind } from '../../../../shared/api/moderation.ts'
import type { Context } from '../../../context.ts'
import { logAct } from '../../../core/acts/log-act.ts'
import { DAY } from '../../../core/clock.ts'
import { limits } from '../../../limits.ts'
import type { CaseRow } from '../cases/queries.ts'
import type { RuleRef } from '../rules/present.ts'
import { sealTold } from './content.ts'
import { begin } from './effects.ts'
import { type DecisionForm, onPosts, type WantedAction } from './form.ts'
import { actionById, authorsOf, insertAction, warnedBefore } from './queries.ts'

/** Who does it (nobody: a clock or rule of ours), who agreed to it, to whom, by which rule, and what is said of it. */
export type Taking = {
  row: CaseRow
  targetId: number
  byId?: number
  secondId?: number
  rule: RuleRef | undefined
  said: Pick<DecisionForm, 'statement' | 'reason'>
  settlesAt: number
  reviewed: boolean
  /** Until when somebody else reads the words before they are sent. */
  readDueAt?: number
}

/** What one person alone does to an account, or while a case is open, a second one looks at. */
export const looked: readonly ActionKind[] = ['freeze', 'suspend', 'hide']

const strikes: readonly ActionKind[] = ['warning', 'delete', 'limit', 'suspend', 'remove']

/** Whether it counts where breaches are repeated; the first warning that is added does not. */
const isStrike = (ctx: Context, kind: ActionKind, targetId: number): boolean =>
  strikes.includes(kind) || (kind === 'cw' && warnedBefore(ctx.db, { targetId }) !== undefined)

function takeOne(
  ctx: Context,
  taking: Taking & { now: number },
  wanted: WantedAction,
  post: { id: number; text: string } | undefined,
): void {
  const { row, targetId, byId, secondId, rule, said, settlesAt, reviewed, now } = taking
  const { kind, words, topics, days } = wanted
  const id = ctx.newId()
  insertAction(ctx.db, {
    id,
    caseId: row.id,
    kind,
    targetId,
    statusId: post?.id ?? null,
    rule: rule?.slug ?? null,
    ruleVersion: rule?.version ?? null,
    content: sealTold(ctx, { ...said, ...(kind === 'cw' && { words, topics }), ...(post && { post: post.text }) }),
    byId: byId ?? null,
    secondId: secondId ?? null,
    strike: isStrike(ctx, kind, targetId) ? 1 : 0,
    now,
    settlesAt,
    endsAt: days === undefined ? null : now + days * DAY,
    reviewDueAt: !reviewed && looked.includes(kind) ? now + limits.reviewWithin : null,
    readDueAt: taking.readDueAt ?? null,
  })
  const action = actionById(ctx.db, { id })
  if (!action) return
  begin(ctx, action)
  if (days !== undefined) ctx.queue.add('endAction', { actionId: id, at: now + days * DAY }, { at: now + days * DAY })
  logAct(ctx, {
    verb: `taken_${kind}`,
    ...(byId !== undefined && { byId }),
    caseId: row.id,
    targetId,
    ...(post && { statusId: post.id }),
    detail: { rule: rule?.slug ?? null, version: rule?.version ?? null, second: secondId ?? null },
  })
  ctx.emit('actionTaken', { actionId: id })
}

/** Does what was decided: once for each post where it is about posts, else once. In a transaction. */
export function take(ctx: Context, asked: Taking, actions: readonly WantedAction[]): void {
  // one moment for all of it: by that it is known as one step
  const taking = { ...asked, now: ctx.now() }
  for (const wanted of actions) {
    if (!onPosts.includes(wanted.kind)) {
      takeOne(ctx, taking, wanted, undefined)
      continue
    }
    for (const post of authorsOf(ctx.db, { ids: JSON.stringify([...new Set(wanted.status_ids)]) })) {
      takeOne(ctx, taking, wanted, post)
    }
  }
}
