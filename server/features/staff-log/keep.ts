import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { limits } from '../../limits.ts'
import { forgetEntries, insertEntry } from './queries.ts'

/** What one of those who run the community did is written down with it: neither is there without the other. */
export function keepStaffAct(ctx: Context, act: Events['staffActed']): void {
  insertEntry(ctx.db, {
    id: ctx.newId(),
    accountId: act.accountId ?? null,
    action: act.action,
    subject: act.subject,
    subjectId: act.subjectId ?? null,
    label: act.label ?? '',
    detail: JSON.stringify(act.detail ?? {}),
    now: ctx.now(),
  })
}

/** Forgets what is too old to look up. */
export const sweepStaffLog = (ctx: Context) => forgetEntries(ctx.db, { before: ctx.now() - limits.staffLogKept })
