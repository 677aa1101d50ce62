import type { Queue, QueueEntry, Urgency } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { HOUR } from '../../../core/clock.ts'
import { limits } from '../../../limits.ts'
import { may } from '../../../policies/roles.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { casesInTriage } from '../../mediation/queries.ts'
import { countWaiting } from '../../people/queries.ts'
import { openFollows } from '../appeals/follow/queries.ts'
import { appealById, openAppeals } from '../appeals/queries.ts'
import { actionById, toReview } from '../decide/queries.ts'
import { isAnybodyThere } from '../notes/notes.ts'
import { readPeople } from '../people.ts'
import { openProposals } from '../proposals/queries.ts'
import { marksOf, weightsOf } from '../weigh/weigh.ts'
import { claimantOf } from './claim.ts'
import { type CaseRow, casesByIds, casesInState, countOpen, decidedCases } from './queries.ts'

/** Green until half of the time is over, then amber, then late. */
export function clockAt(createdAt: number, dueAt: number, now: number): QueueEntry['clock'] {
  if (now >= dueAt) return 'late'
  return now >= createdAt + (dueAt - createdAt) / 2 ? 'amber' : 'green'
}

/** A line before its names are read. */
type Line = Pick<QueueEntry, 'what' | 'kind'> & { id: number; row: CaseRow; createdAt: number; dueAt: number }

/** How long a proposal may wait for the second person: somebody is locked out, or harm goes on. */
const PROPOSAL_CLOCK = 24 * HOUR

function waitingLines(ctx: Context): Line[] {
  const most = limits.pageCases
  const proposals = openProposals(ctx.db, { most })
  const reviews = toReview(ctx.db, { most })
  // what somebody says to the answer to their appeal waits as the appeal did
  const follows = openFollows(ctx.db, { most }).flatMap(({ appealId, createdAt, dueAt }) => {
    const row = appealById(ctx.db, { id: appealId })
    return row ? [{ ...row, createdAt, dueAt }] : []
  })
  const appeals = [...openAppeals(ctx.db, { most }), ...follows].map((row) => ({
    row,
    action: actionById(ctx.db, { id: row.actionId }),
  }))
  const ids = [
    ...proposals.map(({ caseId }) => caseId ?? 0),
    ...reviews.map(({ caseId }) => caseId),
    ...appeals.map(({ action }) => action?.caseId ?? 0),
  ]
  const cases = new Map(casesByIds(ctx.db, { ids: JSON.stringify(ids) }).map((row) => [row.id, row]))
  const line = (
    what: Line['what'],
    caseId: number | null | undefined,
    rest: Pick<Line, 'id' | 'kind' | 'createdAt' | 'dueAt'>,
  ) => {
    const row = cases.get(caseId ?? 0)
    return row ? [{ what, row, ...rest }] : []
  }
  return [
    ...proposals.flatMap(({ id, kind, caseId, createdAt }) =>
      line('proposal', caseId, { id, kind, createdAt, dueAt: createdAt + PROPOSAL_CLOCK }),
    ),
    ...reviews.flatMap(({ id, kind, caseId, createdAt, reviewDueAt }) =>
      line('review', caseId, { id, kind, createdAt, dueAt: reviewDueAt ?? createdAt }),
    ),
    ...appeals.flatMap(({ row, action }) =>
      line('appeal', action?.caseId, {
        id: row.id,
        kind: action?.kind ?? '',
        createdAt: row.createdAt,
        dueAt: row.dueAt,
      }),
    ),
  ]
}

const ofCase = (row: CaseRow): Line => ({
  what: 'case',
  kind: row.kind,
  id: row.id,
  row,
  createdAt: row.createdAt,
  dueAt: row.dueAt,
})

const weight: Record<Urgency, number> = { danger: 0, harassment: 1, other: 2 }

/** What is proposed about servers: these have a page of their own. */
function serverLines(ctx: Context, { accountId: me }: Viewer): QueueEntry[] {
  const waiting = openProposals(ctx.db, { most: limits.pageCases }).filter(
    ({ subject, byId }) => subject !== null && byId !== me,
  )
  return waiting.map(({ id, kind, subject, createdAt }) => ({
    id: String(id),
    what: 'proposal',
    case_id: null,
    about: null,
    about_name: subject === '*' ? '' : (subject ?? ''),
    kind,
    urgency: 'danger',
    reports: 0,
    created_at: presentTime(createdAt),
    due_at: presentTime(createdAt + PROPOSAL_CLOCK),
    clock: clockAt(createdAt, createdAt + PROPOSAL_CLOCK, ctx.now()),
    claimed: null,
    conflict: null,
  }))
}

function present(ctx: Context, { accountId: me }: Viewer, lines: readonly Line[]): QueueEntry[] {
  const now = ctx.now()
  const people = readPeople(
    ctx,
    lines.flatMap(({ row }) => [row.targetId, row.claimedBy]),
  )
  const marks = marksOf(
    ctx,
    me,
    lines.map(({ row }) => row),
  )
  return lines.map(({ what, kind, id, row, createdAt, dueAt }) => {
    const claimant = claimantOf(row, now)
    return {
      id: String(id),
      what,
      case_id: String(row.id),
      about: people.get(row.targetId ?? 0) ?? null,
      about_name: row.targetName,
      kind,
      urgency: row.urgency,
      reports: row.reports,
      created_at: presentTime(createdAt),
      due_at: presentTime(dueAt),
      clock: row.state === 'decided' && what === 'case' ? 'green' : clockAt(createdAt, dueAt, now),
      claimed:
        claimant === undefined
          ? null
          : { by: people.get(claimant) ?? null, mine: claimant === me, until: presentTime(row.claimedUntil ?? now) },
      conflict: marks.get(row.id) ?? null,
    }
  })
}

/** Danger before all else, then by the clock; where reporters proved right before, a little earlier. */
function byUrgency(ctx: Context, lines: readonly Line[]): (a: Line, b: Line) => number {
  const shares = weightsOf(
    ctx,
    lines.map(({ row }) => row.id),
  )
  const at = ({ row, createdAt, dueAt }: Line) =>
    dueAt - (dueAt - createdAt) * limits.weightInList * (shares.get(row.id) ?? 0)
  return (a, b) => weight[a.row.urgency] - weight[b.row.urgency] || at(a) - at(b)
}

/** What waits, the most pressing first: danger before all else, then by the clock. Nobody sees what is about them. */
export function readQueue(ctx: Context, viewer: Viewer, show: 'open' | 'decided' | 'mine'): Queue {
  const now = ctx.now()
  const most = limits.pageCases
  const waiting = show === 'decided' ? [] : waitingLines(ctx).filter(({ row }) => row.targetId !== viewer.accountId)
  const cases =
    show === 'decided'
      ? decidedCases(ctx.db, { before: Number.MAX_SAFE_INTEGER, most })
      : casesInState(ctx.db, { state: 'open', after: 0, most })
  const lines = [...waiting, ...cases.map(ofCase)]
    .filter(({ row }) => row.targetId !== viewer.accountId)
    .filter(({ row }) => show !== 'mine' || claimantOf(row, now) === viewer.accountId)
  if (show !== 'decided') lines.sort(byUrgency(ctx, lines))
  const servers = show === 'open' ? serverLines(ctx, viewer) : []
  const counts = countQueue(ctx, viewer, waiting)
  return {
    entries: [...servers, ...present(ctx, viewer, lines)],
    counts: { ...counts, proposals: counts.proposals + servers.length },
    on_duty: isAnybodyThere(ctx),
  }
}

function countQueue(ctx: Context, viewer: Viewer, waiting: readonly Line[]): Queue['counts'] {
  const now = ctx.now()
  const { cases = 0, late = 0 } = countOpen(ctx.db, { me: viewer.accountId, now }) ?? {}
  const of = (what: Line['what']) => waiting.filter((one) => one.what === what).length
  const { applications = 0, byHand = 0 } = may(viewer, 'people') ? (countWaiting(ctx.db, { now }) ?? {}) : {}
  return {
    cases,
    appeals: of('appeal'),
    proposals: of('proposal'),
    reviews: of('review'),
    late: late + waiting.filter(({ dueAt }) => dueAt <= now).length,
    applications,
    by_hand: byHand,
    triage: may(viewer, 'coordinate_mediation') ? casesInTriage(ctx.db, { most: limits.pageCases }).length : 0,
  }
}
