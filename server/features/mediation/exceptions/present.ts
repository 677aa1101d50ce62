import type { MediationView } from '../../../../shared/api/mediation.ts'
import type { MediationException, MediationOpenRoom } from '../../../../shared/api/mediation-team.ts'
import { exceptionTexts } from '../../../../shared/locales/en/mediation-exceptions.ts'
import type { Context } from '../../../context.ts'
import { forbidden } from '../../../core/errors.ts'
import { firstIdAt } from '../../../core/ids.ts'
import { limits } from '../../../limits.ts'
import { holds } from '../../../policies/roles.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { loadCase } from '../cases.ts'
import { readCast } from '../cast.ts'
import type { Part } from '../parts.ts'
import { presentPeople } from '../people.ts'
import { readMessages } from '../room/messages.ts'
import { mayAgree, noteRead } from './ask.ts'
import { type ExceptionContent, openException } from './content.ts'
import { hasPart } from './find-case.ts'
import { type ExceptionRow, exceptionsOf, newestExceptions } from './queries.ts'

type Opened = { row: ExceptionRow; content: ExceptionContent }

/** Who may know of an exception: those who decide about its kind, and stewards; nobody with a part in the case. */
function mayKnow(ctx: Context, viewer: Viewer, { kind, caseId }: ExceptionRow): boolean {
  const decides = holds(viewer, kind === 'danger' ? 'coordinate_mediation' : 'open_mediations')
  return (decides || holds(viewer, 'oversee_mediation')) && !hasPart(ctx, caseId, viewer.accountId)
}

function present(ctx: Context, viewer: Viewer, found: readonly Opened[]): MediationException[] {
  const people = presentPeople(
    ctx,
    found.flatMap(({ content }) => [content.by, ...content.agreed]),
  )
  return found.map(({ row, content }) => {
    const own = [content.by, ...content.agreed].includes(viewer.accountId)
    const isOpen = row.kind === 'break_glass' && row.doneAt !== null && row.until > ctx.now()
    // of danger a steward learns that it was, and those who decide learn the facts
    const isFacts = row.kind === 'danger' && !holds(viewer, 'coordinate_mediation')
    return {
      id: String(row.id),
      kind: row.kind,
      code_name: loadCase(ctx, row.caseId).codeName,
      reason: isFacts ? '' : content.reason,
      silent: content.silent,
      asked_by: people.get(content.by) ?? null,
      agreed_by: content.agreed.flatMap((id) => people.get(id) ?? []),
      at: presentTime(row.askedAt),
      done_at: row.doneAt === null ? null : presentTime(row.doneAt),
      until: presentTime(row.until),
      reads: content.reads.length,
      can_agree: mayAgree(ctx, viewer, row, content),
      can_read: own && isOpen && holds(viewer, 'open_mediations'),
    }
  })
}

/** What went, or waits to go, through the walls: the log of it. Throws 403 for everybody without a say in it. */
export function readExceptions(ctx: Context, viewer: Viewer): MediationException[] {
  const may = (['open_mediations', 'coordinate_mediation', 'oversee_mediation'] as const).some((one) =>
    holds(viewer, one),
  )
  if (!may) throw forbidden('This page is for admins, coordinators and stewards.')
  const after = firstIdAt(ctx.now() - limits.mediationAudit)
  const found = newestExceptions(ctx.db, { after, most: limits.pageMediations })
    .filter((row) => mayKnow(ctx, viewer, row))
    .map((row) => ({ row, content: openException(ctx, row) }))
  return present(ctx, viewer, found)
}

/** A room that two admins opened: what was said in it, but for the mediator's own notes. Each reading is noted. */
export function readOpenRoom(ctx: Context, viewer: Viewer, id: number): MediationOpenRoom {
  const { caseId, until } = noteRead(ctx, viewer, id)
  const loaded = loadCase(ctx, caseId)
  const cast = readCast(ctx, loaded)
  const messages = readMessages(ctx, caseId).filter(({ stream, state }) => stream !== 'notes' && state !== 'unsent')
  const ids = [...Object.values(cast ?? {}), ...messages.map(({ by }) => by)].filter((one) => one !== undefined)
  const people = presentPeople(ctx, ids)
  return {
    code_name: loaded.codeName,
    until: presentTime(until),
    messages: messages.map(({ stream, author, by, text, createdAt }) => ({
      stream,
      author: people.get((author === 'mediator' ? by : undefined) ?? cast?.[author] ?? 0) ?? null,
      text,
      at: presentTime(createdAt),
    })),
  }
}

function lineFor({ row, content }: Opened, role: string, lifted: boolean): string | undefined {
  if (row.kind === 'break_glass') return exceptionTexts.opened(content.reason)
  if (row.kind === 'legal_hold') return content.silent || lifted ? undefined : exceptionTexts.held(content.reason)
  if (row.kind !== 'danger' || content.tell !== true) return undefined
  return content.party === 'other' || content.party === role ? exceptionTexts.danger : undefined
}

/** What the two sides have to know: that their room was opened or is held, or that facts were passed on. */
export const presentExceptionsPart: Part = (ctx, { case: { id, now }, role }): Partial<MediationView> => {
  if (role !== 'a' && role !== 'b') return {}
  const done = exceptionsOf(ctx.db, { caseId: id }).filter(({ doneAt }) => doneAt !== null)
  const exceptions = done.flatMap((row) => {
    const text = lineFor({ row, content: openException(ctx, row) }, role, !now.legalHold)
    return text ? [{ kind: row.kind, text, at: presentTime(row.doneAt ?? row.askedAt) }] : []
  })
  return { exceptions }
}
