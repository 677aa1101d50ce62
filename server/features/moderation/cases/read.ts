import type {
  CaseAction,
  CaseNote,
  CasePage,
  CaseReport,
  ProposalView,
} from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { actsOfCase } from '../../../core/acts/queries.ts'
import { openIfOurs } from '../../../core/crypto.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { accountById } from '../../accounts/queries.ts'
import { readRulesInForce } from '../../rules/present.ts'
import { presentAnswering } from '../appeals/other.ts'
import { presentAppeal, stateOf, timeOrNull } from '../appeals/present.ts'
import { appealsOf } from '../appeals/queries.ts'
import { twoFor } from '../decide/check.ts'
import { openTold } from '../decide/content.ts'
import { type ActionRow, actionsOfCase } from '../decide/queries.ts'
import { presentReview } from '../decide/review.ts'
import { mayUndo } from '../decide/undo.ts'
import { readAsked } from '../mocked/mocked.ts'
import { notesOn } from '../notes/queries.ts'
import { readPeople } from '../people.ts'
import { openProposed } from '../proposals/propose.ts'
import { type ProposalRow, proposalsOfCase } from '../proposals/queries.ts'
import { isVacant, refusalOf } from '../proposals/second.ts'
import { presentPurges } from '../purges/present.ts'
import { presentReading } from '../reading/read.ts'
import { openSaid } from '../reports/content.ts'
import { openEvidence } from '../reports/evidence.ts'
import { presentRefs } from '../reports/present.ts'
import { type ReportRow, reportsOfCase } from '../reports/queries.ts'
import { rulesThen, ruleThen } from '../rules/present.ts'
import { claimantOf, findCase } from './claim.ts'
import { clockAt } from './clocks.ts'
import { conflictsOf, type Parties, partiesOf } from './conflicts.ts'
import { readContexts } from './contexts.ts'
import { type CaseRow, historyOf, standingOf } from './queries.ts'
import { signalsOf } from './signals.ts'

/** Everything of a case that its page is made of. */
type Parts = {
  row: CaseRow
  parties: Parties
  reports: ReportRow[]
  actions: ActionRow[]
  proposals: ProposalRow[]
  log: ReturnType<typeof actsOfCase>
  notes: ReturnType<typeof notesOn>
}

function readParts(ctx: Context, viewer: Viewer, id: number): Parts {
  const row = findCase(ctx, viewer, id)
  return {
    row,
    parties: partiesOf(ctx, row),
    reports: reportsOfCase(ctx.db, { caseId: id, most: limits.caseReports }),
    actions: actionsOfCase(ctx.db, { caseId: id }),
    proposals: proposalsOfCase(ctx.db, { caseId: id }),
    log: actsOfCase(ctx.db, { caseId: id }),
    notes: notesOn(ctx.db, { targetId: row.targetId ?? 0, now: ctx.now() }),
  }
}

type People = ReturnType<typeof readPeople>

const peopleOf = (ctx: Context, { row, reports, actions, proposals, log, notes }: Parts): People =>
  readPeople(ctx, [
    ...[row.targetId, row.claimedBy],
    ...reports.map(({ reporterId }) => reporterId),
    ...actions.flatMap(({ byId, secondId }) => [byId, secondId]),
    ...proposals.map(({ byId }) => byId),
    ...log.map(({ byId }) => byId),
    ...notes.map(({ byId }) => byId),
  ])

function presentReport(ctx: Context, row: ReportRow, people: People): CaseReport {
  const { comment, wish, additions, form } = openSaid(ctx, row.content)
  const { items, missing, intact } = openEvidence(ctx, row.cursor, row.evidence)
  const signed = form ? `\n\n${[form.signature, form.contact, form.place].filter(Boolean).join(' · ')}` : ''
  return {
    id: String(row.cursor),
    kind: row.kind,
    from: people.get(row.reporterId ?? 0) ?? null,
    host: row.host,
    about_self: row.aboutSelf === 1,
    rules: presentRefs(ctx, row.rules),
    comment: `${comment}${signed}`.trim(),
    ...{ wish, additions },
    auto_open: row.autoOpen === 1,
    evidence: items,
    ...{ missing, intact },
    created_at: presentTime(row.createdAt),
    outcome: row.outcome,
  }
}

const ruleOf = ({ rule, ruleVersion }: ActionRow) =>
  rule === null || ruleVersion === null ? null : { slug: rule, version: ruleVersion }

function presentActions(ctx: Context, me: number, { actions: rows, parties }: Parts, people: People): CaseAction[] {
  const appeals = new Map(
    appealsOf(ctx.db, { ids: JSON.stringify(rows.map(({ id }) => id)) }).map((row) => [row.actionId, row]),
  )
  return rows.map((row) => {
    const { statement, words } = openTold(ctx, row.content)
    const appeal = appeals.get(row.id)
    return {
      id: String(row.id),
      kind: row.kind,
      state: stateOf(row),
      status_id: row.statusId === null ? null : String(row.statusId),
      rule: ruleOf(row),
      statement,
      words: words ?? null,
      by: people.get(row.byId ?? 0) ?? null,
      second: people.get(row.secondId ?? 0) ?? null,
      created_at: presentTime(row.createdAt),
      settles_at: presentTime(row.settlesAt),
      ends_at: timeOrNull(row.endsAt),
      over: row.overWhy,
      review: presentReview(ctx, me, row, parties),
      reading: presentReading(ctx, me, row, parties),
      appeal: appeal ? { ...presentAppeal(ctx, appeal), ...presentAnswering(ctx, me, row, parties, appeal) } : null,
    }
  })
}

function presentProposal(
  ctx: Context,
  me: number,
  row: ProposalRow,
  { parties, people }: { parties: Parties; people: People },
): ProposalView {
  const said = openProposed(ctx, row)
  const open = row.state === 'open'
  return {
    id: String(row.id),
    state: row.state,
    kind: row.kind,
    by: people.get(row.byId ?? 0) ?? null,
    mine: row.byId === me,
    rule: ruleThen(ctx, { slug: said.rule, version: said.rule_version ?? 0 }) ?? null,
    statement: said.statement,
    reason: said.reason,
    checked: said.checked,
    actions: said.actions.map(({ kind, status_ids, days, words }) => ({
      ...{ kind, words },
      status_ids: status_ids.map(String),
      days: days ?? null,
    })),
    sha256: row.sha256,
    created_at: presentTime(row.createdAt),
    answer: row.answer === null ? null : (openIfOurs(ctx.vault, row.answer) ?? ''),
    refused: open ? refusalOf(ctx, me, row.byId, parties) : null,
    vacant: open && isVacant(ctx, row.byId, parties),
  }
}

function standing(ctx: Context, { row, actions }: Parts): CasePage['standing'] {
  const found = row.targetId === null ? undefined : standingOf(ctx.db, { id: row.targetId })
  return {
    frozen: found?.frozenAt != null,
    limited: found?.limitedAt != null,
    suspended: found?.suspendedAt != null,
    removed: actions.some(({ kind, overAt }) => kind === 'remove' && overAt === null),
  }
}

function readHistory(ctx: Context, targetId: number | null): CasePage['history'] {
  const account = targetId === null ? undefined : accountById(ctx.db, { id: targetId })
  const {
    reports = 0,
    unfounded = 0,
    strikes = 0,
    actions = 0,
    granted = 0,
  } = historyOf(ctx.db, { targetId: targetId ?? 0 }) ?? {}
  return {
    joined_at: timeOrNull(account?.joinedAt ?? null),
    reports,
    unfounded,
    strikes,
    actions,
    appeals_granted: granted,
  }
}

const noteOf = (ctx: Context, people: People, row: Parts['notes'][number]): CaseNote => ({
  id: String(row.id),
  by: people.get(row.byId ?? 0) ?? null,
  text: openIfOurs(ctx.vault, row.content) ?? '',
  pinned: row.pinned === 1,
  created_at: presentTime(row.createdAt),
})

/** A case with all that somebody has to weigh who decides on it. Throws 404. */
export function readCase(ctx: Context, viewer: Viewer, id: number): CasePage {
  const parts = readParts(ctx, viewer, id)
  const { row, parties, reports, actions, proposals, log, notes } = parts
  const people = peopleOf(ctx, parts)
  const me = viewer.accountId
  const claimant = claimantOf(row, ctx.now())
  const inForce = readRulesInForce(ctx.db).version
  return {
    id: String(row.id),
    about: people.get(row.targetId ?? 0) ?? null,
    about_name: row.targetName,
    remote: row.targetName.includes('@'),
    kind: row.kind,
    urgency: row.urgency,
    state: row.state,
    created_at: presentTime(row.createdAt),
    due_at: presentTime(row.dueAt),
    clock: clockAt(row.createdAt, row.dueAt, ctx.now()),
    claimed:
      claimant === undefined
        ? null
        : { by: people.get(claimant) ?? null, mine: claimant === me, until: presentTime(row.claimedUntil ?? 0) },
    conflicts: conflictsOf(ctx, me, parties),
    history: readHistory(ctx, row.targetId),
    standing: standing(ctx, parts),
    reports: reports.map((report) => presentReport(ctx, report, people)),
    contexts: readContexts(ctx, parts),
    actions: presentActions(ctx, viewer.accountId, parts, people),
    proposals: proposals.map((proposal) => presentProposal(ctx, me, proposal, { parties, people })),
    purges: presentPurges(
      ctx,
      actions.flatMap(({ statusId }) => statusId ?? []),
    ),
    notes: notes.map((note) => noteOf(ctx, people, note)),
    log: log.map(({ at, verb, byId }) => ({ at: presentTime(at), verb, by: people.get(byId ?? 0) ?? null })),
    mocked: readAsked(ctx, row.id),
    needs_two: twoFor(ctx, row),
    can_undo: mayUndo(ctx, me, row),
    signals: signalsOf(ctx, row.targetId, reports),
    rules: { version: inForce, rules: rulesThen(ctx, inForce) },
  }
}
