import { escapeHtml } from '../../../shared/text/escape.ts'
import { formatText } from '../../../shared/text/format.ts'
import type { Context } from '../../context.ts'
import { profileUrl } from '../../features/accounts/present.ts'
import { mediaUrl } from '../../features/media/present.ts'
import type { MediaRow } from '../../features/media/queries.ts'
import type { Part } from '../../features/statuses/hydrate.ts'
import { warningOf } from '../../features/statuses/warned/present.ts'
import { tagUrl } from '../../features/tags/present.ts'
import { approvalUri, followersUri, PUBLIC, postUri, uriOf } from '../addresses.ts'
import { hostOf } from './actor.ts'
import { type Around, readAround } from './around.ts'
import { emojiTags } from './emoji.ts'
import { pollPart } from './poll.ts'
import type { PersonPlace } from './queries.ts'
import { type Json, timeOf } from './words.ts'

/** Posts of ours as documents, in their order; whoever may read them was decided before. One query for each kind of part. */
export function noteDocuments(ctx: Context, parts: readonly Part[]): Json[] {
  const around = readAround(ctx, parts)
  return parts.map((part) => noteDocument(ctx, part, around))
}

function noteDocument(ctx: Context, part: Part, around: Around): Json {
  const { row, current } = part
  const id = postUri(ctx, { ...row, uri: null })
  const parent = current.inReplyToId === null ? undefined : around.posts.get(current.inReplyToId)
  const poll = around.polls.get(row.id)
  const content = contentOf(ctx, part, around)
  const warned = warningOf(row)
  return {
    id,
    type: poll ? 'Question' : 'Note',
    attributedTo: uriOf(ctx, { id: row.accountId, uri: null }),
    url: `${profileUrl(ctx, part.author)}/${row.id}`,
    inReplyTo: parent ? postUri(ctx, parent) : null,
    published: timeOf(row.createdAt),
    ...(row.editedAt !== null && { updated: timeOf(row.editedAt) }),
    ...audienceOf(ctx, part, around),
    summary: warned.text === '' ? null : warned.text,
    sensitive: warned.sensitive,
    content,
    ...(row.language !== null && inLanguage(row.language, content, warned.text)),
    tag: tagsOf(ctx, part, around),
    attachment: part.media.map((picture) => attachment(ctx, picture)),
    ...quotePart(ctx, part, around),
    interactionPolicy: { canQuote: { automaticApproval: quotersOf(ctx, part) }, ...repliersOf(ctx, part, around) },
    ...(poll && pollPart(poll, ctx.now())),
    replies: repliesPart(id, around.answers.get(row.id)),
    likes: { id: `${id}/likes`, type: 'Collection', totalItems: part.current.favouritesCount },
    shares: { id: `${id}/shares`, type: 'Collection', totalItems: part.current.reblogsCount },
  }
}

/** Where the answers are listed, and how many; a post that goes out has none yet, which says nothing about later. */
const repliesPart = (id: string, totalItems: number | undefined) => ({
  id: `${id}/replies`,
  type: 'Collection',
  ...(totalItems !== undefined && { totalItems }),
  first: `${id}/replies?page=true`,
})

const inLanguage = (language: string, content: string, warning: string) => ({
  contentMap: { [language]: content },
  ...(warning !== '' && { summaryMap: { [language]: warning } }),
})

/** For whom a post or boost is. Who was named by an earlier version alone goes on being one of them, unnamed. */
export function audienceOf(ctx: Context, { row, mentions, boosted }: Part, { people }: Pick<Around, 'people'>) {
  const named = mentions.flatMap(({ accountId, silent }) => {
    const person = people.get(accountId)
    return person ? [{ uri: uriOf(ctx, person), silent }] : []
  })
  const author = boosted && people.get(boosted.row.accountId)
  const uris = author ? [uriOf(ctx, author)] : named.map(({ uri }) => uri)
  const followers = followersUri(ctx, row.accountId)
  switch (row.visibility) {
    case 'public':
      return { to: [PUBLIC], cc: [followers, ...uris] }
    case 'unlisted':
      return { to: [followers], cc: [PUBLIC, ...uris] }
    case 'private':
      return { to: [followers], cc: uris }
    case 'direct':
      return {
        to: named.filter(({ silent }) => silent === 0).map(({ uri }) => uri),
        cc: named.filter(({ silent }) => silent === 1).map(({ uri }) => uri),
      }
    default:
      return row.visibility satisfies never
  }
}

/** Their page where they live, since a page of ours about them is for our people. */
const pageOf = (ctx: Context, person: PersonPlace) =>
  person.domain === null ? profileUrl(ctx, person) : (person.url ?? uriOf(ctx, person))

function contentOf(ctx: Context, { row, mentions }: Part, around: Around): string {
  const host = hostOf(ctx)
  const html = formatText(row.text, {
    mention(username, domain) {
      const key = username.toLowerCase()
      const elsewhere = domain === undefined || domain.toLowerCase() === host ? null : domain.toLowerCase()
      const named = mentions.find((one) => one.username.toLowerCase() === key && one.domain === elsewhere)
      const person = named && around.people.get(named.accountId)
      return person && { url: pageOf(ctx, person), name: person.username }
    },
    tag: (name) => tagUrl(ctx, name),
  })
  const quoted = quotedBy(ctx, row.id, around)
  // for those who know no quotes
  const link = quoted?.url && `<a href="${escapeHtml(quoted.url)}">${escapeHtml(quoted.url)}</a>`
  return link ? `<p class="quote-inline">RE: ${link}</p>${html}` : html
}

function quotedBy(ctx: Context, statusId: number, { quotes, posts, people }: Around) {
  const quote = quotes.get(statusId)
  if (!quote || quote.state === 'revoked' || quote.state === 'rejected') return undefined
  const post = quote.quotedId === null ? undefined : posts.get(quote.quotedId)
  if (!post || post.localOnly === 1) return undefined
  const author = people.get(post.accountId)
  const url = post.url ?? (post.uri === null && author ? `${profileUrl(ctx, author)}/${post.id}` : post.uri)
  return { quote, post, uri: postUri(ctx, post), url }
}

function quotePart(ctx: Context, { row }: Part, around: Around): Json {
  const found = quotedBy(ctx, row.id, around)
  if (!found) return {}
  const { quote, post, uri } = found
  const approval = post.uri === null ? approvalUri(ctx, post, row.id) : quote.approvalUri
  return {
    quote: uri,
    quoteUri: uri,
    _misskey_quote: uri,
    ...(quote.state === 'accepted' && approval !== null && { quoteAuthorization: approval }),
  }
}

function quotersOf(ctx: Context, { row }: Part): string[] {
  if (row.quotePolicy === 'public') return [PUBLIC]
  return [
    row.quotePolicy === 'followers' ? followersUri(ctx, row.accountId) : uriOf(ctx, { id: row.accountId, uri: null }),
  ]
}

/**
 * Who may reply, where two stopped doing so in this conversation: all but them, since of two values GoToSocial takes the
 * one that names somebody before the one that holds for everybody. An author may always go on below their own post.
 */
function repliersOf(ctx: Context, { row }: Part, { locked }: Around): Json {
  const people = new Set(locked.get(row.id)?.filter((id) => id !== row.accountId))
  if (people.size === 0) return {}
  const manualApproval = [...people].map((id) => uriOf(ctx, { id, uri: null }))
  return { canReply: { automaticApproval: [PUBLIC], manualApproval } }
}

function tagsOf(ctx: Context, { row, mentions, tags }: Part, { people, polls }: Around): Json[] {
  const host = hostOf(ctx)
  const named = mentions.flatMap(({ accountId, silent }) => {
    const person = people.get(accountId)
    if (!person || silent === 1) return []
    return [{ type: 'Mention', href: uriOf(ctx, person), name: `@${person.username}@${person.domain ?? host}` }]
  })
  const topics: string[] = JSON.parse(row.warningTopics)
  const options = polls.get(row.id)?.options ?? []
  return [
    ...named,
    ...tags.map(({ name }) => ({ type: 'Hashtag', href: tagUrl(ctx, name), name: `#${name}` })),
    ...topics.map((name) => ({ type: 'WarningTopic', name })),
    ...emojiTags(ctx, row.text, warningOf(row).text, ...options.map(({ title }) => title)),
  ]
}

const attachment = (ctx: Context, picture: MediaRow): Json => ({
  type: 'Document',
  mediaType: 'image/webp',
  url: picture.file === null ? undefined : mediaUrl(ctx, picture.file),
  name: picture.description || null,
  blurhash: picture.blurhash,
  focalPoint: [picture.focusX, picture.focusY],
  width: picture.width,
  height: picture.height,
})
