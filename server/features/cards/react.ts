import { randomInt } from 'node:crypto'
import { findEntities } from '../../../shared/text/entities.ts'
import type { Context } from '../../context.ts'
import { SECOND } from '../../core/clock.ts'
import { limits } from '../../limits.ts'
import { askerOf } from '../../policies/strangers.ts'
import { lostFiles } from '../media/queries.ts'
import { cardByUrl, insertCard, postForCard, putCard, removeCard } from './queries.ts'

/** The first address in a text that may have a card: a page of somebody else's, without the place in it. */
function addressIn(ctx: Context, text: string): string | undefined {
  const here = new URL(ctx.config.publicUrl).origin
  for (const found of findEntities(text)) {
    const url = found.kind === 'link' ? URL.parse(found.url) : null
    if (!url || url.origin === here || url.username !== '' || url.password !== '') continue
    url.hash = ''
    if (url.href.length <= limits.cardUrl) return url.href
  }
  return undefined
}

/** Where a post's card leads. No page is asked for what is not meant for everybody: its owner would learn of the post. */
function addressFor(ctx: Context, statusId: number): string | undefined {
  const post = postForCard(ctx.db, { id: statusId })
  if (!post || post.localOnly === 1 || (post.visibility !== 'public' && post.visibility !== 'unlisted'))
    return undefined
  const isHung = post.mediaCount > 0 || post.isAsking === 1 || post.isQuoting === 1
  return isHung || post.isTakenOff === 1 ? undefined : addressIn(ctx, post.text)
}

/** Gives a post the card of its first link, or takes that away; the page is asked a little later, once for all posts. */
export function setCard(ctx: Context, { statusId }: { statusId: number }): void {
  const url = addressFor(ctx, statusId)
  if (url === undefined) removeCard(ctx.db, { statusId })
  else linkCard(ctx, statusId, url)
  if (lostFiles(ctx.db, { most: 1 }).length > 0) ctx.queue.add('clearFiles', {})
}

function linkCard(ctx: Context, statusId: number, url: string): void {
  const known = cardByUrl(ctx.db, { url })
  const id = known?.id ?? ctx.newId()
  if (!known) insertCard(ctx.db, { id, url })
  putCard(ctx.db, { statusId, cardId: id })
  const lasts = known?.title ? limits.cardLasts : limits.cardRetry
  if (known && known.fetchedAt + lasts > ctx.now()) return
  if (!askerOf(ctx, statusId).may(url)) return
  const at = ctx.now() + randomInt(SECOND, limits.cardDelay)
  ctx.queue.add('fetchCard', { cardId: id }, { at, once: `fetchCard:${id}` })
}
