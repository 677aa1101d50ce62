import { z } from 'zod'
import type { CaseAction } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { logAct } from '../../../core/acts/log-act.ts'
import { conflict, forbidden, notFound } from '../../../core/errors.ts'
import { id } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { findCase } from '../cases/claim.ts'
import { type Parties, partiesOf } from '../cases/conflicts.ts'
import { caseById } from '../cases/queries.ts'
import { openTold, sealTold } from '../decide/content.ts'
import { type ActionRow, actionById, actionsOfCase } from '../decide/queries.ts'
import { refusalOf } from '../proposals/second.ts'
import { withoutNames } from './names.ts'
import { setContent, setRead } from './queries.ts'

/** The words as they are sent, with every name taken out that the second reader found. */
export const readingForm = z.object({ id, statement: z.string().trim().min(1).max(limits.statement) })

/** Whether the words of something wait for a second reader. */
export const waitsForReader = ({ readDueAt, readBy, settledAt, overAt }: ActionRow): boolean =>
  readDueAt !== null && readBy === null && settledAt === null && overAt === null

/** Why somebody is not the second reader; null for who can be. */
function refusalToRead(ctx: Context, me: number, { byId, secondId }: ActionRow, parties: Parties) {
  return secondId === me ? 'own' : refusalOf(ctx, me, byId, parties)
}

/** A reading as the case's page shows it. */
export const presentReading = (ctx: Context, me: number, action: ActionRow, parties: Parties): CaseAction['reading'] =>
  waitsForReader(action) ? { refused: refusalToRead(ctx, me, action, parties) } : null

function settleWith(ctx: Context, action: ActionRow, { me, statement }: { me: number; statement: string }): void {
  const told = openTold(ctx, action.content)
  const at = Math.max(ctx.now(), action.createdAt + limits.decisionUndo)
  const content = sealTold(ctx, { ...told, statement })
  setRead(ctx.db, { id: action.id, by: me, content, settlesAt: at })
  ctx.queue.add('settleDecision', { caseId: action.caseId, at }, { at })
}

/**
 * A second person has read what somebody will be sent and says that no name is left in it, with the words as they are
 * sent. Throws 403 (`second_person`) for who decided, 404, 409 where nothing waits.
 */
export function readWords(ctx: Context, viewer: Viewer, form: z.infer<typeof readingForm>): void {
  ctx.transact(() => {
    const action = actionById(ctx.db, { id: form.id })
    if (!action) throw notFound()
    const row = findCase(ctx, viewer, action.caseId)
    const me = viewer.accountId
    if (refusalToRead(ctx, me, action, partiesOf(ctx, row))) {
      throw forbidden('Somebody else has to read this: neither who decided, nor who has a part in the case.', {
        code: 'second_person',
      })
    }
    if (!waitsForReader(action)) throw conflict('This waits for no reader any more.', { code: 'over' })
    const same = actionsOfCase(ctx.db, { caseId: row.id }).filter(
      (one) => one.createdAt === action.createdAt && waitsForReader(one),
    )
    for (const one of same) settleWith(ctx, one, { me, statement: form.statement })
    const isChanged = openTold(ctx, action.content).statement !== form.statement
    logAct(ctx, { verb: isChanged ? 'words_changed' : 'words_read', byId: me, caseId: row.id })
  })
}

/** Takes every name that we know out of words that nobody read in time: the person hears all the same. */
export function sendUnread(ctx: Context, action: ActionRow): void {
  const row = caseById(ctx.db, { id: action.caseId })
  if (!row || !waitsForReader(action)) return
  const told = openTold(ctx, action.content)
  setContent(ctx.db, {
    id: action.id,
    content: sealTold(ctx, { ...told, statement: withoutNames(ctx, row, told.statement) }),
  })
}
