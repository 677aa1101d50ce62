import type { Context } from '../../../context.ts'
import { sendMail } from '../../../core/mail/send.ts'
import { limits } from '../../../limits.ts'
import { keyholderById } from '../../sessions/queries.ts'
import { readSettings } from '../../settings/queries.ts'
import { presentAppealLink } from '../appeals/present.ts'
import { ruleThen } from '../rules/present.ts'
import { openTold } from './content.ts'
import { afterLetter, decisionLetter } from './letters.ts'
import type { ActionRow } from './queries.ts'

/** What locks somebody out, so that a notice would not reach them. */
const lockedOut: readonly ActionRow['kind'][] = ['freeze', 'suspend', 'remove']

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

/** The letter that somebody gets about what was done. */
function letterOf(ctx: Context, action: ActionRow, name: string, link: string) {
  return decisionLetter({
    community: readSettings(ctx.db).name,
    name,
    kind: action.kind,
    statement: openTold(ctx, action.content).statement,
    rule: quoteRule(ctx, action),
    endsAt: action.endsAt,
    purgeAt: action.purgeAt,
    appealUntil: action.appealUntil ?? ctx.now() + limits.appealWithin,
    link,
  })
}

/** Tells somebody of this server what was decided about them, and how to object. In a transaction. */
export function tellPerson(ctx: Context, action: ActionRow): void {
  const { targetId, id } = action
  const person = targetId === null ? undefined : keyholderById(ctx.db, { accountId: targetId })
  if (!person || targetId === null) return
  ctx.emit('noticeGiven', { accountId: targetId, kind: 'decision', ref: id })
  if (!person.email || !lockedOut.includes(action.kind)) return
  sendMail(ctx, ctx.vault.open(person.email), letterOf(ctx, action, person.username, makeAppealLink(ctx, action)))
}

/** Writes to somebody who could not log in, so could not read a notice, what came after it. */
function writeAfter(ctx: Context, action: ActionRow, granted: boolean | undefined): void {
  const person = action.targetId === null ? undefined : keyholderById(ctx.db, { accountId: action.targetId })
  if (!person?.email || !lockedOut.includes(action.kind)) return
  const letter = afterLetter({
    community: readSettings(ctx.db).name,
    name: person.username,
    open: person.disabledAt === null && person.suspendedAt === null,
    ...(granted !== undefined && { appeal: { granted, link: makeAppealLink(ctx, action) } }),
  })
  sendMail(ctx, ctx.vault.open(person.email), letter)
}

/** Tells somebody that what they were told of is over, where it was neither taken back by appeal nor by themselves. */
export function tellOver(ctx: Context, action: ActionRow, why: ActionRow['overWhy']): void {
  if (action.settledAt === null || action.targetId === null) return
  if (why !== 'time' && why !== 'lifted' && why !== 'review') return
  ctx.emit('noticeGiven', { accountId: action.targetId, kind: 'decision_over', ref: action.id })
  writeAfter(ctx, action, undefined)
}

/** Tells somebody that their appeal, or what they said to its answer, was answered. */
export function tellAnswered(ctx: Context, action: ActionRow, granted: boolean): void {
  if (action.targetId === null) return
  ctx.emit('noticeTakenBack', { accountId: action.targetId, kind: 'appeal_answered', ref: action.id })
  ctx.emit('noticeGiven', { accountId: action.targetId, kind: 'appeal_answered', ref: action.id })
  writeAfter(ctx, action, granted)
}
