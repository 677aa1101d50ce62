import type { QueueEntry } from '../../../../shared/api/moderation-team.ts'
import type { Context } from '../../../context.ts'
import { limits } from '../../../limits.ts'
import { may } from '../../../policies/roles.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { overduePapers } from '../../papers/queries.ts'
import { applicants } from '../../people/queries.ts'
import { clockAt } from './clocks.ts'

type Aside = Pick<QueueEntry, 'what' | 'kind' | 'about_name'> & { id: string; createdAt: number; dueAt: number }

const applications = (ctx: Context): Aside[] =>
  applicants(ctx.db, { limit: limits.pageCases }).map(({ id, username, appliedAt, createdAt }) => {
    const from = appliedAt ?? createdAt
    const rest = { createdAt: from, dueAt: from + limits.applicationClock }
    return { what: 'application', kind: '', id: String(id), about_name: username, ...rest }
  })

const papers = (ctx: Context): Aside[] =>
  overduePapers(ctx.db, { now: ctx.now(), most: limits.pageCases }).map(({ slug, title, reviewedAt, reviewDue }) => ({
    ...{ what: 'paper', kind: '', id: slug, about_name: title },
    ...{ createdAt: reviewedAt ?? reviewDue, dueAt: reviewDue },
  }))

/** What waits on pages of its own for whoever may act there: people who asked to join, papers to be looked at again. */
export function asideEntries(ctx: Context, viewer: Viewer): QueueEntry[] {
  const waiting = [
    ...(may(viewer, 'people') ? applications(ctx) : []),
    ...(may(viewer, 'documents') ? papers(ctx) : []),
  ]
  return waiting.map(({ createdAt, dueAt, ...rest }) => ({
    ...rest,
    case_id: null,
    about: null,
    urgency: 'other',
    reports: 0,
    created_at: presentTime(createdAt),
    due_at: presentTime(dueAt),
    clock: clockAt(createdAt, dueAt, ctx.now()),
    claimed: null,
    conflict: null,
  }))
}

/** Puts entries among others that are in order: each before the first of the same urgency that is due later. */
export function putAmong(entries: readonly QueueEntry[], asides: readonly QueueEntry[]): QueueEntry[] {
  const all = [...entries]
  for (const one of asides) {
    const at = all.findIndex(({ urgency, due_at }) => urgency === one.urgency && due_at > one.due_at)
    all.splice(at < 0 ? all.length : at, 0, one)
  }
  return all
}
