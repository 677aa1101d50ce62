import type { Context } from '../../context.ts'
import { DAY, MINUTE } from '../../core/clock.ts'
import { Refusal } from '../../core/errors.ts'
import { type KeptPicture, storeAttachment } from '../../core/pictures/attachment.ts'
import { makeSmallPicture, storeSmallPicture } from '../../core/pictures/card.ts'
import type { Looked } from '../../features/media/looked.ts'
import { suspectPictures } from '../../features/media/suspect.ts'
import { forgetStatus } from '../../features/statuses/lasting.ts'
import { limits } from '../../limits.ts'
import { takeRoom } from '../disk/prune.ts'
import type { Theirs } from './find.ts'
import { dropFile, fillMedia, keptFile, noteLook, putFile } from './queries.ts'

/** The files of a picture from elsewhere as it is shown here. */
export type Shown = { file: string; small: string }

/** Pictures that are fetched at once, since each holds its bytes in memory, and of one server, which may be slow. */
const AT_ONCE = 4
const SAME_HOST = 2
/** A page or two of pictures may wait for their turn. */
const WAITING = 200

/** Whose pictures are being fetched, and who waits. */
type Line = { busy: string[]; waiting: { host: string; go: () => void }[] }

const lines = new WeakMap<Context, Line>()

/** Lets begin whatever there is room for, the first come first but for servers that have their share. */
function letBegin({ busy, waiting }: Line): void {
  const hasRoom = ({ host }: { host: string }) => busy.filter((one) => one === host).length < SAME_HOST
  for (let at = waiting.findIndex(hasRoom); at >= 0 && busy.length < AT_ONCE; at = waiting.findIndex(hasRoom)) {
    const [next] = waiting.splice(at, 1)
    if (!next) return
    busy.push(next.host)
    next.go()
  }
}

/** Does some work when its turn has come. Throws 503 when too many wait. */
async function inTurn<Result>(ctx: Context, host: string, work: () => Promise<Result>): Promise<Result> {
  const line = lines.get(ctx) ?? { busy: [], waiting: [] }
  lines.set(ctx, line)
  if (line.waiting.length >= WAITING) throw new Refusal(503, 'Too many pictures are being fetched. Please try again.')
  const { promise: turn, resolve: go } = Promise.withResolvers<void>()
  line.waiting.push({ host, go })
  letBegin(line)
  await turn
  try {
    return await work()
  } finally {
    line.busy.splice(line.busy.indexOf(host), 1)
    letBegin(line)
  }
}

const underWay = new WeakMap<Context, Map<string, Promise<Shown | undefined>>>()

/** The files of a picture: as kept, or fetched now, once for all who ask meanwhile; undefined where it cannot be had. */
export async function showTheirs(ctx: Context, theirs: Theirs): Promise<Shown | undefined> {
  const { kind, id, mark } = theirs
  const kept = keptFile(ctx.db, { kind, id })
  if (kept?.mark === mark) {
    if (kept.file !== null) {
      if (kept.lookedAt < ctx.now() - DAY) noteLook(ctx.db, { kind, id, now: ctx.now() })
      return { file: kept.file, small: kept.small ?? kept.file }
    }
    if (kept.tryAfter > ctx.now()) return undefined
  }
  const fetching = underWay.get(ctx) ?? new Map<string, Promise<Shown | undefined>>()
  underWay.set(ctx, fetching)
  const name = `${kind} ${id}`
  const begun = fetching.get(name)
  if (begun) return begun
  const work = inTurn(ctx, theirs.host, () => fetchTheirs(ctx, theirs, kept?.failures ?? 0)).finally(() =>
    fetching.delete(name),
  )
  fetching.set(name, work)
  return work
}

const ask = { headers: { accept: 'image/*', 'accept-encoding': 'identity' }, most: limits.imageBytes }

/** A small picture of a post that is only looked at, made anew and not kept; undefined where it cannot be had. */
export const fetchLooked = (ctx: Context, { url, host }: Looked): Promise<Uint8Array | undefined> =>
  inTurn(ctx, host, async () => {
    const answer = await ctx.outbound.ask(url, ask).catch(() => undefined)
    return answer?.status === 200 ? makeSmallPicture(answer.body, limits.elsewherePixels.media) : undefined
  })

const noRoom = () =>
  new Refusal(507, 'The room for pictures from other servers is used up. This one is shown when there is room again.')

/** Fetches a picture where there is room for it. Throws 507. */
async function fetchTheirs(ctx: Context, theirs: Theirs, failures: number): Promise<Shown | undefined> {
  const room = await takeRoom(ctx, limits.diskPicture)
  if (!room) throw noRoom()
  try {
    return await fetchWithin(ctx, theirs, failures)
  } finally {
    room.give()
  }
}

async function fetchWithin(ctx: Context, theirs: Theirs, failures: number): Promise<Shown | undefined> {
  const answer = await ctx.outbound.ask(theirs.url, ask).catch(() => undefined)
  const picture = answer?.status === 200 ? await store(ctx, theirs, answer.body) : undefined
  if (picture) return keep(ctx, theirs, picture)
  noteFailure(ctx, theirs, failures + 1)
  return undefined
}

type Stored = Shown & { bytes: number; post?: KeptPicture }

/** Makes it anew, without what its file says beside the picture; undefined for what is no picture. Throws 503 and 507. */
async function store(ctx: Context, { isPost, kind }: Theirs, bytes: Buffer): Promise<Stored | undefined> {
  try {
    if (isPost) {
      const post = await storeAttachment(ctx, bytes)
      return { file: post.file, small: post.small, bytes: post.bytes, post }
    }
    const small = await storeSmallPicture(ctx, bytes, limits.elsewherePixels[kind])
    return small && { file: small.file, small: small.file, bytes: small.bytes }
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.status < 500) return undefined
    throw thrown
  }
}

function keep(ctx: Context, theirs: Theirs, { file, small, bytes, post }: Stored): Shown {
  const { kind, id, mark, host, statusId } = theirs
  ctx.transact(() => {
    dropFile(ctx.db, { kind, id })
    const row = { kind, id, mark, host, file, small: small === file ? null : small, bytes }
    putFile(ctx.db, { ...row, now: ctx.now(), failures: 0, tryAfter: 0 })
    if (!post) return
    const { size, smallSize, animated, blurhash } = post
    const filled = fillMedia(ctx.db, {
      ...{ id, file, small, bytes, blurhash, width: size.width, height: size.height },
      ...{ smallWidth: smallSize.width, smallHeight: smallSize.height, animated: animated ? 1 : 0 },
      ...{ hash: post.sha256, likeness: Buffer.from(post.likeness), flagged: post.flagged ? 1 : 0 },
    })
    // the post was deleted while its picture came
    if (filled === 0) dropFile(ctx.db, { kind, id })
    else if (statusId !== undefined) suspectPictures(ctx, { statusId })
  })
  if (statusId !== undefined) forgetStatus(ctx, { statusId })
  ctx.queue.add('clearFiles', {}, { once: 'clearFiles' })
  return { file, small }
}

function noteFailure(ctx: Context, { kind, id, mark, host }: Theirs, failures: number): void {
  const wait = Math.min(5 * MINUTE * 4 ** Math.min(failures - 1, 6), 7 * DAY)
  ctx.transact(() => {
    dropFile(ctx.db, { kind, id })
    const nothing = { file: null, small: null, bytes: 0 }
    putFile(ctx.db, { kind, id, mark, host, ...nothing, now: ctx.now(), failures, tryAfter: ctx.now() + wait })
  })
}
