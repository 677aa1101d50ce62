import { z } from 'zod'
import type { ActionState, FollowUp, OwnDecision } from '../../../../shared/api/moderation.ts'
import type { AppealView } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { hashSecret, newSecret, openIfOurs } from '../../../core/crypto.ts'
import { limits } from '../../../limits.ts'
import { presentTime } from '../../accounts/present.ts'
import { readSettings } from '../../settings/queries.ts'
import { openTold } from '../decide/content.ts'
import type { ActionRow } from '../decide/queries.ts'
import { stepOf } from '../decide/steps.ts'
import { ruleThen } from '../rules/present.ts'
import { type FollowRow, followOf } from './follow/queries.ts'
import { type AppealRow, appealOf, insertLink } from './queries.ts'

const said = z.object({ item: z.string(), wrong: z.string(), wish: z.string() })

/** A time in ms, or none. */
export const timeOrNull = (ms: number | null) => (ms === null ? null : presentTime(ms))

/** The path by which somebody who cannot log in reads a decision and appeals; the secret stands behind a `#`. */
export function presentAppealLink(ctx: Context, actionId: number, expiresAt: number): string {
  const secret = newSecret()
  insertLink(ctx.db, { hash: hashSecret(secret), actionId, expiresAt })
  return `/appeal#${secret}`
}

/** How far something that was done stands now. */
export function stateOf({ settledAt, overAt, overWhy }: ActionRow): ActionState {
  if (overAt === null) return settledAt === null ? 'fresh' : 'stands'
  if (overWhy === 'undone') return 'undone'
  return overWhy === 'time' || overWhy === 'replaced' ? 'over' : 'taken_back'
}

const answerOf = (ctx: Context, { answer }: AppealRow | FollowRow) =>
  answer === null ? null : (openIfOurs(ctx.vault, answer) ?? '')

function presentFollow(ctx: Context, appealId: number): FollowUp | null {
  const row = followOf(ctx.db, { appealId })
  if (!row) return null
  return {
    state: row.state,
    text: openIfOurs(ctx.vault, row.content) ?? '',
    created_at: presentTime(row.createdAt),
    due_at: presentTime(row.dueAt),
    answer: answerOf(ctx, row),
  }
}

/** An appeal as those who decide on it see it. */
export function presentAppeal(ctx: Context, row: AppealRow): Omit<AppealView, 'refused' | 'vacant'> {
  const text = openIfOurs(ctx.vault, row.content)
  const content = text === undefined ? { item: '', wrong: '', wish: '' } : said.parse(JSON.parse(text))
  return {
    id: String(row.id),
    state: row.state,
    ...content,
    created_at: presentTime(row.createdAt),
    due_at: presentTime(row.dueAt),
    answer: answerOf(ctx, row),
    decided_at: timeOrNull(row.decidedAt),
    follow_up: presentFollow(ctx, row.id),
  }
}

const besideOf = (ctx: Context, action: ActionRow): OwnDecision['beside'] =>
  stepOf(ctx, action)
    .filter(({ id, settledAt }) => id !== action.id && settledAt !== null)
    .map((one) => ({ id: String(one.id), kind: one.kind, state: stateOf(one) }))

/** A decision as whoever it is about sees it: nothing of who reported, and nobody's name who decided. */
export function presentDecision(ctx: Context, action: ActionRow): OwnDecision {
  const { statement, words, post } = openTold(ctx, action.content)
  const appeal = appealOf(ctx.db, { actionId: action.id })
  const { rule, ruleVersion, appealUntil } = action
  const follow = appeal ? presentFollow(ctx, appeal.id) : null
  const isRefused = appeal?.state === 'refused'
  const followUntil = (appeal?.decidedAt ?? 0) + limits.followUpWithin
  return {
    id: String(action.id),
    kind: action.kind,
    state: stateOf(action),
    community: readSettings(ctx.db).name,
    statement,
    rule: (rule !== null && ruleVersion !== null && ruleThen(ctx, { slug: rule, version: ruleVersion })) || null,
    words: words ?? null,
    post: post ?? null,
    created_at: presentTime(action.createdAt),
    ends_at: timeOrNull(action.endsAt),
    purge_at: timeOrNull(action.purgeAt),
    appeal_until: timeOrNull(appealUntil),
    can_appeal: !appeal && action.overAt === null && appealUntil !== null && appealUntil > ctx.now(),
    appeal: appeal
      ? {
          state: appeal.state,
          created_at: presentTime(appeal.createdAt),
          due_at: presentTime(appeal.dueAt),
          answer: answerOf(ctx, appeal),
          follow_up: follow,
          can_follow_up: !follow && isRefused && action.overAt === null && followUntil > ctx.now(),
          follow_up_until: isRefused ? presentTime(followUntil) : null,
        }
      : null,
    look_due_at: action.reviewedAt === null && action.overAt === null ? timeOrNull(action.reviewDueAt) : null,
    ended:
      action.overAt === null || action.overWhy === null
        ? null
        : { at: presentTime(action.overAt), why: action.overWhy },
    beside: besideOf(ctx, action),
  }
}
