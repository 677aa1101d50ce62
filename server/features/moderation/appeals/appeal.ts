import { z } from 'zod'
import type { OwnDecision } from '../../../../shared/api/moderation.ts'
import type { Context } from '../../../context.ts'
import { logAct } from '../../../core/acts/log-act.ts'
import { hashSecret } from '../../../core/crypto.ts'
import { conflict, gone, notFound } from '../../../core/errors.ts'
import { flag, id } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { findCase } from '../cases/claim.ts'
import { partiesOf } from '../cases/conflicts.ts'
import { tellTeam } from '../cases/join.ts'
import { caseById, keepUntil } from '../cases/queries.ts'
import { type ActionRow, actionById, actionsOn } from '../decide/queries.ts'
import { tellAnswered } from '../decide/tell.ts'
import { end } from '../decide/undo.ts'
import { checkAnswerNames } from '../reading/names.ts'
import { checkAnswering } from './other.ts'
import { presentDecision } from './present.ts'
import { answerAppeal, appealById, appealOf, insertAppeal, linkByHash } from './queries.ts'

const text = z.string().trim().max(limits.appealText)

/** The guided form of an appeal: which part, what is wrong with it, what should happen instead. */
export const appealForm = z.object({ item: text.default(''), wrong: text.min(1), wish: text.default('') })
/** What somebody writes in an appeal. */
export type AppealForm = z.infer<typeof appealForm>
/** The same by a link. */
export const linkedForm = appealForm.extend({ token: z.string().min(20).max(100) })
/** A link alone. */
export const linkForm = z.object({ token: z.string().min(20).max(100) })

/** What a link is about. Throws 404. */
export function actionOfLink(ctx: Context, token: string): ActionRow {
  const link = linkByHash(ctx.db, { hash: hashSecret(token), now: ctx.now() })
  const action = link && actionById(ctx.db, { id: link.actionId })
  if (!action) throw notFound('There is no such link. Open it exactly as it stands in the mail.')
  return action
}

/** Something that was decided about oneself, and told. Throws 404. */
export function ownAction(ctx: Context, { accountId }: Viewer, actionId: number): ActionRow {
  const action = actionById(ctx.db, { id: actionId })
  if (!action || action.targetId !== accountId || action.settledAt === null) throw notFound()
  return action
}

/** What a link's decision says. Throws 404. */
export const readLinked = (ctx: Context, token: string): OwnDecision => presentDecision(ctx, actionOfLink(ctx, token))

/** What was decided about oneself, the newest first. */
export const readOwn = (ctx: Context, { accountId }: Viewer): OwnDecision[] =>
  actionsOn(ctx.db, { targetId: accountId }).map((action) => presentDecision(ctx, action))

/** One decision about oneself. Throws 404. */
export const readOne = (ctx: Context, viewer: Viewer, actionId: number): OwnDecision =>
  presentDecision(ctx, ownAction(ctx, viewer, actionId))

function appeal(ctx: Context, action: ActionRow, form: AppealForm): OwnDecision {
  const now = ctx.now()
  if (action.settledAt === null || action.appealUntil === null) throw notFound()
  if (appealOf(ctx.db, { actionId: action.id })) {
    throw conflict('You appealed this already. It is answered once, by somebody who had no part in it.', {
      code: 'appealed',
    })
  }
  if (action.appealUntil <= now) throw gone('The 20 days to appeal are over.', { code: 'too_late' })
  if (action.overAt !== null) throw conflict('This is over already.', { code: 'over' })
  const id = ctx.newId()
  const content = ctx.vault.seal(JSON.stringify(form))
  insertAppeal(ctx.db, { id, actionId: action.id, content, now, dueAt: now + limits.appealClock })
  logAct(ctx, { verb: 'appealed', caseId: action.caseId, targetId: action.targetId ?? 0 })
  ctx.emit('appealMade', { appealId: id })
  const row = caseById(ctx.db, { id: action.caseId })
  const parties = row ? partiesOf(ctx, row).reporterIds : []
  const out = [action.targetId ?? 0, action.byId ?? 0, action.secondId ?? 0, ...parties]
  tellTeam(ctx, action.caseId, out)
  return presentDecision(ctx, action)
}

/** Appeals a decision about oneself, once. Throws 404, 409, 410. */
export const appealOwn = (ctx: Context, viewer: Viewer, { id: actionId, ...form }: AppealForm & { id: number }) =>
  ctx.transact(() => appeal(ctx, ownAction(ctx, viewer, actionId), form))

/** The same for somebody who is locked out, by the link in their mail. Throws 404, 409, 410. */
export const appealLinked = (ctx: Context, { token, ...form }: z.infer<typeof linkedForm>) =>
  ctx.transact(() => appeal(ctx, actionOfLink(ctx, token), form))

/** How an appeal is answered: never without reasons. */
export const answerForm = z.object({ id, granted: flag, reasons: text.min(1) })

/** Grants or refuses an appeal, with reasons; granted, what was done is taken back. Throws 403, 404, 409. */
export function decideAppeal(
  ctx: Context,
  viewer: Viewer,
  { id: appealId, granted, reasons }: z.infer<typeof answerForm>,
) {
  ctx.transact(() => {
    const row = appealById(ctx.db, { id: appealId })
    const action = row && actionById(ctx.db, { id: row.actionId })
    if (!action) throw notFound()
    const me = viewer.accountId
    checkAnswering(ctx, viewer, action)
    checkAnswerNames(ctx, findCase(ctx, viewer, action.caseId), reasons)
    const now = ctx.now()
    const state = granted ? 'granted' : 'refused'
    if (answerAppeal(ctx.db, { id: appealId, state, by: me, now, answer: ctx.vault.seal(reasons) }) === 0) {
      throw conflict('This appeal was answered already.', { code: 'decided' })
    }
    if (granted) end(ctx, action, 'appeal', me)
    logAct(ctx, { verb: `appeal_${state}`, byId: me, caseId: action.caseId, targetId: action.targetId ?? 0 })
    keepUntil(ctx.db, { id: action.caseId, until: now + limits.caseKept })
    tellAnswered(ctx, action, granted, now + limits.followUpWithin)
    ctx.emit('appealDecided', { appealId })
  })
}
