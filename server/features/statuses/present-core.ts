import type { Mention } from '../../../shared/api/wire.ts'
import { formatText } from '../../../shared/text/format.ts'
import type { Context } from '../../context.ts'
import { acctOf, ourHost, presentTime, profileUrl } from '../accounts/present.ts'
import { presentCard } from '../cards/present.ts'
import { emojisIn, presentElsewhere } from '../emojis/present.ts'
import { presentMedia } from '../media/present.ts'
import { tagUrl } from '../tags/present.ts'
import type { Part } from './hydrate.ts'
import { type Core, memoOf } from './lasting.ts'
import type { MentionRow } from './queries.ts'
import { warningOf } from './warned/present.ts'

/** The lasting part of a post as JSON, made once: formatting a text costs more than reading it. */
export function presentCore(ctx: Context, part: Part): Core {
  const found = part.core ?? memoOf(ctx).get(part.row.id)?.core
  if (found) return found
  const core = makeCore(ctx, part)
  const { row, mentions, tags, media, card } = part
  memoOf(ctx).keep(row.id, { row, mentions, tags, media, card, core })
  return core
}

/** The name of a post for other servers. */
export const statusUri = (ctx: Context, { accountId, id }: { accountId: number; id: number }) =>
  `${ctx.config.publicUrl}/ap/users/${accountId}/statuses/${id}`

/** Where a post's page is. */
export const statusUrl = (ctx: Context, author: Part['author'], id: number) => `${profileUrl(ctx, author)}/${id}`

function makeCore(ctx: Context, { row, author, mentions, tags, media, card }: Part): Core {
  const warned = warningOf(row)
  return {
    id: String(row.id),
    uri: row.uri ?? statusUri(ctx, row),
    url: row.html === null ? statusUrl(ctx, author, row.id) : (row.url ?? row.uri),
    created_at: presentTime(row.createdAt),
    edited_at: row.editedAt === null ? null : presentTime(row.editedAt),
    content: row.html ?? formatStatus(ctx, row.text, mentions),
    visibility: row.visibility,
    sensitive: warned.sensitive,
    spoiler_text: warned.text,
    warning_topics: warned.topics,
    local_only: row.localOnly === 1,
    thread_id: String(row.threadId),
    language: row.language,
    in_reply_to_account_id: row.inReplyToAccountId === null ? null : String(row.inReplyToAccountId),
    mentions: mentions.filter(({ silent }) => silent === 0).map((mention) => presentMention(ctx, mention)),
    tags: tags.map(({ name }) => ({ name, url: tagUrl(ctx, name) })),
    emojis: row.html === null ? emojisIn(ctx, row.text, row.spoilerText) : presentElsewhere(ctx, row.emojis),
    media_attachments: media.map((picture) => presentMedia(ctx, picture)),
    card: card === undefined ? null : presentCard(ctx, card),
    reblog: null,
  }
}

const presentMention = (ctx: Context, mention: MentionRow): Mention => ({
  id: String(mention.accountId),
  username: mention.username,
  url: mention.url ?? mention.uri ?? profileUrl(ctx, mention),
  acct: acctOf(mention),
})

/** A post's text as HTML: mentions of people who were found, hashtags and addresses as links. */
export function formatStatus(ctx: Context, text: string, mentions: readonly MentionRow[]): string {
  const host = ourHost(ctx)
  return formatText(text, {
    mention(username, domain) {
      const key = username.toLowerCase()
      const elsewhere = domain === undefined || domain.toLowerCase() === host ? null : domain.toLowerCase()
      const found = mentions.find((one) => one.username.toLowerCase() === key && one.domain === elsewhere)
      return found && { url: profileUrl(ctx, found), name: found.username }
    },
    tag: (name) => tagUrl(ctx, name),
  })
}
