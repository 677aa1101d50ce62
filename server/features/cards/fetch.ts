import type { Context } from '../../context.ts'
import { storeCardPicture } from '../../core/pictures/card.ts'
import { removeFile } from '../../core/pictures/files.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { cardAddress, noteTried, saveCard } from './queries.ts'
import type { Said } from './read-page.ts'

/** So that a long page can be cut where enough of it is known. */
const unpacked = { 'accept-encoding': 'identity' }

const nothing: Said = { title: '', description: '', site: '', author: '', imageAlt: '' }

/** What a page says about itself: nothing where it is none, undefined where it could not be had this time. */
async function askPage(ctx: Context, address: string): Promise<{ said: Said; base: URL } | undefined> {
  const headers = { accept: 'text/html, application/xhtml+xml', ...unpacked }
  const ask = { headers, most: limits.cardPage, cut: true, plain: true }
  const answer = await ctx.outbound.ask(address, ask).catch(() => undefined)
  if (!answer || answer.status >= 500 || answer.status === 429) return undefined
  const type = String(answer.headers['content-type'] ?? '')
  const isPage = answer.status === 200 && /^(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(type)
  if (!isPage) return { said: nothing, base: answer.url }
  // loaded with the first page: a server that reads none need not hold the parser
  const { decodePage, readPage } = await import('./read-page.ts')
  return { said: readPage(decodePage(answer.body, type)), base: answer.url }
}

/** Makes room on the disk for so many bytes; `give` says that they are counted from now on. Undefined where none can be made. */
type TakeRoom = (ctx: Context, bytes: number) => Promise<{ give(): void } | undefined>

/** Their picture, made anew and kept here, so that no reader's browser asks for it there. */
async function askPicture(ctx: Context, address: string | undefined, base: URL) {
  const url = address === undefined ? null : URL.parse(address, base)
  if (!url) return undefined
  const ask = { headers: { accept: 'image/*', ...unpacked }, most: limits.cardPicture, plain: true }
  const answer = await ctx.outbound.ask(url.href, ask).catch(() => undefined)
  if (answer?.status !== 200) return undefined
  return storeCardPicture(ctx, answer.body).catch(() => undefined)
}

async function askCard(ctx: Context, cardId: number, url: string, takeRoom: TakeRoom): Promise<void> {
  const found = await askPage(ctx, url)
  if (!found) {
    noteTried(ctx.db, { id: cardId, now: ctx.now() })
    return
  }
  const { image, ...said } = found.said
  const isPictured = said.title !== '' && image !== undefined
  const room = isPictured ? await takeRoom(ctx, limits.cardPicture) : undefined
  try {
    const picture = room && (await askPicture(ctx, image, found.base))
    await keepCard(ctx, cardId, { ...said, site: said.site || found.base.hostname }, picture)
  } finally {
    room?.give()
  }
}

async function keepCard(
  ctx: Context,
  id: number,
  { language, publishedAt, ...said }: Omit<Said, 'image'>,
  picture: Awaited<ReturnType<typeof askPicture>>,
): Promise<void> {
  const kept = ctx.transact(() => {
    const changed = saveCard(ctx.db, {
      ...said,
      id,
      language: language ?? null,
      publishedAt: publishedAt ?? null,
      image: picture?.file ?? null,
      bytes: picture?.bytes ?? 0,
      width: picture?.width ?? 0,
      height: picture?.height ?? 0,
      blurhash: picture?.blurhash ?? null,
      now: ctx.now(),
    })
    if (changed > 0) ctx.emit('cardFetched', { cardId: id })
    return changed > 0
  })
  if (picture && !kept) await removeFile(ctx.config.dataDir, picture.file)
  ctx.queue.add('clearFiles', {})
}

/**
 * Asks the page of a card what it says about itself; its picture only where there is room. A card that is gone by then
 * leaves nothing behind.
 */
export const fetchCard = (takeRoom: TakeRoom): Worker<Context, Jobs['fetchCard']> => ({
  async run(ctx, { cardId }) {
    const card = cardAddress(ctx.db, { id: cardId })
    if (card) await askCard(ctx, cardId, card.url, takeRoom)
  },
})
