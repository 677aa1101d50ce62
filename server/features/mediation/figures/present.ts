import type { Context } from '../../../context.ts'
import { limits } from '../../../limits.ts'
import { countsOf } from './queries.ts'

/** Small counts as a phrase, others rounded to five, so that nobody can be found in them. */
export function blur(count: number): string {
  if (count < limits.mediationSmallest) return `fewer than ${limits.mediationSmallest}`
  return String(Math.round(count / limits.mediationSmallest) * limits.mediationSmallest)
}

/**
 * How many asked, went ahead and agreed since the year began, for the team: never by the week, where one number would
 * tell who said no.
 */
export function readThisYear(ctx: Context) {
  const year = new Date(ctx.now()).getUTCFullYear()
  const own = countsOf(ctx.db, { last: year }).filter((row) => row.year === year)
  const of = (kind: string) => blur(own.find((row) => row.kind === kind)?.count ?? 0)
  return { year, asked: of('asked'), went_ahead: of('ahead'), agreed: of('agreed') }
}
