import type { MediationFigures } from '../../../../shared/api/mediation-team.ts'
import type { Context } from '../../../context.ts'
import { DAY } from '../../../core/clock.ts'
import type { Events } from '../../../events.ts'
import { limits } from '../../../limits.ts'
import { loadCase, nameOf } from '../cases.ts'
import { readCast } from '../cast.ts'
import { blur } from './present.ts'
import { addToYear, countActive, countsOf, forgetActive, noteActive, setYear } from './queries.ts'

const yearOf = (ms: number) => new Date(ms).getUTCFullYear()

/** Counts what happened, by year: all that is left of a case in the end. */
export function countMove(ctx: Context, { caseId, verb, by, from, to }: Events['mediationMoved']): void {
  const year = yearOf(ctx.now())
  const count = (kind: string) => addToYear(ctx.db, { year, kind })
  if (verb === 'submit' && to === 'triage') count('asked')
  if (from === 'invited' && to === 'matching') count('ahead')
  if (verb === 'finish') count('agreed')
  const loaded = loadCase(ctx, caseId)
  if (verb === 'take') {
    const cast = readCast(ctx, loaded)
    const mediator = by === 'co_mediator' ? cast?.co_mediator : cast?.mediator
    if (mediator !== undefined) noteActive(ctx.db, { year, who: nameOf(ctx, mediator) })
  }
  if (to === 'closed' && from !== 'closed' && loaded.now.startedAt !== undefined) {
    count(`days ${Math.round((ctx.now() - loaded.now.startedAt) / DAY)}`)
  }
}

/** Keeps of who mediated in a year that is over how many they were, and forgets who. */
export function countMediators(ctx: Context): void {
  const last = yearOf(ctx.now()) - 1
  ctx.transact(() => {
    for (const { year, count } of countActive(ctx.db, { last })) setYear(ctx.db, { year, kind: 'mediators', count })
    forgetActive(ctx.db, { last })
  })
}

function median(days: readonly { days: number; count: number }[]): string {
  const total = days.reduce((sum, { count }) => sum + count, 0)
  if (total < limits.mediationSmallest) return `fewer than ${limits.mediationSmallest} cases`
  const each = days.flatMap(({ days: one, count }) => Array<number>(count).fill(one)).sort((a, b) => a - b)
  return String(each[Math.floor(total / 2)] ?? 0)
}

/** The years that are over for a month at least, in figures; nothing by month, mediator or language. */
export function readFigures(ctx: Context): MediationFigures[] {
  const last = yearOf(ctx.now() - limits.mediationFigures) - 1
  const rows = countsOf(ctx.db, { last })
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => b - a)
  return years.map((year) => {
    const own = rows.filter((row) => row.year === year)
    const of = (kind: string) => blur(own.find((row) => row.kind === kind)?.count ?? 0)
    const days = own.flatMap(({ kind, count }) => {
      const read = /^days (\d+)$/.exec(kind)?.[1]
      return read === undefined ? [] : [{ days: Number(read), count }]
    })
    return {
      year,
      asked: of('asked'),
      went_ahead: of('ahead'),
      agreed: of('agreed'),
      median_days: median(days),
      mediators: of('mediators'),
    }
  })
}
