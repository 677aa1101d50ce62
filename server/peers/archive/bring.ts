import { randomInt } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { Brought } from '../../../shared/api/elsewhere.ts'
import type { Context } from '../../context.ts'
import { firstIdAt } from '../../core/ids.ts'
import { insertStatus } from '../../features/statuses/queries.ts'
import type { Upload } from '../../http/body.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { plainText } from '../plain.ts'
import { broughtAmong, putBrought, putFile } from './queries.ts'
import { type Attached, isListed, type Note, pathOf, readNote, readOutbox } from './read.ts'

function countLeftOut(read: readonly (Note | string)[]): Brought['left_out'] {
  const left_out = { boosts: 0, answers: 0, for_few: 0, unreadable: 0 }
  // a text is why a thing stays in the archive
  for (const one of read) if (typeof one === 'string') left_out[one as keyof typeof left_out] += 1
  return left_out
}

const NO_PICTURE = 'It is no picture: films and sounds are not kept here.'
const TOO_MANY = `A post has ${limits.mediaPerPost} pictures at most.`

/** Notes the pictures of a post: they come from the archive one by one. */
function keepAttached(ctx: Context, { accountId, statusId }: { accountId: number; statusId: number }, all: Attached[]) {
  for (const [position, { url, name, mediaType, focalPoint }] of all.entries()) {
    const [focusX, focusY] = focalPoint ?? [0, 0]
    putFile(ctx.db, {
      ...{ accountId, statusId, position, focusX, focusY },
      path: pathOf(url),
      description: (name ?? '').toWellFormed().trim().slice(0, limits.mediaDescription),
      problem: /^(image\/|$)/.test(mediaType) ? (position < limits.mediaPerPost ? null : TOO_MANY) : NO_PICTURE,
    })
  }
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
    visibility: isListed(post) ? 'public' : 'unlisted',
    // it was told to other servers once, by the old one; from here it leaves by no exit
    localOnly: 1,
    language: null,
    appId: null,
    createdAt,
    listed: 0,
    quotePolicy: 'nobody',
  })
  putBrought(ctx.db, { statusId: id, accountId, origin: post.id })
  keepAttached(
    ctx,
    { accountId, statusId: id },
    post.attachment.filter((one) => one !== null),
  )
}

const AT_ONCE = 100

/**
 * Puts the posts of an archive of Mastodon's on one's own profile, under their own dates, for members alone: no home, no
 * public list and no other server gets them. The same file again brings nothing twice. Throws 422.
 */
export async function bringPosts(ctx: Context, { accountId }: Viewer, file: Upload | undefined): Promise<Brought> {
  const read = readOutbox(file).map((item) => readNote(item, ctx.now()))
  const posts = read.filter((one) => typeof one !== 'string')
  const brought: Brought = { came: 0, known: 0, left_out: countLeftOut(read) }
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
