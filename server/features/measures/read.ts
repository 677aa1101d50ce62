import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import { type MeasureForm, readStretch, type Stretch, stretchOf } from './form.ts'
import {
  activeByDay,
  activeIn,
  followersOfServer,
  followsOfServer,
  interactionsByDay,
  joinedByDay,
  peopleOfServer,
  pictureBytesOfServer,
  postsOfServer,
  reportsByDay,
  reportsOfServer,
  resolvedByDay,
  tagByDay,
  tagIn,
} from './queries.ts'

/** A number of a time as Mastodon's API for staff has it: of the whole, of the time before it, and of each day. */
export type Measure = {
  key: string
  unit: string | null
  total: string
  human_value?: string
  previous_total?: string
  data: { date: string; value: string }[]
}

type Daily = { day: number; count: number }
/** How one is read: each day, and the whole where that is not the sum of its days. */
type Source = { days(stretch: Stretch): Daily[]; whole?(stretch: Stretch): number; unit?: 'bytes' }

const sum = (days: readonly Daily[]) => days.reduce((all, { count }) => all + count, 0)
const sourceOf = (days: (stretch: Stretch) => Daily[]): Source => ({ days })

function ofTag(ctx: Context, tagId: number | undefined, what: 'uses' | 'people' | 'servers'): Source {
  const asked = ({ from, until }: Stretch) => ({ id: tagId ?? -1, from, until })
  return {
    days: (stretch) => tagByDay(ctx.db, asked(stretch)).map((row) => ({ day: row.day, count: row[what] })),
    whole: (stretch) => tagIn(ctx.db, asked(stretch))?.[what] ?? 0,
  }
}

const ofServer = (ctx: Context, read: typeof postsOfServer, named: { domain: string } | undefined): Source =>
  sourceOf(({ from, until }) => read(ctx.db, { domain: named?.domain.toLowerCase() ?? '', from, until }))

const sources: Record<string, (ctx: Context, form: MeasureForm) => Source> = {
  active_users: (ctx) => ({
    days: ({ from, until }) => activeByDay(ctx.db, { from, until }),
    whole: ({ from, until }) => activeIn(ctx.db, { from, until })?.count ?? 0,
  }),
  new_users: (ctx) => sourceOf(({ since, before }) => joinedByDay(ctx.db, { since, before })),
  interactions: (ctx) => sourceOf(({ from, until }) => interactionsByDay(ctx.db, { from, until })),
  opened_reports: (ctx) => sourceOf(({ from, until }) => reportsByDay(ctx.db, { from, until })),
  resolved_reports: (ctx) => sourceOf(({ since, before }) => resolvedByDay(ctx.db, { since, before })),
  tag_accounts: (ctx, form) => ofTag(ctx, form.tag_accounts?.id, 'people'),
  tag_uses: (ctx, form) => ofTag(ctx, form.tag_uses?.id, 'uses'),
  tag_servers: (ctx, form) => ofTag(ctx, form.tag_servers?.id, 'servers'),
  instance_accounts: (ctx, form) => ofServer(ctx, peopleOfServer, form.instance_accounts),
  instance_statuses: (ctx, form) => ofServer(ctx, postsOfServer, form.instance_statuses),
  instance_media_attachments: (ctx, form) => ({
    ...ofServer(ctx, pictureBytesOfServer, form.instance_media_attachments),
    unit: 'bytes',
  }),
  instance_reports: (ctx, form) => ofServer(ctx, reportsOfServer, form.instance_reports),
  instance_follows: (ctx, form) => ofServer(ctx, followsOfServer, form.instance_follows),
  instance_followers: (ctx, form) => ofServer(ctx, followersOfServer, form.instance_followers),
}

function measure(key: string, { days, whole, unit }: Source, stretch: Stretch): Measure {
  const length = stretch.before - stretch.since
  const counted = days(stretch)
  const earlier = stretchOf(stretch.since - length, stretch.since)
  const totalOf = (when: Stretch, read: readonly Daily[]) => String(whole ? whole(when) : sum(read))
  const total = totalOf(stretch, counted)
  return {
    key,
    unit: unit ?? null,
    total,
    ...(unit && { human_value: `${(Number(total) / 1e6).toFixed(1)} MB` }),
    previous_total: totalOf(earlier, whole ? [] : days(earlier)),
    data: Array.from({ length: length / DAY }, (_, n) => {
      const at = stretch.since + n * DAY
      const value = counted.find(({ day }) => day === at / DAY)?.count ?? 0
      return { date: new Date(at).toISOString(), value: String(value) }
    }),
  }
}

/** Numbers of a time, of each day and of the whole. What is counted nowhere is left out. Throws 422. */
export function readMeasures(ctx: Context, form: MeasureForm): Measure[] {
  const stretch = readStretch(ctx, form)
  return [...new Set(form.keys)].flatMap((key) => {
    const source = Object.hasOwn(sources, key) ? sources[key]?.(ctx, form) : undefined
    return source ? [measure(key, source, stretch)] : []
  })
}
