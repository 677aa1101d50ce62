import type { Context } from '../../../context.ts'
import { sendMail } from '../../../core/mail/send.ts'
import { limits } from '../../../limits.ts'
import { keyholderById } from '../../sessions/queries.ts'
import { readSettings } from '../../settings/queries.ts'
import { presentAppealLink } from '../appeals/present.ts'
import { caseById } from '../cases/queries.ts'
import { ruleThen } from '../rules/present.ts'
import { openTold } from './content.ts'
import { type AfterParts, answerLetter, decisionLetter, overLetter } from './letters.ts'
import type { ActionRow } from './queries.ts'
import { lockedOut, stepOf } from './steps.ts'

type Letter = ReturnType<typeof decisionLetter>

function makeAppealLink(ctx: Context, { id, appealUntil }: ActionRow): string {
  // past the appeal the link still shows what came of it
  const expiresAt = (appealUntil ?? ctx.now() + limits.appealWithin) + limits.purgeAfter
  return `${ctx.config.publicUrl}${presentAppealLink(ctx, id, expiresAt)}`
}

/** A rule as it is quoted to people; undefined for none. */
function quoteRule(ctx: Context, { rule, ruleVersion }: Pick<ActionRow, 'rule' | 'ruleVersion'>) {
  if (rule === null || ruleVersion === null) return undefined
  const found = ruleThen(ctx, { slug: rule, version: ruleVersion })
  return found && `${found.number} (version ${found.version}): ${found.text}`
}

/** The letter that somebody gets about what was done in one step: the gravest of it, and the rest beside. */
function letterOf(ctx: Context, step: readonly ActionRow[], action: ActionRow, name: string) {
  const beside = step.filter(({ id }) => id !== action.id).map(({ kind }) => kind)
  return decisionLetter({
    community: readSettings(ctx.db).name,
    name,
    kind: action.kind,
    beside: [...new Set(beside)],
    statement: openTold(ctx, action.content).statement,
    rule: quoteRule(ctx, action),
    looked: action.reviewDueAt !== null && action.reviewedAt === null,
    endsAt: action.endsAt,
    purgeAt: action.purgeAt,
    appealUntil: action.appealUntil ?? ctx.now() + limits.appealWithin,
    link: makeAppealLink(ctx, action),
  })
}

/**
 * Tells somebody of this server what was decided about them, and how to object: once for all that was decided in one
 * step. In a transaction.
 */
export function tellPerson(ctx: Context, action: ActionRow): void {
  const { targetId } = action
  const person = targetId === null ? undefined : keyholderById(ctx.db, { accountId: targetId })
  const step = stepOf(ctx, action).filter(({ settledAt, overAt }) => settledAt !== null && overAt === null)
  const [first] = step
  if (!person || targetId === null || !first) return
  ctx.emit('noticeGiven', { accountId: targetId, kind: 'decision', ref: first.id })
  if (!person.email || first.id !== action.id || !lockedOut.includes(action.kind)) return
  sendMail(ctx, ctx.vault.open(person.email), letterOf(ctx, step, action, person.username))
}

const isLocking = (kind: ActionRow['kind']): kind is AfterParts['kind'] => lockedOut.includes(kind)

/** Writes to somebody who could not log in, so could not read a notice, what came after it. */
function writeAfter(ctx: Context, action: ActionRow, counts: boolean, compose: (parts: AfterParts) => Letter): void {
  const person = action.targetId === null ? undefined : keyholderById(ctx.db, { accountId: action.targetId })
  if (!person?.email || !isLocking(action.kind)) return
  const letter = compose({
    community: readSettings(ctx.db).name,
    name: person.username,
    kind: action.kind,
    decidedAt: action.createdAt,
    open: person.disabledAt === null && person.suspendedAt === null,
    door: `${ctx.config.publicUrl}/login`,
    counts,
  })
  sendMail(ctx, ctx.vault.open(person.email), letter)
}

/** The first thing of a step that ended in the same way, so that the end of a step is told once. */
const firstOver = (ctx: Context, action: ActionRow, why: ActionRow['overWhy']): number =>
  stepOf(ctx, action).find(({ kind, overWhy }) => kind === action.kind && overWhy === why)?.id ?? action.id

/** Tells somebody that what they were told of is over, where it was neither taken back by appeal nor by themselves. */
export function tellOver(ctx: Context, action: ActionRow, why: ActionRow['overWhy']): void {
  if (action.settledAt === null || action.targetId === null) return
  if (why !== 'time' && why !== 'lifted' && why !== 'review') return
  ctx.emit('noticeGiven', { accountId: action.targetId, kind: 'decision_over', ref: firstOver(ctx, action, why) })
  const pending = caseById(ctx.db, { id: action.caseId })?.state === 'open'
  const counts = action.strike === 1 && why === 'time'
  writeAfter(ctx, action, counts, (parts) => overLetter({ ...parts, why, pending }))
}

/**
 * Tells somebody that their appeal, or what they said to its answer, was answered; `followUntil` (ms): until when they
 * can say something to that.
 */
export function tellAnswered(ctx: Context, action: ActionRow, granted: boolean, followUntil?: number): void {
  if (action.targetId === null) return
  ctx.emit('noticeTakenBack', { accountId: action.targetId, kind: 'appeal_answered', ref: action.id })
  ctx.emit('noticeGiven', { accountId: action.targetId, kind: 'appeal_answered', ref: action.id })
  const { endsAt, purgeAt } = action
  writeAfter(ctx, action, false, (parts) =>
    answerLetter(parts, { granted, link: makeAppealLink(ctx, action), endsAt, purgeAt, followUntil }),
  )
}
