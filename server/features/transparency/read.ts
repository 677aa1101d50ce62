import { z } from 'zod'
import type { Transparency, TransparencyEntry } from '../../../shared/api/staff.ts'
import type { Context } from '../../context.ts'
import { DAY, dayOf } from '../../core/clock.ts'
import { firstIdAt } from '../../core/ids.ts'
import { whole } from '../../http/forms.ts'
import { limits } from '../../limits.ts'
import { obscure } from '../../policies/domains.ts'
import { countedActions, decidedDomains, settledActions } from './queries.ts'

const PAGE = 50
/** Half-years that are counted: what is older stands in the yearly words of the community. */
const HALVES = 4

/** Which page of the log, by its number: an id would say to the millisecond when something was done. */
export const transparencyForm = z.object({ page: whole.min(1).max(limits.transparencyPages).default(1) })

const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** The Monday of a time's week: closer than that would say whom a line is about. */
const weekOf = (ms: number) => dateOf(dayOf(ms) - ((new Date(ms).getUTCDay() + 6) % 7) * DAY)

type Row = ReturnType<typeof settledActions>[number]

const presentEntry = (row: Row): TransparencyEntry => ({
  week: weekOf(row.settledAt ?? 0),
  action: row.kind,
  rule: row.rule,
  rule_version: row.ruleVersion,
  remote: row.remote === 1,
  by_two: row.byTwo === 1,
  appeal: row.appeal,
  reverted: row.reverted === 1,
})

/** The half-years that are over, the latest first, each in counts. */
function readHalves(ctx: Context): Transparency['halves'] {
  const now = new Date(ctx.now())
  const begin = (n: number) => Date.UTC(now.getUTCFullYear(), (now.getUTCMonth() < 6 ? 0 : 6) - 6 * n, 1)
  return Array.from({ length: HALVES }, (_, n) => {
    const [from, until] = [begin(n + 1), begin(n)]
    const actions = countedActions(ctx.db, { from: firstIdAt(from), until: firstIdAt(until) })
    return { from: dateOf(from), until: dateOf(until - DAY), actions }
  }).filter(({ actions }) => actions.length > 0)
}

function readDomains(ctx: Context): Transparency['domains'] {
  return decidedDomains(ctx.db, { limit: limits.transparencyDomains }).map((row) => ({
    domain: row.obscured === 1 ? obscure(row.domain) : row.domain,
    decisions: [
      ...(row.cutOff === 1 ? ['cut_off'] : []),
      ...(row.hidden === 1 ? ['hidden'] : []),
      ...(row.noMedia === 1 ? ['no_media'] : []),
      ...(row.noReports === 1 ? ['no_reports'] : []),
    ],
    reason: row.reason,
    decided_at: dateOf(row.decidedAt),
  }))
}

/** What was decided here, for everybody and about nobody. */
export function readTransparency(ctx: Context, { page }: z.infer<typeof transparencyForm>): Transparency {
  const rows = settledActions(ctx.db, { skip: (page - 1) * PAGE, limit: PAGE })
  const isFull = rows.length === PAGE && page < limits.transparencyPages
  return {
    entries: rows.map(presentEntry),
    next: isFull ? page + 1 : null,
    halves: page === 1 ? readHalves(ctx) : [],
    domains: page === 1 ? readDomains(ctx) : [],
  }
}
