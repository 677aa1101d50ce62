import type { MediationTriage } from '../../../../shared/api/mediation-team.ts'
import type { Context } from '../../../context.ts'
import { forbidden } from '../../../core/errors.ts'
import { limits } from '../../../limits.ts'
import { holds } from '../../../policies/roles.ts'
import type { Role, Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { type AlertContent, openAlert } from '../alerts.ts'
import { type Loaded, nameOf, readCase } from '../cases.ts'
import { presentPeople } from '../people.ts'
import { presentLine } from '../present.ts'
import { casesInTriage, countInState, otherPartsOf } from '../queries.ts'
import { readComplaints } from '../room/complaints.ts'
import { needsYou } from '../standing.ts'
import { readCapacity } from './capacity.ts'
import { readDebriefs } from './debriefs.ts'
import { type AlertRow, alertsOf, holdersOf } from './queries.ts'

/** The requests that a coordinator may look at: none in which they have a part, whatever it is. */
function casesFor(ctx: Context, { accountId }: Viewer): Loaded[] {
  const rows = casesInTriage(ctx.db, { most: limits.pageMediations })
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const own = new Set(otherPartsOf(ctx.db, { who: nameOf(ctx, accountId), ids }).map(({ caseId }) => caseId))
  return rows.filter(({ id }) => !own.has(id)).map(readCase)
}

/** How many requests wait for a coordinator. */
export const countWaiting = (ctx: Context, viewer: Viewer): number =>
  casesFor(ctx, viewer).filter(({ now }) => needsYou(now, 'coordinator')).length

const readWaiting = (ctx: Context, viewer: Viewer): MediationTriage['waiting'] =>
  casesFor(ctx, viewer).map((loaded) => {
    const opened_at = presentTime(loaded.now.triageFrom ?? loaded.now.since)
    return { ...presentLine(loaded, 'coordinator'), opened_at, second: loaded.now.second }
  })

type Opened = { row: AlertRow; content: AlertContent }

function presentAlerts(ctx: Context, alerts: readonly Opened[], viewer: Viewer): MediationTriage['alerts'] {
  const people = presentPeople(
    ctx,
    alerts.map(({ content }) => content.accountId ?? 0),
  )
  return alerts
    .filter(({ content }) => content.accountId !== viewer.accountId)
    .map(({ row, content }) => ({
      kind: row.kind === 'pile_on' ? 'pile_on' : 'thread',
      account: people.get(content.accountId ?? 0) ?? null,
      status_id: content.statusIds?.[0] === undefined ? null : String(content.statusIds[0]),
      at: presentTime(row.createdAt),
    }))
}

const needed: readonly Role[] = ['coordinator', 'mediator', 'moderator', 'steward']

/** The coordinators' page: requests, alerts, room and complaints, and nothing that was said in a mediation. Throws 403. */
export function readTriage(ctx: Context, viewer: Viewer): MediationTriage {
  if (!holds(viewer, 'coordinate_mediation')) throw forbidden('This page is for coordinators.')
  const kinds = JSON.stringify(['pile_on', 'thread', 'feedback'])
  const opened = alertsOf(ctx.db, { kinds, most: limits.pageMediations }).map((row) => ({
    row,
    content: openAlert(ctx, row),
  }))
  const capacity = readCapacity(ctx)
  const held = new Set(holdersOf(ctx.db, { roles: JSON.stringify(needed) }).map(({ role }) => role))
  const stuck = capacity.free_places === 0 && (countInState(ctx.db, { state: 'matching' })?.count ?? 0) > 0
  const none = { kind: 'no_mediators', account: null, status_id: null, at: presentTime(ctx.now()) } as const
  return {
    waiting: readWaiting(ctx, viewer),
    alerts: [
      ...(stuck ? [none] : []),
      ...presentAlerts(
        ctx,
        opened.filter(({ row }) => row.kind !== 'feedback'),
        viewer,
      ),
    ],
    capacity,
    vacant: needed.filter((role) => !held.has(role)),
    complaints: readComplaints(ctx, viewer)
      .filter(({ yours }) => !yours)
      .map(({ id, at, due_at, text }) => ({ id, at, due_at, text })),
    debriefs: readDebriefs(ctx, viewer),
    feedback: opened.flatMap(({ row, content }) =>
      row.kind === 'feedback' && content.accountId !== viewer.accountId
        ? [{ id: String(row.id), at: presentTime(row.createdAt), text: content.text ?? '' }]
        : [],
    ),
  }
}
