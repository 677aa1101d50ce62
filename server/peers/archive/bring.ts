import { randomInt } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { z } from 'zod'
import type { Brought, LeftOut } from '../../../shared/api/elsewhere.ts'
import type { Context } from '../../context.ts'
import { invalidFields } from '../../core/errors.ts'
import { firstIdAt } from '../../core/ids.ts'
import { insertStatus } from '../../features/statuses/queries.ts'
import type { Upload } from '../../http/body.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { plainText } from '../plain.ts'
import { broughtAmong, putBrought } from './queries.ts'

const PUBLIC = ['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public']

const addresses = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([])
const note = z.object({
  type: z.literal('Create'),
  object: z.object({
    id: z.string().min(1).max(2000),
    type: z.enum(['Note', 'Question']),
    published: z.iso.datetime({ offset: true }),
    content: z.string(),
    summary: z.string().nullish(),
    sensitive: z.boolean().catch(false),
    inReplyTo: z.unknown(),
    attachment: z.array(z.unknown()).catch([]),
    to: addresses,
    cc: addresses,
  }),
})
type Note = z.infer<typeof note>['object']

const outbox = z.object({ orderedItems: z.array(z.unknown()).max(limits.broughtPosts) })

function readOutbox(file: Upload | undefined): unknown[] {
  try {
    return outbox.parse(JSON.parse(file?.bytes.toString('utf8') ?? '')).orderedItems
  } catch {
    const description = 'This is not the file outbox.json of an archive of Mastodon’s.'
    throw invalidFields({ data: [{ error: 'ERR_INVALID', description }] })
  }
}

const boost = z.object({ type: z.literal('Announce') })

/** Posts for everybody that answer nobody: what was for some people alone, or half of a talk, stays in the archive. */
function readNote(item: unknown, now: number): Note | LeftOut {
  const { data } = note.safeParse(item)
  if (!data) return boost.safeParse(item).success ? 'boosts' : 'unreadable'
  if (typeof data.object.inReplyTo === 'string') return 'answers'
  const { to, cc, published } = data.object
  if (![...to, ...cc].some((one) => PUBLIC.includes(one))) return 'for_few'
  return Date.parse(published) > 0 && Date.parse(published) <= now ? data.object : 'unreadable'
}

function countLeftOut(read: readonly (Note | LeftOut)[]): Brought['left_out'] {
  const left_out = { boosts: 0, answers: 0, for_few: 0, unreadable: 0 }
  for (const one of read) if (typeof one === 'string') left_out[one] += 1
  return left_out
}

function keep(ctx: Context, accountId: number, post: Note): void {
  const createdAt = Date.parse(post.published)
  // of its own time, so that it stands where it belongs
  const id = randomInt(firstIdAt(createdAt), firstIdAt(createdAt + 1000))
  insertStatus(ctx.db, {
    id,
    accountId,
    threadId: id,
    inReplyToId: null,
    inReplyToAccountId: null,
    text: plainText(post.content, limits.statusRaw),
    spoilerText: plainText(post.summary ?? '', 500),
    warningTopics: '[]',
    sensitive: post.sensitive ? 1 : 0,
    visibility: PUBLIC.some((one) => post.to.includes(one)) ? 'public' : 'unlisted',
    // it was told to other servers once, by the old one; from here it leaves by no exit
    localOnly: 1,
    language: null,
    appId: null,
    createdAt,
    listed: 0,
    quotePolicy: 'nobody',
  })
  putBrought(ctx.db, { statusId: id, accountId, origin: post.id })
}

const AT_ONCE = 100

/**
 * Puts the posts of an archive of Mastodon's on one's own profile, under their own dates, for members alone: no home, no
 * public list and no other server gets them. The same file again brings nothing twice. Throws 422.
 */
export async function bringPosts(ctx: Context, { accountId }: Viewer, file: Upload | undefined): Promise<Brought> {
  const items = readOutbox(file)
  const read = items.map((item) => readNote(item, ctx.now()))
  const posts = read.filter((one) => typeof one !== 'string')
  const pictures = posts.reduce((sum, { attachment }) => sum + attachment.length, 0)
  const brought: Brought = { came: 0, known: 0, left_out: countLeftOut(read), pictures }
  for (let at = 0; at < posts.length; at += AT_ONCE) {
    const some = [...new Map(posts.slice(at, at + AT_ONCE).map((post) => [post.id, post])).values()]
    ctx.transact(() => {
      const origins = JSON.stringify(some.map(({ id }) => id))
      const known = new Set(broughtAmong(ctx.db, { accountId, origins }).map(({ origin }) => origin))
      for (const post of some) if (!known.has(post.id)) keep(ctx, accountId, post)
      brought.came += some.length - known.size
      brought.known += known.size
    })
    // members are answered in between
    await turn()
  }
  return brought
}
