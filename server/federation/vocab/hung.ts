import { limits } from '../../limits.ts'
import {
  addressOf,
  audienceOf,
  countOf,
  idOf,
  isThing,
  lineOf,
  listOf,
  pageOf,
  type Thing,
  textOf,
  timeOf,
  typeOf,
} from './json.ts'

/** A picture, film or sound of a post, where it lies. Sizes are 0 where nobody said; `focus` is −1 to 1. */
export type AttachmentDoc = {
  kind: 'image' | 'gifv' | 'video' | 'audio' | 'unknown'
  url: string
  preview: string | undefined
  description: string
  blurhash: string
  width: number
  height: number
  focusX: number
  focusY: number
}

/** A custom emoji of its author's server. */
export type EmojiDoc = { shortcode: string; url: string; updated: number | undefined }

/** What a post names. */
export type TagsDoc = { mentions: string[]; hashtags: string[]; emojis: EmojiDoc[] }

/** A poll; `votes` as its own server counts them. */
export type PollDoc = {
  multiple: boolean
  options: { title: string; votes: number | undefined }[]
  endsAt: number | undefined
  voters: number | undefined
}

const kinds: Record<string, AttachmentDoc['kind']> = { Image: 'image', Video: 'video', Audio: 'audio' }

function kindOf(thing: Thing, url: string): AttachmentDoc['kind'] {
  const media = textOf(thing.mediaType) ?? ''
  const [, main = ''] = /^(image|video|audio)\//.exec(media) ?? []
  if (main !== '') return main as 'image' | 'video' | 'audio'
  const known = kinds[typeOf(thing)]
  if (known) return known
  return /\.(jpe?g|png|gif|webp|avif)$/i.test(URL.parse(url)?.pathname ?? '') ? 'image' : 'unknown'
}

const sizeOf = (value: unknown) => Math.min(countOf(value) ?? 0, 32_768)
const pointOf = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) ? Math.max(-1, Math.min(1, value)) : 0

function readAttachment(value: unknown): AttachmentDoc | undefined {
  if (!isThing(value) || typeOf(value) === 'Link') return undefined
  const [link] = listOf(value.url)
  const inner = isThing(link) ? link : value
  const url = addressOf(isThing(link) ? link.href : link) ?? addressOf(value.href)
  if (url === undefined) return undefined
  const [x, y] = listOf(value.focalPoint)
  const blurhash = textOf(value.blurhash) ?? ''
  return {
    kind: kindOf({ ...inner, type: value.type, mediaType: inner.mediaType ?? value.mediaType }, url),
    url,
    preview: pageOf(isThing(value.icon) ? value.icon.url : value.icon),
    description: (textOf(value.summary) || textOf(value.name) || '').trim().slice(0, limits.federatedAlt),
    blurhash: /^[\w#$%*+,\-.:;=?@[\]^{|}~]{6,120}$/.test(blurhash) ? blurhash : '',
    width: sizeOf(value.width ?? inner.width),
    height: sizeOf(value.height ?? inner.height),
    focusX: pointOf(x),
    focusY: pointOf(y),
  }
}

/** The pictures and such of a post, up to the most that are kept. */
export const readAttachments = (value: unknown): AttachmentDoc[] =>
  listOf(value)
    .slice(0, limits.federatedAttachments)
    .flatMap((one) => readAttachment(one) ?? [])

function readEmoji(tag: Thing): EmojiDoc | undefined {
  const shortcode = lineOf(tag.name, 100).replace(/^:|:$/g, '')
  const icon = isThing(tag.icon) ? pageOf(tag.icon.url) : addressOf(tag.icon)
  if (!/^[\w.+-]{1,80}$/.test(shortcode) || icon === undefined) return undefined
  return { shortcode, url: icon, updated: timeOf(tag.updated) }
}

/** Mentions, hashtags and emoji of a post or person, each up to the most that are kept. */
export function readTags(value: unknown): TagsDoc {
  const found: TagsDoc = { mentions: [], hashtags: [], emojis: [] }
  for (const tag of listOf(value).slice(0, limits.federatedWidth)) {
    if (!isThing(tag)) continue
    const type = typeOf(tag)
    const href = addressOf(tag.href)
    const emoji = type === 'Emoji' ? readEmoji(tag) : undefined
    if (type === 'Mention' && href && found.mentions.length < limits.federatedMentions) found.mentions.push(href)
    const name = type === 'Hashtag' ? lineOf(tag.name, 200).replace(/^#/, '') : ''
    if (/^[\p{L}\p{M}\p{N}_·・\u200c]+$/u.test(name) && found.hashtags.length < limits.federatedTags)
      found.hashtags.push(name)
    if (emoji && found.emojis.length < limits.federatedEmojis) found.emojis.push(emoji)
  }
  return { ...found, mentions: [...new Set(found.mentions)], hashtags: [...new Set(found.hashtags)] }
}

/** A poll, where the thing is one with two options at least. */
export function readPoll(thing: Thing): PollDoc | undefined {
  const multiple = thing.anyOf !== undefined && thing.anyOf !== null
  const options = listOf(multiple ? thing.anyOf : thing.oneOf)
    .slice(0, limits.federatedPollOptions)
    .filter(isThing)
    .map((option) => ({
      title: lineOf(option.name, limits.federatedPollOption),
      votes: isThing(option.replies) ? countOf(option.replies.totalItems) : countOf(option._misskey_votes),
    }))
    .filter(({ title }) => title !== '')
  if (options.length < 2 || new Set(options.map(({ title }) => title)).size < options.length) return undefined
  const closed = typeof thing.closed === 'string' ? timeOf(thing.closed) : undefined
  return { multiple, options, endsAt: closed ?? timeOf(thing.endTime), voters: countOf(thing.votersCount) }
}

/** Whom a post may be quoted by, after FEP-044f; who says nothing wants to be asked. */
export function readQuotePolicy(value: unknown, followers: string | undefined): 'public' | 'followers' | 'nobody' {
  const canQuote = isThing(value) ? value.canQuote : undefined
  if (!isThing(canQuote)) return 'nobody'
  const { everybody, named } = audienceOf(canQuote.automaticApproval ?? canQuote.always)
  if (everybody) return 'public'
  return followers !== undefined && named.includes(followers) ? 'followers' : 'nobody'
}

/** What a post quotes, under each of the names that servers have for it. */
export const quotedIn = (thing: Thing): string | undefined =>
  idOf(thing.quote) ?? addressOf(thing.quoteUri) ?? addressOf(thing.quoteUrl) ?? addressOf(thing._misskey_quote)
