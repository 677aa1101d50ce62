import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { conflict, forbidden, notFound } from '../../../core/errors.ts'
import { flag } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import { areLinked } from '../../../policies/invited.ts'
import { holds } from '../../../policies/roles.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { raiseAlert } from '../alerts.ts'
import { append, loadCase, nameOf } from '../cases.ts'
import { readCast } from '../cast.ts'
import { tell } from '../notices.ts'
import { tellTeam } from '../team.ts'
import { peopleWithRole } from '../triage/queries.ts'
import { type ExceptionContent, openException, sealException } from './content.ts'
import { findCase, hasPart } from './find-case.ts'
import { changeException, type ExceptionKind, type ExceptionRow, exceptionById, insertException } from './queries.ts'

/** What an admin asks for, about which case and why. */
export const exceptionForm = z.object({
  kind: z.enum(['break_glass', 'legal_hold', 'lift_hold']),
  case: z.string().trim().min(1).max(limits.mediationLine),
  reason: z.string().trim().min(limits.mediationReasonLeast).max(limits.mediationStory),
  silent: flag.default(false),
})

const verbOf: Record<ExceptionKind, string> = {
  break_glass: 'break_glass',
  legal_hold: 'hold_by_law',
  lift_hold: 'lift_hold',
  danger: 'danger_told',
}

/** How many beside whoever asked have to agree: an admin is one of the two, a mediator is none of them. */
const needed = (kind: ExceptionKind): number => (kind === 'danger' ? 2 : 1)

/** Keeps what one person asks for, until a second one agrees or its time is over. */
export function putException(ctx: Context, kind: ExceptionKind, caseId: number, content: ExceptionContent): void {
  const now = ctx.now()
  const sealed = sealException(ctx, content)
  insertException(ctx.db, { id: ctx.newId(), kind, caseId, sealed, now, until: now + limits.mediationExceptionWaits })
}

/** Asks for an exception. Throws 403 for who is no admin, 422 for a case of which it cannot be asked. */
export function askException(ctx: Context, viewer: Viewer, form: z.infer<typeof exceptionForm>): void {
  if (!holds(viewer, 'open_mediations')) throw forbidden('This is for admins.')
  const loaded = findCase(ctx, viewer, form.case, 'system', verbOf[form.kind])
  const { accountId: by } = viewer
  ctx.transact(() => {
    const silent = form.kind === 'break_glass' ? false : form.silent
    putException(ctx, form.kind, loaded.id, { reason: form.reason, by, agreed: [], silent, reads: [] })
    for (const role of ['admin', 'owner'] as const)
      tellTeam(ctx, role, (id) => id === by || hasPart(ctx, loaded.id, id))
  })
}

/**
 * Whether somebody may be who asked or agreed before: one of them came by an invite of the other. Where somebody is in
 * danger that stands in nobody's way if there is no other coordinator.
 */
function isSamePerson(ctx: Context, { kind, caseId }: ExceptionRow, content: ExceptionContent, me: number): boolean {
  const isLinked = (id: number, others: readonly number[]) => others.some((other) => areLinked(ctx.db, id, other))
  if (kind !== 'danger') return isLinked(me, [content.by])
  if (!isLinked(me, content.agreed)) return false
  const others = peopleWithRole(ctx.db, { role: 'coordinator' }).map(({ accountId }) => accountId)
  return others.some((id) => !content.agreed.includes(id) && !hasPart(ctx, caseId, id) && !isLinked(id, content.agreed))
}

/** Whether this person can agree: with the right role, neither who asked nor who agreed before, and without a part. */
export function mayAgree(ctx: Context, viewer: Viewer, row: ExceptionRow, content: ExceptionContent): boolean {
  const { accountId } = viewer
  if (!holds(viewer, row.kind === 'danger' ? 'coordinate_mediation' : 'open_mediations')) return false
  if (row.doneAt !== null || row.until <= ctx.now()) return false
  const before = [content.by, ...content.agreed]
  if (before.includes(accountId) || hasPart(ctx, row.caseId, accountId)) return false
  return !isSamePerson(ctx, row, content, accountId)
}

/** Two coordinators agreed: moderators get the few facts, and whoever is in danger is told where that is safe. */
function passOn(ctx: Context, caseId: number, { reason, party, tell: isSafe }: ExceptionContent): void {
  const loaded = loadCase(ctx, caseId)
  const cast = readCast(ctx, loaded)
  const accountId = party === 'a' || party === 'b' ? cast?.[party] : undefined
  const content = { accountId, text: reason, danger: true, caseId }
  raiseAlert(ctx, { kind: 'report', who: nameOf(ctx, caseId), content, lasts: limits.mediationReportKept })
  tellTeam(ctx, 'moderator', (id) => hasPart(ctx, caseId, id))
  if (isSafe) tell(ctx, loaded, party === 'a' || party === 'b' ? [party] : ['a', 'b'])
}

function begin(ctx: Context, { kind, caseId }: ExceptionRow, content: ExceptionContent): void {
  const loaded = append(ctx, caseId, 'system', verbOf[kind])
  if (kind === 'danger') return void passOn(ctx, caseId, content)
  if (!content.silent) tell(ctx, loaded, ['a', 'b', 'mediator'])
}

/** Agrees to what somebody else asked for; with the last one needed it holds. Throws 404 and 409. */
export function agreeTo(ctx: Context, viewer: Viewer, id: number): void {
  const row = exceptionById(ctx.db, { id })
  if (!row) throw notFound()
  const content = openException(ctx, row)
  if (!mayAgree(ctx, viewer, row, content)) throw notFound()
  const agreed = [...content.agreed, viewer.accountId]
  ctx.transact(() => {
    if (agreed.length < needed(row.kind)) {
      const sealed = sealException(ctx, { ...content, agreed })
      return void changeException(ctx.db, { id, sealed, doneAt: null, until: row.until })
    }
    const now = ctx.now()
    const sealed = sealException(ctx, { ...content, agreed })
    changeException(ctx.db, { id, sealed, doneAt: now, until: now + limits.mediationGlassOpen })
    begin(ctx, row, content)
  })
}

/** Notes that the room was opened. Throws 404 for who is none of the two, 409 once the time is over. */
export function noteRead(ctx: Context, viewer: Viewer, id: number): ExceptionRow {
  const row = exceptionById(ctx.db, { id })
  const content = row && openException(ctx, row)
  if (!row || !content || row.kind !== 'break_glass' || row.doneAt === null) throw notFound()
  if (![content.by, ...content.agreed].includes(viewer.accountId)) throw notFound()
  if (!holds(viewer, 'open_mediations')) throw notFound()
  if (row.until <= ctx.now()) throw conflict('The time to read this room is over.', { code: 'over' })
  const reads = [...content.reads, { by: viewer.accountId, at: ctx.now() }]
  changeException(ctx.db, {
    id,
    sealed: sealException(ctx, { ...content, reads }),
    doneAt: row.doneAt,
    until: row.until,
  })
  return row
}
