import { z } from 'zod'
import type { DutyTurn } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { DAY } from '../../../core/clock.ts'
import { openIfOurs } from '../../../core/crypto.ts'
import { invalidFields, notFound } from '../../../core/errors.ts'
import { flag, id } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { findCase } from '../cases/claim.ts'
import { hurry } from '../cases/clocks.ts'
import { readPeople } from '../people.ts'
import { dutiesAfter, endDuty, insertDuty, insertNote, onDuty, removeDuty, removeNote } from './queries.ts'

const text = z.string().trim().min(1).max(limits.moderationNote)

/** A note for colleagues, in a case; about whom the case is. */
export const noteForm = z.object({ id, text, pinned: flag.default(false) })

/** Notes something for colleagues. Throws 404. */
export function addNote(ctx: Context, viewer: Viewer, form: z.infer<typeof noteForm>): void {
  ctx.transact(() => {
    const row = findCase(ctx, viewer, form.id)
    const now = ctx.now()
    insertNote(ctx.db, {
      id: ctx.newId(),
      targetId: row.targetId,
      domain: null,
      caseId: row.id,
      byId: viewer.accountId,
      content: ctx.vault.seal(form.text),
      pinned: form.pinned ? 1 : 0,
      now,
      expiresAt: now + limits.moderationNoteKept,
    })
  })
}

/** Takes a note of one's own away. Throws 404. */
export function dropNote(ctx: Context, { accountId: me }: Viewer, noteId: number): void {
  if (removeNote(ctx.db, { id: noteId, me }) === 0) throw notFound()
}

const time = z.iso.datetime({ offset: true }).transform((given) => Date.parse(given))

/** When one is there, or away, and what the next one should know. */
export const dutyForm = z.object({
  kind: z.enum(['duty', 'away']).default('duty'),
  begins_at: time,
  ends_at: time,
  handover: z.string().trim().max(limits.moderationNote).default(''),
})

/** Says when one is there or away. Throws 422 for a turn that ends before it begins. */
export function addDuty(ctx: Context, { accountId }: Viewer, form: z.infer<typeof dutyForm>): DutyTurn[] {
  const { kind, begins_at: beginsAt, ends_at: endsAt, handover } = form
  if (endsAt <= beginsAt || endsAt <= ctx.now()) {
    throw invalidFields({ ends_at: [{ error: 'ERR_INVALID', description: 'This ends before it begins.' }] })
  }
  const sealed = handover === '' ? null : ctx.vault.seal(handover)
  ctx.transact(() => {
    insertDuty(ctx.db, { id: ctx.newId(), accountId, kind, beginsAt, endsAt, handover: sealed })
    if (kind === 'duty') hurry(ctx, beginsAt)
  })
  return readDuty(ctx)
}

/** What the next one should know, as a turn ends. */
export const handOverForm = z.object({ id, handover: z.string().trim().max(limits.moderationNote).default('') })

/** Ends a turn of one's own now, with a word for the next one. Throws 404. */
export function handOver(ctx: Context, { accountId: me }: Viewer, form: z.infer<typeof handOverForm>): DutyTurn[] {
  const handover = form.handover === '' ? null : ctx.vault.seal(form.handover)
  if (endDuty(ctx.db, { id: form.id, me, now: ctx.now(), handover }) === 0) throw notFound()
  return readDuty(ctx)
}

/** Takes a turn of one's own back. Throws 404. */
export function dropDuty(ctx: Context, { accountId: me }: Viewer, dutyId: number): void {
  if (removeDuty(ctx.db, { id: dutyId, me }) === 0) throw notFound()
}

/** Who is there and who is away, with what was handed over in the last week. */
export function readDuty(ctx: Context): DutyTurn[] {
  const rows = dutiesAfter(ctx.db, { after: ctx.now() - 7 * DAY })
  const people = readPeople(
    ctx,
    rows.map(({ accountId }) => accountId),
  )
  return rows.map(({ id: dutyId, accountId, kind, beginsAt, endsAt, handover }) => ({
    id: String(dutyId),
    who: people.get(accountId) ?? null,
    kind,
    begins_at: presentTime(beginsAt),
    ends_at: presentTime(endsAt),
    handover: handover === null ? '' : (openIfOurs(ctx.vault, handover) ?? ''),
    now: beginsAt <= ctx.now() && endsAt > ctx.now(),
    long: kind === 'duty' && endsAt > ctx.now() && ctx.now() - beginsAt > limits.dutyLong,
  }))
}

/** Whether anybody is on duty now. */
export const isAnybodyThere = (ctx: Context): boolean => onDuty(ctx.db, { now: ctx.now() }) !== undefined
