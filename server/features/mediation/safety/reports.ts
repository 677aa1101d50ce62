import { z } from 'zod'
import type { EvidenceBundle } from '../../../../shared/api/evidence.ts'
import type { MediationView } from '../../../../shared/api/mediation.ts'
import type { MediationReport } from '../../../../shared/api/mediation-team.ts'
import { outcomes } from '../../../../shared/api/moderation.ts'
import { isParty } from '../../../../shared/mediation/case.ts'
import type { Context } from '../../../context.ts'
import { forbidden, invalidFields, notFound } from '../../../core/errors.ts'
import { limits } from '../../../limits.ts'
import { holds } from '../../../policies/roles.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { type AlertContent, openAlerts } from '../alerts.ts'
import { nameOf } from '../cases.ts'
import { tellMember } from '../notices.ts'
import { presentPeople } from '../people.ts'
import { settleAlert } from '../room/queries.ts'
import type { Seat } from '../seats.ts'
import { alertsOf, removeAlert, reportsBy } from '../triage/queries.ts'

const kinds = JSON.stringify(['report', 'talk'])

/** What came from a room has no report beside it that would say how it ended. */
const asksOutcome = ({ caseId, danger }: AlertContent): boolean => caseId !== undefined && !danger

function open(ctx: Context, viewer: Viewer) {
  if (!holds(viewer, 'see_mediation_reports')) throw forbidden('This page is for moderators.')
  return openAlerts(ctx, alertsOf(ctx.db, { kinds, most: limits.pageMediations }))
    .filter(({ content }) => content.accountId !== viewer.accountId && content.by !== viewer.accountId)
    .filter(({ content }) => content.outcome === undefined)
}

/** What members sent from the safety page, for moderators; nobody reads what is about or from themselves. Throws 403. */
export function readReports(ctx: Context, viewer: Viewer): MediationReport[] {
  const found = open(ctx, viewer)
  const people = presentPeople(
    ctx,
    found.flatMap(({ content }) => [content.accountId ?? 0, content.by ?? 0]),
  )
  return found.map(({ row, content, at }) => ({
    id: String(row.id),
    kind: content.danger ? 'danger' : row.kind === 'talk' ? 'talk' : 'report',
    from: people.get(content.by ?? 0) ?? null,
    about: people.get(content.accountId ?? 0) ?? null,
    status_ids: (content.statusIds ?? []).map(String),
    has_evidence: content.evidence !== undefined,
    evidence_id: content.bundleId === undefined ? null : String(content.bundleId),
    text: content.text ?? '',
    asks_outcome: asksOutcome(content),
    at: presentTime(at),
  }))
}

/** The copy of the evidence that came with a report. Throws 403 and 404. */
export function readEvidence(ctx: Context, viewer: Viewer, id: number): EvidenceBundle {
  const evidence = open(ctx, viewer).find(({ row }) => row.id === id)?.content.evidence
  if (evidence === undefined) throw notFound()
  // written by us, from a bundle of just this shape
  return JSON.parse(evidence) as EvidenceBundle
}

/** With which end somebody takes a report off the list. */
export const settleForm = z.object({ outcome: z.enum(outcomes).optional() })

/** Takes a report off the list, and tells who handed it over from a room how it ended. Throws 403, 404 and 422. */
export function settleReport(ctx: Context, viewer: Viewer, id: number, { outcome }: z.infer<typeof settleForm>): void {
  const found = open(ctx, viewer).find(({ row }) => row.id === id)
  if (!found) throw notFound()
  const { accountId, by, caseId, at } = found.content
  if (!asksOutcome(found.content)) return void removeAlert(ctx.db, { id })
  if (!outcome) throw invalidFields({ outcome: [{ error: 'ERR_BLANK', description: 'Say how it ended.' }] })
  ctx.transact(() => {
    // how it ended is all that is kept of it
    const sealed = ctx.vault.seal(JSON.stringify({ accountId, by, caseId, at, outcome }))
    settleAlert(ctx.db, { id, sealed, dueAt: null, until: ctx.now() + limits.mediationReportKept })
    if (by !== undefined) tellMember(ctx, by)
  })
}

/** What a side handed to the moderators from a room, and how that ended: for that side alone. */
export function ownReports(ctx: Context, { case: { id: caseId }, viewer, role }: Seat): MediationView['reports'] {
  if (!isParty(role)) return []
  return openAlerts(ctx, reportsBy(ctx.db, { who: nameOf(ctx, viewer.accountId), most: limits.pageMediations }))
    .filter(({ content }) => content.caseId === caseId)
    .map(({ content, at }) => ({ created_at: presentTime(at), outcome: content.outcome ?? null }))
}
