import type { PreviewCard, Status, Tag } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import { firstIdAt } from '../../core/ids.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { presentCard } from '../cards/present.ts'
import { cardsOf } from '../cards/queries.ts'
import { hides } from '../filters/present.ts'
import { tagDays } from '../search/queries.ts'
import { presentStatuses, type Rule } from '../statuses/present.ts'
import { warningOf } from '../statuses/warned/present.ts'
import { tagUrl } from '../tags/present.ts'
import { heard, unhidden } from '../timelines/rules.ts'
import { trendingLinks, trendingPosts, trendingTags } from './queries.ts'

/** Which of what is in use is asked for: only what was allowed, or all of it for those who say. */
export type Wanted = { offset: number; limit: number; all?: boolean }
/** What those who say about it see beside the thing: whether it is shown, and whether nothing was said so far. */
export type Reviewed = { id: string; trendable: boolean; requires_review: boolean }

const DAYS = 7

const part = <Row extends { allowed: number | null }>(rows: readonly Row[], { offset, limit, all }: Wanted): Row[] =>
  rows.filter(({ allowed }) => all || allowed === 1).slice(offset, offset + limit)

/** What was said of something in use. */
export const review = ({ cursor, allowed }: { cursor: number; allowed: number | null }): Reviewed => ({
  id: String(cursor),
  trendable: allowed === 1,
  requires_review: allowed === null,
})

type Used = ReturnType<typeof tagDays>

/** How often a hashtag was used on each of the last days, `today` first. */
export const presentHistory = (used: Used, tagId: number, today: number): Tag['history'] =>
  Array.from({ length: DAYS }, (_, back) => {
    const day = used.find((one) => one.tagId === tagId && one.day === today - back)
    const seconds = ((today - back) * DAY) / 1000
    return { day: String(seconds), uses: String(day?.uses ?? 0), accounts: String(day?.people ?? 0) }
  })

/** Hashtags that many people here use these days, with how often on each. */
export function readTags(ctx: Context, wanted: Wanted): (Tag & Partial<Reviewed>)[] {
  const rows = part(trendingTags(ctx.db), wanted)
  const today = Math.floor(ctx.now() / DAY)
  const ids = JSON.stringify(rows.map(({ cursor }) => cursor))
  const used = tagDays(ctx.db, { ids, since: firstIdAt((today - DAYS + 1) * DAY), localOnly: 0 })
  return rows.map((row) => ({
    id: String(row.cursor),
    name: row.display,
    url: tagUrl(ctx, row.name),
    history: presentHistory(used, row.cursor, today),
    ...(wanted.all && review(row)),
  }))
}

/** What became warned of since it was counted is left out at once, as are people whom the reader does not hear. */
const unwarned: Rule = (post, relations) => {
  const { text, sensitive } = warningOf(post.row)
  return text === '' && !sensitive && heard(post, relations)
}

/** Posts that many people here liked or passed on these days. */
export function readPosts(ctx: Context, viewer: Viewer | undefined, wanted: Wanted): (Status & Partial<Reviewed>)[] {
  const rows = part(trendingPosts(ctx.db), wanted)
  const ids = rows.map(({ cursor }) => cursor)
  const rule = unhidden(ctx, memberId(viewer), unwarned)
  const reviews = new Map(rows.map((row) => [String(row.cursor), review(row)]))
  return presentStatuses(ctx, viewer, ids, rule)
    .filter(({ filtered }) => !hides(filtered, 'public'))
    .map((status) => ({ ...status, ...(wanted.all && reviews.get(status.id)) }))
}

type Link = PreviewCard & { history: { day: string; uses: string; accounts: string }[] }

/** Pages that many people here link to these days. */
export function readLinks(ctx: Context, wanted: Wanted): (Link & Partial<Reviewed>)[] {
  const rows = part(trendingLinks(ctx.db), wanted)
  const cards = new Map(
    cardsOf(ctx.db, { ids: JSON.stringify(rows.map(({ statusId }) => statusId)) }).map((card) => [card.url, card]),
  )
  const day = String((Math.floor(ctx.now() / DAY) * DAY) / 1000)
  return rows.flatMap((row) => {
    const card = cards.get(row.name)
    const people = String(row.people)
    if (!card) return []
    const history = [{ day, uses: people, accounts: people }]
    return [{ ...presentCard(ctx, card), history, ...(wanted.all && review(row)) }]
  })
}
