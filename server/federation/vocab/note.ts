import { limits } from '../../limits.ts'
import {
  type AttachmentDoc,
  type PollDoc,
  quotedIn,
  readAttachments,
  readPoll,
  readTags,
  type TagsDoc,
} from './hung.ts'
import {
  addressOf,
  audienceOf,
  countOf,
  idOf,
  isOneOrigin,
  isThing,
  lineOf,
  listOf,
  pageOf,
  type Thing,
  textOf,
  timeOf,
  typeOf,
} from './json.ts'
import { asHtml, escaped, plainOf, sanitise, wordedIn } from './words.ts'

/** A post as its server says it, in our words. HTML is sanitised; times in ms. */
export type NoteDoc = TagsDoc & {
  uri: string
  type: string
  url: string | undefined
  author: string
  /** The title of what is a vote: a name and nothing else. */
  vote: string | undefined
  html: string
  text: string
  spoilerText: string
  sensitive: boolean
  language: string | undefined
  published: number | undefined
  updated: number | undefined
  parent: string | undefined
  conversation: string | undefined
  to: { everybody: boolean; named: string[] }
  cc: { everybody: boolean; named: string[] }
  attachments: AttachmentDoc[]
  poll: PollDoc | undefined
  quoted: string | undefined
  approval: string | undefined
  /** As it was given, since whose followers are meant is known only with the author. */
  policy: unknown
  /** The document itself, as it came. */
  source?: unknown
  replies: string | undefined
  repliesTotal: number | undefined
  likesTotal: number | undefined
  sharesTotal: number | undefined
}

/** What Pleroma, Akkoma and Lemmy send to one person: it names nobody, since whom it is for is who it is addressed to. */
const LETTER = 'ChatMessage'
/** What is shown as a post of its own kind. */
const plainTypes = new Set(['Note', 'Question', LETTER])
/** What is turned into one: its title, its words, and the way to it. */
const turnedTypes = new Set(['Article', 'Page', 'Image', 'Audio', 'Video', 'Event'])

/** Whether a thing of this type becomes a post. */
export const isPostType = (type: string): boolean => plainTypes.has(type) || turnedTypes.has(type)

function wordsOf(thing: Thing): { html: string; language: string | undefined } {
  const said = wordedIn(thing, 'content')
  if (!said) return { html: '', language: undefined }
  const media = textOf(thing.mediaType) ?? 'text/html'
  const text = said.text.slice(0, limits.federatedText)
  return { html: media.startsWith('text/html') ? sanitise(text) : asHtml(text), language: said.language }
}

/** The pages to which a thing leads: of a post of Lemmy, what it is about. */
const linksOf = (value: unknown) =>
  listOf(value)
    .filter((one) => typeOf(one) === 'Link')
    .slice(0, limits.federatedAttachments)
    .flatMap((one) => (isThing(one) ? (addressOf(one.href) ?? []) : []))

/** The words of what is no post by itself: its title, what it says, where it leads, and the way to it. */
function turned(thing: Thing, said: string, url: string): string {
  const title = lineOf(wordedIn(thing, 'name')?.text, limits.federatedName)
  const ways = [...new Set([...linksOf(thing.attachment), url])]
    .map((way) => `<p>${sanitise(`<a href="${escaped(way)}">${escaped(way)}</a>`)}</p>`)
    .join('')
  return `${title === '' ? '' : `<p><strong>${escaped(title)}</strong></p>`}${said}${ways}`
}

/** Whom a thing is for and whom it names. */
function audiencesOf(thing: Thing) {
  const [to, cc, tags] = [audienceOf(thing.to), audienceOf(thing.cc), readTags(thing.tag)]
  if (typeOf(thing) !== LETTER) return { to, cc, ...tags }
  const named = to.named.slice(0, limits.federatedMentions)
  return { to: { everybody: false, named }, cc: { everybody: false, named: [] }, ...tags, mentions: named }
}

/** Who wrote it: of several, the first person. */
function authorOf(thing: Thing): string | undefined {
  const all = listOf(thing.attributedTo ?? thing.actor)
  return idOf(all.find((one) => !isThing(one) || ['', 'Person', 'Service'].includes(typeOf(one))) ?? all[0])
}

function collectionOf(value: unknown, uri: string): string | undefined {
  const id = idOf(value) ?? (isThing(value) && isThing(value.first) ? addressOf(value.first.next) : undefined)
  return id !== undefined && isOneOrigin(id, uri) ? id : undefined
}

const totalOf = (value: unknown) => (isThing(value) ? countOf(value.totalItems) : undefined)

/** What stands in the way of a picture that shows no more than that it is a poll or film. */
function picturesOf(thing: Thing): AttachmentDoc[] {
  const attached = readAttachments(thing.attachment)
  const isPicture = typeOf(thing) === 'Image'
  const own = attached.length === 0 && isPicture ? readAttachments({ ...thing, icon: undefined }) : attached
  return own.length > 0 ? own : readAttachments(thing.image)
}

/** A post, or undefined for what cannot be read as one. */
export function readNote(thing: Thing): NoteDoc | undefined {
  const type = typeOf(thing)
  const uri = addressOf(thing.id)
  const author = authorOf(thing)
  if (!isPostType(type) || uri === undefined || author === undefined) return undefined
  const url = pageOf(thing.url)
  const { html: said, language } = wordsOf(thing)
  const name = lineOf(thing.name, limits.federatedPollOption)
  const isVote = type === 'Note' && name !== '' && said === '' && thing.inReplyTo !== undefined
  const html = turnedTypes.has(type) ? turned(thing, said, url ?? uri) : said
  const summary = turnedTypes.has(type) ? undefined : wordedIn(thing, 'summary')
  const spoilerText = lineOf(plainOf(summary?.text ?? ''), limits.federatedWarning)
  const published = timeOf(thing.published)
  const updated = timeOf(thing.updated)
  return {
    uri,
    type,
    url: url !== undefined && isOneOrigin(url, uri) ? url : undefined,
    author,
    vote: isVote ? name : undefined,
    html,
    text: plainOf(html),
    spoilerText,
    sensitive: thing.sensitive === true || spoilerText !== '',
    language: language ?? summary?.language,
    published,
    // GoToSocial and others say it of every post
    updated: updated !== undefined && updated > (published ?? 0) ? updated : undefined,
    parent: idOf(thing.inReplyTo),
    conversation: textOf(thing.conversation)?.slice(0, limits.federatedAddress) ?? idOf(thing.context),
    ...audiencesOf(thing),
    attachments: picturesOf(thing),
    poll: type === 'Question' ? readPoll(thing) : undefined,
    quoted: quotedIn(thing),
    approval: idOf(thing.quoteAuthorization),
    policy: thing.interactionPolicy,
    source: thing,
    replies: collectionOf(thing.replies, uri),
    repliesTotal: totalOf(thing.replies),
    likesTotal: totalOf(thing.likes),
    sharesTotal: totalOf(thing.shares),
  }
}
