import { z } from 'zod'
import { type PanicDoc, panicKinds } from '../../../shared/api/panic.ts'
import type { StaffAct } from '../../../shared/api/staff-acts.ts'
import type { Context } from '../../context.ts'
import { HOUR } from '../../core/clock.ts'
import { conflict, forbidden, invalidFields, notFound } from '../../core/errors.ts'
import type { Worker } from '../../core/queue/worker.ts'
import { id, whole } from '../../http/forms.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentPanic } from './present.ts'
import { confirmSwitch, endSwitch, insertSwitch, type SwitchRow, switchById, switchOn } from './queries.ts'
import { isSecond, soloLeft } from './solo.ts'

const text = z.string().trim().max(limits.panicText).default('')

/** Which switch, for how many hours, why, and what everybody reads meanwhile. */
export const turnForm = z.object({
  kind: z.enum(panicKinds),
  hours: whole
    .min(1)
    .max(limits.panicLongest / HOUR)
    .default(1),
  reason: text,
  notice: text,
})
/** A switch that is on. */
export const switchForm = z.object({ id })

/** Logs everybody out but the person who wants it; of sessions, and done elsewhere. */
export type LogOutAll = (ctx: Context, except: number) => void

function told(ctx: Context, accountId: number | undefined, action: StaffAct, row: SwitchRow): void {
  const hours = Math.round((row.endsAt - row.begunAt) / HOUR)
  ctx.emit('settingsChanged', { names: [`panic:${row.kind}`] })
  ctx.emit('staffActed', {
    accountId,
    action,
    subject: 'settings',
    subjectId: row.id,
    label: row.kind,
    detail: { kind: row.kind, hours },
  })
}

function found(ctx: Context, switchId: number): SwitchRow {
  const row = switchById(ctx.db, { id: switchId })
  if (!row || row.endedAt !== null) throw notFound('This switch is off already.')
  return row
}

const setClock = (ctx: Context, row: SwitchRow) =>
  ctx.queue.add('panicClock', { switchId: row.id, at: row.wantedUntil }, { at: row.wantedUntil })

/** A switch of this kind whose time is over makes room for the next; one that holds is in the way (409). */
function makeRoom(ctx: Context, kind: string): void {
  const before = switchOn(ctx.db, { kind })
  if (!before) return
  if (before.wantedUntil > ctx.now()) throw conflict('This switch is on already.', { code: 'already_on' })
  endSwitch(ctx.db, { id: before.id, accountId: null, now: ctx.now() })
}

/**
 * Turns a switch on. Alone, a person keeps one on for a day in three; what they want beyond waits for a second one.
 * Throws 409, 422.
 */
export function turnOn(ctx: Context, viewer: Viewer, form: z.infer<typeof turnForm>, logOutAll: LogOutAll): PanicDoc {
  const { kind, reason, notice } = form
  if (reason === '') {
    throw invalidFields({ reason: [{ error: 'ERR_BLANK', description: 'Say why: your colleagues read it.' }] })
  }
  return ctx.transact(() => {
    makeRoom(ctx, kind)
    const now = ctx.now()
    const atOnce = kind === 'log_out_all'
    const wantedUntil = atOnce ? now : now + form.hours * HOUR
    const endsAt = Math.min(wantedUntil, now + soloLeft(ctx, kind))
    const switchId = ctx.newId()
    const { accountId } = viewer
    const endedAt = atOnce ? now : null
    insertSwitch(ctx.db, { id: switchId, kind, reason, notice, accountId, now, endsAt, wantedUntil, endedAt })
    const row = switchById(ctx.db, { id: switchId })
    if (!row) throw new Error('the switch is not there')
    if (atOnce) logOutAll(ctx, accountId)
    else setClock(ctx, row)
    told(ctx, accountId, 'panic.on', row)
    return presentPanic(ctx, viewer)
  })
}

/** Agrees, as a second person, to the whole time that was wanted. Throws 403, 404, 409. */
export function agree(ctx: Context, viewer: Viewer, switchId: number): PanicDoc {
  return ctx.transact(() => {
    const row = found(ctx, switchId)
    if (!isSecond(ctx, row, viewer.accountId)) {
      throw forbidden('A second person has to agree: not who began it, nor somebody whom they invited.', {
        code: 'needs_second',
      })
    }
    if (row.wantedUntil <= ctx.now() || row.wantedUntil <= row.endsAt) throw conflict('Nothing is left to agree to.')
    if (confirmSwitch(ctx.db, { id: switchId, accountId: viewer.accountId, now: ctx.now() }) === 0) {
      throw conflict('Somebody agreed already.')
    }
    told(ctx, viewer.accountId, 'panic.agree', found(ctx, switchId))
    return presentPanic(ctx, viewer)
  })
}

/** Turns a switch off before its time; any of those who may turn it on. Throws 404. */
export function turnOff(ctx: Context, viewer: Viewer, switchId: number): PanicDoc {
  return ctx.transact(() => {
    const row = found(ctx, switchId)
    endSwitch(ctx.db, { id: switchId, accountId: viewer.accountId, now: ctx.now() })
    told(ctx, viewer.accountId, 'panic.off', row)
    return presentPanic(ctx, viewer)
  })
}

/** A switch goes back by itself at the end of its time. */
export const panicClock: Worker<Context, Jobs['panicClock']> = {
  run(ctx, { switchId }) {
    ctx.transact(() => {
      const row = switchById(ctx.db, { id: switchId })
      if (!row || row.endedAt !== null || row.wantedUntil > ctx.now()) return
      endSwitch(ctx.db, { id: switchId, accountId: null, now: ctx.now() })
      told(ctx, undefined, 'panic.over', row)
    })
  },
}
