import { z } from 'zod'
import { outcomes } from '../../../shared/api/moderation.ts'
import type { Context } from '../../context.ts'
import { dayOf } from '../../core/clock.ts'
import { idBetween, timeOfId } from '../../core/ids.ts'
import { type AlertKind, type AlertRow, insertAlert } from './triage/queries.ts'

const answer = z.object({
  outcome: z.enum(['none', 'apology', 'replacement', 'pause']),
  text: z.string(),
  /** Who wrote it, which is told to nobody; a steward's is the last. */
  by: z.int().optional(),
  last: z.boolean().optional(),
})

const sealedForm = z.object({
  /** Whom it is about, and who raised it where that is to be known. */
  accountId: z.int().optional(),
  by: z.int().optional(),
  statusIds: z.array(z.int()).optional(),
  bundleId: z.int().optional(),
  text: z.string().optional(),
  caseId: z.int().optional(),
  /** A copy of the evidence, as JSON; and that it is about danger to a life. */
  evidence: z.string().optional(),
  danger: z.boolean().optional(),
  /** When it came, where the row beside it says no more than the day. */
  at: z.int().optional(),
  /** How moderators ended what was handed to them from a room, for whoever handed it over. */
  outcome: z.enum(outcomes).optional(),
  /** How a complaint was answered; why that was not enough for who made it, and what a steward answered then. */
  answer: answer.optional(),
  further: z.string().optional(),
  lastAnswer: answer.optional(),
})
/** What an alert says. */
export type AlertContent = z.infer<typeof sealedForm>

/** For whom and how long an alert stands; `who` is a fingerprint by which it is found again. */
export type NewAlert = { kind: AlertKind; who: Buffer; content: AlertContent; lasts: number; dueIn?: number }

/** Some moment of this day: what moderators are given stands beside a report of theirs, which has names in clear. */
function quietMoment(ctx: Context): [id: number, at: number] {
  const id = idBetween(dayOf(ctx.now()), ctx.now())
  return [id, timeOfId(id)]
}

/** Tells coordinators or moderators of something, sealed; gives its id. */
export function raiseAlert(ctx: Context, { kind, who, content, lasts, dueIn }: NewAlert): number {
  const isQuiet = kind === 'report' || kind === 'talk'
  const [id, now] = isQuiet ? quietMoment(ctx) : [ctx.newId(), ctx.now()]
  insertAlert(ctx.db, {
    id,
    kind,
    who,
    sealed: ctx.vault.seal(JSON.stringify(isQuiet ? { ...content, at: ctx.now() } : content)),
    now,
    dueAt: dueIn === undefined ? null : now + dueIn,
    until: now + lasts,
  })
  return id
}

/** What an alert says. */
export const openAlert = (ctx: Context, row: AlertRow): AlertContent =>
  sealedForm.parse(JSON.parse(ctx.vault.open(row.sealed)))

/** What alerts say, the newest first: of some the row says only the day. */
export const openAlerts = (
  ctx: Context,
  rows: readonly AlertRow[],
): { row: AlertRow; content: AlertContent; at: number }[] =>
  rows
    .map((row) => ({ row, content: openAlert(ctx, row) }))
    .map(({ row, content }) => ({ row, content, at: content.at ?? row.createdAt }))
    .sort((one, other) => other.at - one.at)
