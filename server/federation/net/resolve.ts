import type { Context } from '../../context.ts'
import { decisionFor } from '../../policies/domains.ts'
import { keepActor } from '../receive/keep-actor.ts'
import { statusByUrl } from '../receive/posts/queries.ts'
import { actorByUri } from '../receive/queries.ts'
import { addressOf, hostOf } from '../vocab/json.ts'
import { fetchDocument, type Missing } from './fetch-document.ts'
import { actorNamed, checkHandle } from './resolve-actor.ts'
import { keepFetched, resolveStatus } from './resolve-status.ts'
import { readHandle } from './webfinger.ts'

/** What an address or handle of another server leads to. */
export type Resolved = { accountId?: number; statusId?: number; missing?: Missing }

/** What somebody typed or pasted: a handle, or any address of a profile or post. */
export async function resolve(ctx: Context, asked: string): Promise<Resolved> {
  const text = asked.trim()
  const handle = addressOf(text) === undefined ? readHandle(text) : undefined
  if (handle) {
    if (decisionFor(ctx.db, handle.domain).cutOff) return { missing: 'refused' }
    const row = handle.domain === hostOf(ctx.config.publicUrl) ? undefined : await actorNamed(ctx, handle)
    return row ? { accountId: row.id } : { missing: 'unreachable' }
  }
  const address = addressOf(text)
  return address === undefined ? {} : resolveAddress(ctx, address)
}

async function resolveAddress(ctx: Context, address: string): Promise<Resolved> {
  const actor = actorByUri(ctx.db, { uri: address })
  if (actor) return { accountId: actor.id }
  const status = statusByUrl(ctx.db, { url: address })
  if (status) return { statusId: status.id }
  const { document, missing } = await fetchDocument(ctx, address)
  if (!document) return { missing }
  if (document.kind === 'note') return keepFetched(ctx, document.note, { fresh: false })
  if (document.kind === 'activity') return resolveStatus(ctx, document.uri)
  if (document.kind !== 'actor') return { missing: 'unreadable' }
  const handle = await checkHandle(ctx, document.actor)
  if (!handle) return { missing: 'refused' }
  return { accountId: ctx.transact(() => keepActor(ctx, document.actor, handle)) }
}
