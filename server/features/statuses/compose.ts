import type { WarningTopic } from '../../../shared/api/warnings.ts'
import { type Entity, findEntities, normalizeTag } from '../../../shared/text/entities.ts'
import { countStatus } from '../../../shared/text/length.ts'
import { matchTopics } from '../../../shared/warnings/match.ts'
import type { Context } from '../../context.ts'
import { invalidFields } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import { ourHost } from '../accounts/present.ts'
import { insertTag, tagByName, tagStatus } from '../tags/queries.ts'
import { readTopics } from '../warnings/present.ts'
import type { StatusForm } from './form.ts'
import { peopleByNames, peopleElsewhere } from './queries.ts'

/** What of a form its words are read from. */
export type Written = Pick<StatusForm, 'status' | 'spoiler_text' | 'warning_topics'>

/** The words of a post, ready to keep. */
export type Words = {
  text: string
  spoilerText: string
  topics: readonly string[]
  /** Whom the text mentions, as ids of accounts. */
  mentioned: readonly number[]
  /** Hashtags, normal form to the form in which they were written. */
  tags: ReadonlyMap<string, string>
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out; tab and line feed stay
const unseen = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g

const clean = (text: string) => text.toWellFormed().replace(/\r\n?/g, '\n').replace(unseen, '').trim()

const refuse = (field: string, error: string, description: string) =>
  invalidFields({ [field]: [{ error, description }] })

/**
 * Reads a post's words: a warning without text becomes the text, topics without a warning's words become the warning,
 * and mentions and hashtags are found. Throws 422 for an empty or too long post, an unknown topic, or too many names.
 */
export function readWords(ctx: Context, form: Written, hasPictures: boolean): Words {
  const chosen = readChosen(ctx, form.warning_topics)
  const written = clean(form.status)
  const line = clean(form.spoiler_text).replace(/\s+/g, ' ')
  const warning = line || chosen.map((topic) => topic.label).join(', ')
  // pictures say something by themselves, so a warning with them stays a warning
  const text = hasPictures ? written : written || warning
  const spoilerText = hasPictures || written ? warning : ''
  if (text === '' && !hasPictures) {
    throw refuse('status', 'ERR_BLANK', 'There is nothing to post yet. Write something first.')
  }
  const length = countStatus(text, spoilerText)
  if (length > limits.statusCharacters) throw refuse('status', 'ERR_TOO_LONG', tooLong(length))
  const entities = findEntities(text)
  const tags = readTags(entities)
  if (tags.size > limits.hashtags) {
    throw refuse('status', 'ERR_TOO_LONG', `A post can have ${limits.hashtags} hashtags at most.`)
  }
  return { text, spoilerText, topics: topicsOf(ctx, warning, chosen), mentioned: readMentions(ctx, entities), tags }
}

const tooLong = (length: number) =>
  `The post has ${length} characters with its warning; ${limits.statusCharacters} are the most.`

/** The topics that the author chose, in the community's order. */
function readChosen(ctx: Context, slugs: readonly string[]): WarningTopic[] {
  const known = slugs.length === 0 ? [] : readTopics(ctx)
  if (!slugs.every((slug) => known.some((topic) => topic.slug === slug))) {
    throw refuse('warning_topics', 'ERR_INCLUSION', 'This community has no such topic for a content warning.')
  }
  return known.filter(({ slug }) => slugs.includes(slug))
}

/**
 * Which topics a warning is of: those chosen, and those that its words name, whatever app it was written in. This is
 * asked once, when a post is written, and kept with it: a topic that gets another word later finds later posts.
 */
export function topicsOf(ctx: Context, warning: string, chosen: readonly WarningTopic[]): string[] {
  if (warning === '') return []
  const topics = readTopics(ctx)
  const named = matchTopics(warning, topics)
  return topics
    .map(({ slug }) => slug)
    .filter((slug) => named.includes(slug) || chosen.some((one) => one.slug === slug))
}

function readTags(entities: readonly Entity[]): Map<string, string> {
  const tags = new Map<string, string>()
  for (const entity of entities) {
    if (entity.kind !== 'hashtag') continue
    const name = normalizeTag(entity.tag)
    if (!tags.has(name)) tags.set(name, entity.tag)
  }
  return tags
}

function readMentions(ctx: Context, entities: readonly Entity[]): number[] {
  const host = ourHost(ctx)
  const [keys, handles] = [new Set<string>(), new Map<string, [string, string]>()]
  for (const entity of entities) {
    if (entity.kind !== 'mention') continue
    const [key, domain] = [entity.username.toLowerCase(), entity.domain?.toLowerCase() ?? host]
    if (domain === host) keys.add(key)
    else handles.set(`${key}@${domain}`, [key, domain])
  }
  const here = keys.size === 0 ? [] : peopleByNames(ctx.db, { keys: JSON.stringify([...keys]) })
  const wanted = JSON.stringify([...handles.values()])
  const elsewhere = handles.size === 0 ? [] : peopleElsewhere(ctx.db, { handles: wanted })
  const people = [...here, ...elsewhere]
  if (people.length > limits.mentions) {
    throw refuse('status', 'ERR_TOO_LONG', `A post can mention ${limits.mentions} people at most.`)
  }
  return people.map((person) => person.id)
}

/** Puts hashtags on a post. */
export function keepTags(ctx: Context, statusId: number, tags: Words['tags']): void {
  for (const [name, display] of tags) tagStatus(ctx.db, { tagId: tagId(ctx, name, display), statusId })
}

function tagId(ctx: Context, name: string, display: string): number {
  const found = tagByName(ctx.db, { name })
  if (found) return found.id
  const id = ctx.newId()
  insertTag(ctx.db, { id, name, display })
  return id
}
