import { type TextClass, textClasses } from '../../../../shared/mediation/retention.ts'
import type { Context } from '../../../context.ts'
import { HOUR } from '../../../core/clock.ts'
import type { Worker } from '../../../core/queue/worker.ts'
import type { Events } from '../../../events.ts'
import type { Jobs } from '../../../job-payloads.ts'
import { loadCase } from '../cases.ts'
import { deleteMessages, textsInCases, textsInMessages } from './queries.ts'

/** What goes when: the talk takes with it who was in it, since names serve nothing after it. */
const goesWith: Readonly<Record<string, readonly TextClass[]>> = {
  forget_screening: ['screening'],
  forget_notes: ['notes'],
  // whoever takes over begins without the notes of who went
  replace_mediator: ['notes'],
  hand_over: ['notes'],
  mediator_gone: ['notes'],
  forget_room: ['screening', 'notes', 'room', 'intake'],
  purge: textClasses,
  discard: textClasses,
  close: textClasses,
}

/** Asks for the keys to be destroyed, as part of what was decided; a job does it, and again until it is done. */
export function forgetTexts(ctx: Context, { caseId, verb }: Events['mediationMoved']): void {
  const classes = Object.hasOwn(goesWith, verb) ? goesWith[verb] : undefined
  // what two admins keep because the law demands it stays until they end that
  if (!classes || loadCase(ctx, caseId).now.legalHold) return
  const streams = classes.includes('room') ? ['caucus_a', 'caucus_b', 'joint', 'notes'] : ['notes']
  if (classes.includes('notes')) deleteMessages(ctx.db, { caseId, streams: JSON.stringify(streams) })
  ctx.queue.add('mediationForget', { caseId, classes: [...classes] })
}

/** Destroys the keys of some classes of a case, then their rows. */
export const mediationForget: Worker<Context, Jobs['mediationForget']> = {
  run(ctx, { caseId, classes }) {
    if (classes.length === textClasses.length) return ctx.mediation.shred(caseId)
    for (const cls of classes) ctx.mediation.shred(caseId, cls)
  },
  // what was promised to be gone is tried until it is
  retryIn: () => HOUR,
}

/** Takes away texts that no case refers to any more: earlier versions, what was taken back, what a crash left. */
export function sweepTexts(ctx: Context): void {
  ctx.mediation.sweepOrphans((texts) => {
    const ids = JSON.stringify(texts.map(({ id }) => id))
    const caseIds = JSON.stringify([...new Set(texts.map(({ caseId }) => caseId))])
    const said = textsInMessages(ctx.db, { ids }).map(({ textId }) => textId)
    const named = textsInCases(ctx.db, { caseIds }).map(({ textId }) => textId)
    return new Set([...said, ...named])
  }, ctx.now() - HOUR)
}
