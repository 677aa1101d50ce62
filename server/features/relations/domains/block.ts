import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { invalidFields } from '../../../core/errors.ts'
import { readPage, type Wish } from '../../../http/pages.ts'
import { limits } from '../../../limits.ts'
import { domainKey } from '../../../policies/domains.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { endFollow } from '../end-follow.ts'
import { countDomainBlocks, domainBlocksOf, followsWith, putDomainBlock, removeDomainBlock } from './queries.ts'

/** A server by its name. */
export const domainForm = z.object({ domain: z.string().max(260) })

const refuse = (description: string) => invalidFields({ domain: [{ error: 'ERR_INVALID', description }] })

/** Blocks a server for oneself: nobody there is seen, heard of or followed any more, in either direction. Throws 422. */
export function blockDomain(ctx: Context, { accountId: me }: Viewer, typed: string): void {
  const domain = domainKey(typed)
  if (domain === '' || domain === new URL(ctx.config.publicUrl).host) throw refuse('This is not the name of a server.')
  ctx.transact(() => {
    if ((countDomainBlocks(ctx.db, { accountId: me, most: limits.domainBlocks })?.count ?? 0) >= limits.domainBlocks) {
      throw refuse(`More than ${limits.domainBlocks} servers cannot be blocked.`)
    }
    putDomainBlock(ctx.db, { id: ctx.newId(), accountId: me, domain, now: ctx.now() })
    for (const pair of followsWith(ctx.db, { me, domain })) {
      endFollow(ctx, pair, me)
    }
  })
}

/** Ends that; the follows that it ended do not come back. */
export function unblockDomain(ctx: Context, { accountId }: Viewer, domain: string): void {
  removeDomainBlock(ctx.db, { accountId, domain: domainKey(domain) })
}

/** The servers that one blocks. */
export const readDomainBlocks = (ctx: Context, { accountId }: Viewer, wish: Wish) =>
  readPage(
    wish,
    (range) => domainBlocksOf(ctx.db, { accountId }, range),
    (rows) => rows.map(({ cursor, domain }) => ({ cursor, item: domain })),
  )
