import { inflateRawSync } from 'node:zlib'
import type { EvidenceItem, EvidencePicture } from '../../../shared/api/evidence.ts'
import type { Context } from '../../context.ts'
import { asMember } from '../../policies/viewer.ts'
import { acctOf, ourHost, presentTime, profileUrl } from '../accounts/present.ts'
import { type AccountRow, accountsByIds } from '../accounts/queries.ts'
import { type PictureThen, readPictures } from '../statuses/edits/queries.ts'
import { presentStatuses } from '../statuses/present.ts'
import { type MentionRow, mentionsOf, type StatusRow, statusesByIds } from '../statuses/queries.ts'
import { gatherPictures } from './pictures.ts'
import { documentsOf, earlierOf, receivedOf } from './queries.ts'

/** A post as it is now, before it has its place in a chain. */
export type Copy = Omit<EvidenceItem, 'sha256'>

/** `@name@host`, also for people of this server: what is taken out is read elsewhere. */
export const wholeHandle = (ctx: Context, person: { username: string; domain: string | null }) =>
  `@${acctOf(person)}${person.domain === null ? `@${ourHost(ctx)}` : ''}`

const actorUri = (ctx: Context, { id, uri }: AccountRow) => uri ?? `${ctx.config.publicUrl}/ap/users/${id}`

/** Which of the posts the member may keep: those they can see, and those written to them by name, even if blocked since. */
function allowed(ctx: Context, me: number, ids: readonly number[]) {
  const seen = presentStatuses(ctx, asMember(me), ids).map(({ id }) => Number(id))
  const received = receivedOf(ctx.db, { me, ids: JSON.stringify(ids) }).map(({ statusId }) => statusId)
  return { mine: new Set([...seen, ...received]), received: new Set(received) }
}

type Parts = {
  author: AccountRow
  mentions: readonly MentionRow[]
  earlier: readonly Earlier[]
  pictures: EvidencePicture[]
  pictureOf: (said: PictureThen) => EvidencePicture
  document: Said | undefined
}
type Earlier = ReturnType<typeof earlierOf>[number]
type Said = ReturnType<typeof documentsOf>[number]

/** What a post's server said of it, where that is here. */
const saidOf = (said: Said | undefined) =>
  said && {
    document: {
      json: inflateRawSync(said.document).toString(),
      signed: said.signed === 1,
      heard_at: presentTime(said.heardAt),
    },
  }

function copyOf(
  ctx: Context,
  row: StatusRow,
  { author, mentions, earlier, pictures, pictureOf, document }: Parts,
): Copy {
  return {
    uri: row.uri ?? `${actorUri(ctx, author)}/statuses/${row.id}`,
    url: row.url ?? `${profileUrl(ctx, author)}/${row.id}`,
    author: { uri: actorUri(ctx, author), handle: wholeHandle(ctx, author), display_name: author.displayName },
    text: row.text,
    spoiler_text: row.spoilerText,
    warning_topics: JSON.parse(row.warningTopics),
    visibility: row.visibility,
    local_only: row.localOnly === 1,
    language: row.language,
    mentions: mentions.filter(({ silent }) => silent === 0).map((mention) => wholeHandle(ctx, mention)),
    media: pictures,
    created_at: presentTime(row.createdAt),
    edited_at: row.editedAt === null ? null : presentTime(row.editedAt),
    earlier: earlier.map(({ text, spoilerText, createdAt, media }) => ({
      text,
      spoiler_text: spoilerText,
      created_at: presentTime(createdAt),
      media: readPictures(media).map(pictureOf),
    })),
    ...saidOf(document),
    kept_at: presentTime(ctx.now()),
  }
}

/** What was found of posts: `ids` are those of the copies, in their order, `files` are the pictures of the copies, by the hash that stands in them. */
export type Collected = { copies: Copy[]; ids: number[]; missing: string[]; files: ReadonlyMap<string, Buffer> }

/** Copies of those of the posts that are here and that the member may keep, in the order asked for; else `missing`. */
export function collect(ctx: Context, me: number, ids: readonly number[]): Collected {
  const wanted = [...new Set(ids)]
  const { mine, received } = allowed(ctx, me, wanted)
  const json = JSON.stringify([...mine])
  const rows = new Map(statusesByIds(ctx.db, { ids: json }).map((row) => [row.id, row]))
  const mentions = Map.groupBy(mentionsOf(ctx.db, { ids: json }), ({ statusId }) => statusId)
  const earlier = Map.groupBy(earlierOf(ctx.db, { ids: json }), ({ statusId }) => statusId)
  const { files, ofPost, ofVersion } = gatherPictures(ctx, json, [...earlier.values()].flat())
  const people = JSON.stringify([...new Set([...rows.values()].map(({ accountId }) => accountId))])
  const authors = new Map(accountsByIds(ctx.db, { ids: people }).map((row) => [row.id, row]))
  const documents = new Map(documentsOf(ctx.db, { ids: json }).map((said) => [said.statusId, said]))
  const copies: Copy[] = []
  const found: number[] = []
  const missing: string[] = []
  for (const id of wanted) {
    const row = rows.get(id)
    const author = row && authors.get(row.accountId)
    const parts = {
      mentions: mentions.get(id) ?? [],
      earlier: earlier.get(id) ?? [],
      pictures: ofPost(id),
      pictureOf: ofVersion(id, received.has(id)),
      document: documents.get(id),
    }
    if (author) {
      copies.push(copyOf(ctx, row, { author, ...parts }))
      found.push(id)
    } else if (id > 0) missing.push(String(id))
  }
  return { copies, ids: found, missing, files }
}
