import type { AdminAnnouncement, Announcement, AnnouncementReaction } from '../../../shared/api/announcements.ts'
import { findEntities, normalizeTag } from '../../../shared/text/entities.ts'
import { formatText } from '../../../shared/text/format.ts'
import type { Context } from '../../context.ts'
import { presentTime, profileUrl } from '../accounts/present.ts'
import { type AccountRow, localAccountByName } from '../accounts/queries.ts'
import { emojisIn } from '../emojis/present.ts'
import { tagUrl } from '../tags/present.ts'
import { type AnnouncementRow, reactionsTo, readBy } from './queries.ts'

const timeOf = (ms: number | null) => (ms === null ? null : presentTime(ms))

/** The people of this server and the hashtags that a text names. */
function namedIn(ctx: Context, text: string) {
  const people = new Map<string, AccountRow>()
  const tags = new Set<string>()
  for (const entity of findEntities(text)) {
    if (entity.kind === 'hashtag') tags.add(normalizeTag(entity.tag))
    if (entity.kind !== 'mention' || entity.domain !== undefined) continue
    const key = entity.username.toLowerCase()
    const found = localAccountByName(ctx.db, { key })
    if (found?.joinedAt) people.set(key, found)
  }
  return { people, tags: [...tags] }
}

function presentText(ctx: Context, text: string) {
  const { people, tags } = namedIn(ctx, text)
  return {
    content: formatText(text, {
      tag: (name) => tagUrl(ctx, name),
      mention(username, domain) {
        const found = domain === undefined ? people.get(username.toLowerCase()) : undefined
        return found && { url: profileUrl(ctx, found), name: found.username }
      },
    }),
    mentions: [...people.values()].map((person) => ({
      id: String(person.id),
      username: person.username,
      url: profileUrl(ctx, person),
      acct: person.username,
    })),
    tags: tags.map((name) => ({ name, url: tagUrl(ctx, name) })),
    emojis: emojisIn(ctx, text),
  }
}

/** A reaction as JSON: a sign, or one of the community's small pictures with its addresses. */
export function presentReaction(ctx: Context, name: string, count: number): Omit<AnnouncementReaction, 'me'> {
  const [picture] = emojisIn(ctx, `:${name}:`)
  return { name, count, ...(picture && { url: picture.url, static_url: picture.static_url }) }
}

/** Announcements as JSON, for the member `me` or, without one, for all alike. */
export function presentAnnouncements(
  ctx: Context,
  me: number | undefined,
  rows: readonly AnnouncementRow[],
): Announcement[] {
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const read = new Set(me === undefined ? [] : readBy(ctx.db, { me, ids }).map(({ id }) => id))
  const reactions = Map.groupBy(reactionsTo(ctx.db, { me: me ?? 0, ids }), ({ id }) => id)
  return rows.map((row) => ({
    id: String(row.id),
    ...presentText(ctx, row.text),
    starts_at: timeOf(row.startsAt),
    ends_at: timeOf(row.endsAt),
    all_day: row.allDay === 1,
    published_at: presentTime(row.publishedAt ?? row.createdAt),
    updated_at: presentTime(row.updatedAt),
    ...(me !== undefined && { read: read.has(row.id) }),
    statuses: [],
    reactions: (reactions.get(row.id) ?? []).map(({ name, count, mine }) => ({
      ...presentReaction(ctx, name, count),
      ...(me !== undefined && { me: mine === 1 }),
    })),
  }))
}

/** The same for those who write them, with the text as they wrote it. */
export const presentAdminAnnouncement = (ctx: Context, row: AnnouncementRow): AdminAnnouncement => ({
  id: String(row.id),
  text: row.text,
  emojis: emojisIn(ctx, row.text),
  starts_at: timeOf(row.startsAt),
  ends_at: timeOf(row.endsAt),
  all_day: row.allDay === 1,
  publish_at: timeOf(row.publishAt),
  published_at: timeOf(row.publishedAt),
  state: row.publishedAt === null ? 'to_come' : row.endsAt !== null && row.endsAt <= ctx.now() ? 'over' : 'shown',
})
