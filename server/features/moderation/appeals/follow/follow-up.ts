import { z } from 'zod'
import type { OwnDecision } from '../../../../../shared/api/moderation.ts'
import type { Context } from '../../../../context.ts'
import { logAct } from '../../../../core/acts/log-act.ts'
import { conflict, gone, notFound } from '../../../../core/errors.ts'
import { flag, id } from '../../../../http/forms.ts'
import { limits } from '../../../../limits.ts'
import type { Viewer } from '../../../../policies/viewer.ts'
import { findCase } from '../../cases/claim.ts'
import { partiesOf } from '../../cases/conflicts.ts'
import { tellTeam } from '../../cases/join.ts'
import { caseById, keepUntil } from '../../cases/queries.ts'
import { type ActionRow, actionById } from '../../decide/queries.ts'
import { tellAnswered } from '../../decide/tell.ts'
import { end } from '../../decide/undo.ts'
import { checkAnswerNames } from '../../reading/names.ts'
import { actionOfLink, ownAction } from '../appeal.ts'
import { checkAnswering } from '../other.ts'
import { presentDecision } from '../present.ts'
import { appealById, appealOf } from '../queries.ts'
import { answerFollow, followOf, grantAfterAll, insertFollow } from './queries.ts'

const text = z.string().trim().min(1).max(limits.appealText)

/** What somebody says to the answer to their appeal. */
export const followForm = z.object({ text })
/** The same by a link. */
export const linkedFollowForm = followForm.extend({ token: z.string().min(20).max(100) })

function follow(ctx: Context, action: ActionRow, said: string): OwnDecision {
  const now = ctx.now()
  const appeal = appealOf(ctx.db, { actionId: action.id })
  if (!appeal || appeal.state === 'open' || appeal.decidedAt === null) throw notFound()
  if (appeal.state === 'granted' || followOf(ctx.db, { appealId: appeal.id })) {
    throw conflict('You wrote to this answer already, and it is answered once.', { code: 'appealed' })
  }
  if (action.overAt !== null) throw conflict('This is over already.', { code: 'over' })
  if (appeal.decidedAt + limits.followUpWithin <= now) {
    throw gone('The days to write to this answer are over.', { code: 'too_late' })
  }
  const content = ctx.vault.seal(said)
  insertFollow(ctx.db, { appealId: appeal.id, content, now, dueAt: now + limits.appealClock })
  logAct(ctx, { verb: 'followed_up', caseId: action.caseId, targetId: action.targetId ?? 0 })
  const row = caseById(ctx.db, { id: action.caseId })
  const out = row ? partiesOf(ctx, row).reporterIds : []
  tellTeam(ctx, action.caseId, [action.targetId ?? 0, action.byId ?? 0, action.secondId ?? 0, ...out])
  return presentDecision(ctx, action)
}

/** Writes once to the answer to one's own appeal. Throws 404, 409, 410. */
export const followOwn = (ctx: Context, viewer: Viewer, form: { id: number; text: string }) =>
  ctx.transact(() => follow(ctx, ownAction(ctx, viewer, form.id), form.text))

/** The same for somebody who is locked out, by the link in their mail. Throws 404, 409, 410. */
export const followLinked = (ctx: Context, form: z.infer<typeof linkedFollowForm>) =>
  ctx.transact(() => follow(ctx, actionOfLink(ctx, form.token), form.text))

/** How it is answered: never without reasons. */
export const followAnswer = z.object({ id, granted: flag, reasons: text })

/**
 * Answers it, by somebody who neither decided nor, where there is anybody else, answered the appeal; granted, what was
 * done is taken back. Throws 403, 404, 409.
 */
export function decideFollow(ctx: Context, viewer: Viewer, form: z.infer<typeof followAnswer>): void {
  const { id: appealId, granted, reasons } = form
  ctx.transact(() => {
    const appeal = appealById(ctx.db, { id: appealId })
    const action = appeal && actionById(ctx.db, { id: appeal.actionId })
    if (!action || !followOf(ctx.db, { appealId })) throw notFound()
    const me = viewer.accountId
    checkAnswering(ctx, viewer, action, appeal.decidedBy)
    checkAnswerNames(ctx, findCase(ctx, viewer, action.caseId), reasons)
    const state = granted ? 'granted' : 'refused'
    if (answerFollow(ctx.db, { appealId, state, by: me, now: ctx.now(), answer: ctx.vault.seal(reasons) }) === 0) {
      throw conflict('This was answered already.', { code: 'decided' })
    }
    if (granted) {
      end(ctx, action, 'appeal', me)
      grantAfterAll(ctx.db, { id: appealId })
    }
    logAct(ctx, { verb: `follow_up_${state}`, byId: me, caseId: action.caseId, targetId: action.targetId ?? 0 })
    keepUntil(ctx.db, { id: action.caseId, until: ctx.now() + limits.caseKept })
    tellAnswered(ctx, action, granted)
    ctx.emit('appealDecided', { appealId })
  })
}
