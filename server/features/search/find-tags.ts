import { normalizeTag } from '../../../shared/text/entities.ts'
import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import { firstIdAt } from '../../core/ids.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { tagUrl } from '../tags/present.ts'
import { tagDays, tagsBeginning } from './queries.ts'

/** So many are looked at, so that those in use come first. */
const CANDIDATES = 60
const DAYS = 7
const PAST = '\u{10ffff}'

/** A hashtag with how it was used on each of the last days, today first. */
export type FoundTag = {
  id: string
  name: string
  url: string
  history: { day: string; uses: string; accounts: string }[]
}

/** Hashtags of public posts that begin with a text: that very one first, then by how many used them lately. */
export function findTags(
  ctx: Context,
  viewer: Viewer | undefined,
  q: string,
  { offset, limit }: { offset: number; limit: number },
): FoundTag[] {
  const start = normalizeTag(q.trim().replace(/^#/, ''))
  if (start === '' || /\s/.test(start)) return []
  const localOnly = memberId(viewer) === undefined ? 0 : 1
  const tags = tagsBeginning(ctx.db, { start, end: start + PAST, localOnly, most: CANDIDATES })
  const today = Math.floor(ctx.now() / DAY)
  const since = firstIdAt((today - DAYS + 1) * DAY)
  const used = Map.groupBy(
    tagDays(ctx.db, { ids: JSON.stringify(tags.map(({ id }) => id)), since, localOnly }),
    ({ tagId }) => tagId,
  )
  const people = (id: number) => used.get(id)?.reduce((sum, day) => sum + day.people, 0) ?? 0
  return tags
    .sort((a, b) => Number(b.name === start) - Number(a.name === start) || people(b.id) - people(a.id))
    .slice(offset, offset + limit)
    .map(({ id, name, display }) => ({
      id: String(id),
      name: display,
      url: tagUrl(ctx, name),
      history: Array.from({ length: DAYS }, (_, back) => {
        const day = used.get(id)?.find((one) => one.day === today - back)
        const seconds = ((today - back) * DAY) / 1000
        return { day: String(seconds), uses: String(day?.uses ?? 0), accounts: String(day?.people ?? 0) }
      }),
    }))
}
