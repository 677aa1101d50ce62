import { z } from 'zod'
import type { Queue, QueueEntry, Urgency } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { limits } from '../../../limits.ts'
import { may } from '../../../policies/roles.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { casesInTriage } from '../../mediation/queries.ts'
import { countWaiting } from '../../people/queries.ts'
import { isAnybodyThere } from '../notes/notes.ts'
import { readPeople } from '../people.ts'
import { openProposals } from '../proposals/queries.ts'
import { skippedBy } from '../skips/skips.ts'
import { marksOf, type Reporters, readReporters, weightsOf } from '../weigh/weigh.ts'
import { asideEntries, putAmong } from './aside.ts'
import { claimantOf } from './claim.ts'
import { clockAt } from './clocks.ts'
import { type Line, PROPOSAL_CLOCK, waitingLines } from './lines.ts'
import { type CaseRow, casesWith, countOpen, decidedCases, openCasesBehind } from './queries.ts'

const ofCase = (row: CaseRow): Line => ({
  what: 'case',
  kind: row.kind,
  id: row.id,
  row,
  createdAt: row.createdAt,
  dueAt: row.dueAt,
})

const ranks: readonly Urgency[] = ['danger', 'harassment', 'other']

/** What is proposed about servers: these have a page of their own. */
function serverLines(ctx: Context, { accountId: me }: Viewer): QueueEntry[] {
  const waiting = openProposals(ctx.db, { most: limits.waitingLines }).filter(
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

function present(ctx: Context, { accountId: me }: Viewer, { lines, reporters }: Part): QueueEntry[] {
  const now = ctx.now()
  const people = readPeople(
    ctx,
    lines.flatMap(({ row }) => [row.targetId, row.claimedBy]),
  )
  // what is decided is nobody's to weigh any more
  const cases = lines.flatMap(({ row }) => (row.state === 'open' ? [row] : []))
  const marks = cases.length === 0 ? new Map() : marksOf(ctx, me, cases, reporters)
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
function byUrgency(ctx: Context, reporters: Reporters): (a: Line, b: Line) => number {
  const shares = weightsOf(ctx, reporters)
  const at = ({ row, createdAt, dueAt }: Line) =>
    dueAt - (dueAt - createdAt) * limits.weightInList * (shares.get(row.id) ?? 0)
  return (a, b) => ranks.indexOf(a.row.urgency) - ranks.indexOf(b.row.urgency) || at(a) - at(b)
}

/** Where a page of the queue begins: behind a line of this urgency, due then. */
type Place = { rank: number; at: number; id: number }

const START: Place = { rank: 0, at: 0, id: 0 }

const placeOf = ({ row, dueAt, id }: Line): Place => ({ rank: ranks.indexOf(row.urgency), at: dueAt, id })

const byPlace = (a: Place, b: Place) => a.rank - b.rank || a.at - b.at || a.id - b.id

/** The open cases behind a place, of one urgency after the other until there are enough. */
function openBehind(ctx: Context, place: Place, { me, skipped }: { me: number; skipped: string }): CaseRow[] {
  const found: CaseRow[] = []
  for (const [rank, urgency] of ranks.entries()) {
    const most = limits.pageCases + 1 - found.length
    if (rank < place.rank || most <= 0) continue
    const after = rank === place.rank ? { at: place.at, id: place.id } : { at: 0, id: 0 }
    found.push(...openCasesBehind(ctx.db, { me, skipped, urgency, ...after, most }))
  }
  return found
}

/** A page of lines, and where the next one begins. */
type Part = { lines: Line[]; reporters: Reporters; next: Place | undefined }

const cut = (lines: Line[], at: (line: Line) => Place): Pick<Part, 'lines' | 'next'> => {
  const last = lines[limits.pageCases - 1]
  return {
    lines: lines.slice(0, limits.pageCases),
    next: last && lines.length > limits.pageCases ? at(last) : undefined,
  }
}

function sorted(ctx: Context, lines: readonly Line[]): Pick<Part, 'lines' | 'reporters'> {
  const reporters = readReporters(ctx, [...new Set(lines.map(({ row }) => row.id))])
  return { lines: lines.toSorted(byUrgency(ctx, reporters)), reporters }
}

function openPart(ctx: Context, place: Place, but: Parameters<typeof openBehind>[2], waiting: readonly Line[]): Part {
  const cases = openBehind(ctx, place, but)
  const ahead = waiting.filter((line) => byPlace(placeOf(line), place) > 0)
  const lines = [...ahead, ...cases.map(ofCase)].toSorted((a, b) => byPlace(placeOf(a), placeOf(b)))
  const part = cut(lines, placeOf)
  return { ...part, ...sorted(ctx, part.lines) }
}

function decidedPart(ctx: Context, { accountId: me }: Viewer, place: Place): Part {
  const before = place.id === 0 ? { at: Number.MAX_SAFE_INTEGER, id: 0 } : { at: place.at, id: place.id }
  const rows = decidedCases(ctx.db, { me, ...before, most: limits.pageCases + 1 })
  return { ...cut(rows.map(ofCase), ({ row }) => ({ rank: 0, at: row.decidedAt ?? 0, id: row.id })), reporters: [] }
}

function myPart(ctx: Context, { accountId: me }: Viewer, waiting: readonly Line[]): Part {
  const cases = casesWith(ctx.db, { me, now: ctx.now(), most: limits.pageCases }).map(ofCase)
  const lines = [...waiting.filter(({ row }) => claimantOf(row, ctx.now()) === me), ...cases]
  return { ...sorted(ctx, lines), next: undefined }
}

const written = ({ rank, at, id }: Place) => [rank, at, id].join('.')

/** Which part of the queue, and behind which line, as the answer before gave it. */
export const queueForm = z.object({
  show: z.enum(['open', 'decided', 'mine']).default('open'),
  after: z
    .string()
    .regex(/^[0-2]\.\d{1,16}\.\d{1,16}$/)
    .transform((text): Place => {
      const [rank = 0, at = 0, id = 0] = text.split('.').map(Number)
      return { rank, at, id }
    })
    .optional(),
})

/**
 * What waits, the most pressing first: danger before all else, then by the clock. Nobody sees what is about them, nor is
 * given what they leave to others.
 */
export function readQueue(ctx: Context, viewer: Viewer, { show, after }: z.infer<typeof queueForm>): Queue {
  const skipped = skippedBy(ctx, viewer.accountId)
  const waiting =
    show === 'decided'
      ? []
      : waitingLines(ctx).filter(({ row }) => row.targetId !== viewer.accountId && !skipped.includes(row.kind))
  const place = after ?? START
  const part =
    show === 'decided'
      ? decidedPart(ctx, viewer, place)
      : show === 'mine'
        ? myPart(ctx, viewer, waiting)
        : openPart(ctx, place, { me: viewer.accountId, skipped: JSON.stringify(skipped) }, waiting)
  const servers = show === 'open' && !after ? serverLines(ctx, viewer) : []
  const asides = show === 'open' && !after ? asideEntries(ctx, viewer) : []
  const counts = countQueue(ctx, viewer, waiting)
  return {
    entries: [...servers, ...putAmong(present(ctx, viewer, part), asides)],
    next: part.next ? written(part.next) : null,
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
    reviews: of('review') + of('reading'),
    late: late + waiting.filter(({ dueAt }) => dueAt <= now).length,
    applications,
    by_hand: byHand,
    triage: may(viewer, 'coordinate_mediation') ? casesInTriage(ctx.db, { most: limits.waitingLines }).length : 0,
  }
}
