import { findEntities, normalizeTag } from '../../../shared/text/entities.ts'
import type { Context } from '../../context.ts'
import { narrower, type Visibility } from '../../policies/visibility.ts'
import { createPastIds, type SeedPerson, type Span } from './people.ts'
import { sayPost, sayReply, sayWarned, warnedTopics } from './phrases.ts'
import { addMention, addMentionNotice, addStatus, addTag, tagStatus } from './queries.ts'
import { createRandom, type Random } from './random.ts'

type Post = {
  id: number
  threadId: number
  author: SeedPerson
  at: number
  parent: Pick<Post, 'id' | 'author'> | undefined
  mentioned: SeedPerson | undefined
  text: string
  spoilerText: string
  topics: readonly string[]
  visibility: Visibility
  localOnly: boolean
}

/** As much of a post as home timelines depend on: whom it answers, and the one person who may read it, if any. */
export type Trace = {
  id: number
  author: SeedPerson
  answers: SeedPerson | undefined
  onlyFor: SeedPerson | undefined
}

/** How many of the latest open posts may still be answered. */
const ANSWERABLE = 60

function pickVisibility(random: Random): Visibility {
  const drawn = random.next()
  if (drawn < 0.78) return 'public'
  return drawn < 0.88 ? 'unlisted' : drawn < 0.99 ? 'private' : 'direct'
}

type Words = Pick<Post, 'text' | 'spoilerText' | 'topics'>

function sayWords(random: Random, parent: Post | undefined): Words {
  if (parent?.spoilerText) {
    return {
      text: sayReply(random),
      spoilerText: `re: ${parent.spoilerText.replace(/^re: /, '')}`,
      topics: parent.topics,
    }
  }
  if (parent) return { text: sayReply(random), spoilerText: '', topics: [] }
  if (!random.chance(0.07)) return { text: sayPost(random), spoilerText: '', topics: [] }
  const topic = random.pick(warnedTopics)
  return { text: sayWarned(random, topic), spoilerText: topic.replaceAll('-', ' '), topics: [topic] }
}

type Moment = { id: number; at: number; joined: readonly SeedPerson[]; open: readonly Post[] }

/** One more post: by somebody who has joined by then, an answer now and then, never more public than its parent. */
function imagine(random: Random, { id, at, joined, open }: Moment): Post {
  const author = random.pick(joined, Math.ceil(joined.length * random.next() ** 1.4))
  const parent = open.length > 0 && random.chance(0.3) ? random.pick(open) : undefined
  const own = pickVisibility(random)
  const visibility = parent ? narrower(own === 'direct' ? 'public' : own, parent.visibility) : own
  const stranger = visibility === 'direct' ? random.pick(joined) : undefined
  const mentioned = parent ? parent.author : stranger
  const words = sayWords(random, parent)
  return {
    ...words,
    id,
    at,
    author,
    parent: parent && { id: parent.id, author: parent.author },
    visibility,
    threadId: parent?.threadId ?? id,
    mentioned: mentioned === author ? undefined : mentioned,
    text: mentioned && mentioned !== author ? `@${mentioned.username} ${words.text}` : words.text,
    localOnly: parent?.localOnly || random.chance(0.08),
  }
}

function keep(ctx: Context, post: Post): void {
  const { id, threadId, author, parent, mentioned, text, spoilerText, visibility, at } = post
  const toSomebodyElse = parent !== undefined && parent.author !== author
  addStatus(ctx.db, {
    id,
    accountId: author.id,
    threadId,
    parentId: parent?.id ?? null,
    parentAccountId: parent?.author.id ?? null,
    text,
    spoilerText,
    topics: JSON.stringify(post.topics),
    sensitive: spoilerText === '' ? 0 : 1,
    visibility,
    localOnly: post.localOnly ? 1 : 0,
    at,
    listed: visibility === 'public' && !toSomebodyElse ? 1 : 0,
  })
  if (mentioned) {
    addMention(ctx.db, { statusId: id, accountId: mentioned.id })
    addMentionNotice(ctx.db, { accountId: mentioned.id, fromId: author.id, statusId: id, at })
  }
}

/** Makes `count` posts, evenly over the time. */
export function seedPosts(ctx: Context, count: number, span: Span, people: readonly SeedPerson[]): Trace[] {
  const random = createRandom(1871)
  const idAt = createPastIds()
  const open: Post[] = []
  const joined = people.slice(0, 1)
  const traces: Trace[] = []
  for (let index = 0; index < count; index++) {
    const at = Math.floor(span.from + ((span.until - span.from) * (index + random.next())) / count)
    for (let next = people[joined.length]; next && next.at <= at; next = people[joined.length]) joined.push(next)
    const post = imagine(random, { id: idAt(at), at, joined, open })
    keep(ctx, post)
    keepTags(ctx, post)
    traces.push(traceOf(post))
    if (post.visibility === 'public' || post.visibility === 'unlisted') open.push(post)
    if (open.length > ANSWERABLE) open.shift()
  }
  return traces
}

const traceOf = ({ id, author, parent, visibility, mentioned }: Post): Trace => ({
  id,
  author,
  answers: parent?.author,
  onlyFor: visibility === 'direct' ? (mentioned ?? author) : undefined,
})

function keepTags(ctx: Context, { id, text }: Post): void {
  for (const entity of findEntities(text)) {
    if (entity.kind !== 'hashtag') continue
    const name = normalizeTag(entity.tag)
    addTag(ctx.db, { id: ctx.newId(), name, display: entity.tag })
    tagStatus(ctx.db, { name, statusId: id })
  }
}
