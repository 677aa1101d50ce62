import type { EvidenceBundle } from '../../../../shared/api/evidence.ts'
import type { MediationReport } from '../../../../shared/api/mediation-team.ts'
import type { Context } from '../../../context.ts'
import { forbidden, notFound } from '../../../core/errors.ts'
import { limits } from '../../../limits.ts'
import { holds } from '../../../policies/roles.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { openAlert } from '../alerts.ts'
import { presentPeople } from '../people.ts'
import { alertsOf, removeAlert } from '../triage/queries.ts'

const kinds = JSON.stringify(['report', 'talk'])

function open(ctx: Context, viewer: Viewer) {
  if (!holds(viewer, 'see_mediation_reports')) throw forbidden('This page is for moderators.')
  return alertsOf(ctx.db, { kinds, most: limits.pageMediations })
    .map((row) => ({ row, content: openAlert(ctx, row) }))
    .filter(({ content }) => content.accountId !== viewer.accountId && content.by !== viewer.accountId)
}

/** What members sent from the safety page, for moderators; nobody reads what is about or from themselves. Throws 403. */
export function readReports(ctx: Context, viewer: Viewer): MediationReport[] {
  const found = open(ctx, viewer)
  const people = presentPeople(
    ctx,
    found.flatMap(({ content }) => [content.accountId ?? 0, content.by ?? 0]),
  )
  return found.map(({ row, content }) => ({
    id: String(row.id),
    kind: content.danger ? 'danger' : row.kind === 'talk' ? 'talk' : 'report',
    from: people.get(content.by ?? 0) ?? null,
    about: people.get(content.accountId ?? 0) ?? null,
    status_ids: (content.statusIds ?? []).map(String),
    has_evidence: content.evidence !== undefined,
    evidence_id: content.bundleId === undefined ? null : String(content.bundleId),
    text: content.text ?? '',
    at: presentTime(row.createdAt),
  }))
}

/** The copy of the evidence that came with a report. Throws 403 and 404. */
export function readEvidence(ctx: Context, viewer: Viewer, id: number): EvidenceBundle {
  const evidence = open(ctx, viewer).find(({ row }) => row.id === id)?.content.evidence
  if (evidence === undefined) throw notFound()
  // written by us, from a bundle of just this shape
  return JSON.parse(evidence) as EvidenceBundle
}

/** Takes a report off the list, once it is dealt with. Throws 403 and 404. */
export function settleReport(ctx: Context, viewer: Viewer, id: number): void {
  if (!open(ctx, viewer).some(({ row }) => row.id === id)) throw notFound()
  removeAlert(ctx.db, { id })
}
