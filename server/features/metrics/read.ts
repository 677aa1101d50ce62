import { z } from 'zod'
import type { Metrics } from '../../../shared/api/staff.ts'
import type { Context } from '../../context.ts'
import { DAY, dayOf, HOUR } from '../../core/clock.ts'
import { firstIdAt } from '../../core/ids.ts'
import { whole } from '../../http/forms.ts'
import { limits } from '../../limits.ts'
import { countUsers } from '../instance/queries.ts'
import { readThisYear } from '../mediation/figures/present.ts'
import { saysWhy } from '../moderation/decide/present.ts'
import { expectedWait } from '../onboarding/present.ts'
import { actionsBetween, appealsBetween, casesBetween, countLate, countReopened, stepsSince } from './queries.ts'

const WEEK = 7 * DAY
const urgencies = ['danger', 'harassment', 'other'] as const
/** The steps of joining, in their order. */
const steps = ['signed_up', 'confirmed', 'joined', 'first_post'] as const

function median(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null).sort((a, b) => a - b)
  const middle = known[Math.floor(known.length / 2)]
  return middle === undefined ? null : Math.round((10 * middle) / HOUR) / 10
}

const partOf = (some: number, all: number) => (all === 0 ? null : Math.round((100 * some) / all) / 100)

type Acts = ReturnType<typeof actionsBetween>

/** The largest part of all decisions that one person made; null while they are too few to say. */
function busiest(acts: Acts): number | null {
  const decided = acts.flatMap(({ byId }) => (byId === null ? [] : [byId]))
  if (decided.length < limits.metricsSmallest) return null
  const counts = Map.groupBy(decided, (byId) => byId)
  return partOf(Math.max(...[...counts.values()].map((own) => own.length)), decided.length)
}

/** What was decided: how much of it with words to the person, by two, and taken back. */
function workOf(ctx: Context, acts: Acts) {
  const part = (which: (act: Acts[number]) => boolean) => partOf(acts.filter(which).length, acts.length)
  return {
    actions: acts.length,
    with_reason: part(({ content }) => saysWhy(ctx, content)),
    second_confirmed: part(({ secondId }) => secondId !== null),
    reverted: part(({ overWhy }) => ['appeal', 'review', 'lifted'].includes(overWhy ?? '')),
  }
}

function alarmsOf({ appeals, appeals_upheld: upheld, busiest: most, late }: Omit<Metrics, 'alarms'>) {
  const alarms: Metrics['alarms'] = []
  if (appeals >= limits.metricsSmallest && (upheld ?? 0) > limits.alarmAppeals) alarms.push('appeals_upheld')
  if ((most ?? 0) > limits.alarmOnePerson) alarms.push('one_person')
  if (late > 0) alarms.push('late')
  return alarms
}

function readSteps(ctx: Context, until: number): Metrics['steps'] {
  const last = dayOf(until)
  const rows = stepsSince(ctx.db, { day: last - WEEK, before: last + DAY })
  const counted = new Map(rows.map(({ step, count }) => [step, count]))
  return steps.map((step) => ({ step, count: counted.get(step) ?? 0 }))
}

/** How far back the weeks can be looked at; what is older is forgotten piece by piece. */
export const metricsForm = z.object({ weeks_ago: whole.min(0).max(limits.metricsWeeks).default(0) })

/** The team's numbers of seven days, the last ones or earlier: of how the work goes, and of nobody. */
export function readMetrics(ctx: Context, weeksAgo: number): Metrics {
  const until = ctx.now() - weeksAgo * WEEK
  const within = { from: firstIdAt(until - WEEK), until: firstIdAt(until + 1) }
  const cases = casesBetween(ctx.db, within)
  const acts = actionsBetween(ctx.db, within)
  const appeals = appealsBetween(ctx.db, within)
  const reports = cases.reduce((sum, one) => sum + one.reports, 0)
  const users = countUsers(ctx.db)?.users ?? 0
  const metrics = {
    from: new Date(until - WEEK).toISOString(),
    until: new Date(until).toISOString(),
    classes: urgencies.map((urgency) => {
      const own = cases.filter((one) => one.urgency === urgency)
      const [look, decision] = [own.map((one) => one.look), own.map((one) => one.decision)]
      return { urgency, cases: own.length, look_hours: median(look), decision_hours: median(decision) }
    }),
    ...workOf(ctx, acts),
    reopened: countReopened(ctx.db, { since: until - WEEK, before: until })?.count ?? 0,
    appeals: appeals.length,
    appeals_upheld: partOf(appeals.filter(({ state }) => state === 'granted').length, appeals.length),
    reports_per_hundred: users === 0 ? null : Math.round((1000 * reports) / users) / 10,
    late: countLate(ctx.db, { now: ctx.now() })?.count ?? 0,
    applications_wait_hours: expectedWait(ctx),
    steps: readSteps(ctx, until),
    mediation: readThisYear(ctx),
    busiest: busiest(acts),
  }
  return { ...metrics, alarms: alarmsOf(metrics) }
}
