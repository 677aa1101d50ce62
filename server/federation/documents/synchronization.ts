import { createHash } from 'node:crypto'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { actorUri, followersUri } from '../addresses.ts'
import { followersAt, hostOfAccount } from './queries.ts'
import type { Asker } from './read.ts'
import { inContext, type Json } from './words.ts'

/** The sum of all addresses, whatever their order: SHA-256 of each, put together by XOR (FEP-8fcf). */
export function digestOf(uris: readonly string[]): string {
  const sum = Buffer.alloc(32)
  for (const uri of uris) {
    for (const [at, byte] of createHash('sha256').update(uri).digest().entries()) sum[at] = (sum[at] ?? 0) ^ byte
  }
  return sum.toString('hex')
}

/** What a server is told of our list of its people who follow somebody, so that both can see whether they agree. */
export function synchronizationHeader(ctx: Context, accountId: number, host: string): string {
  const uris = followersAt(ctx.db, { accountId, host }).flatMap(({ uri }) => uri ?? [])
  const id = followersUri(ctx, accountId)
  return `collectionId="${id}", url="${actorUri(ctx, accountId)}/followers_synchronization", digest="${digestOf(uris)}"`
}

/** A server's own people who follow somebody here, for that server alone. Throws 404 for who does not sign. */
export function followersOfAsker(ctx: Context, accountId: number, asker: Asker): Json {
  const host = asker === undefined ? undefined : hostOfAccount(ctx.db, { id: asker })?.host
  if (host === undefined) throw notFound()
  const items = followersAt(ctx.db, { accountId, host }).flatMap(({ uri }) => uri ?? [])
  const id = `${actorUri(ctx, accountId)}/followers_synchronization`
  return inContext({ id, type: 'OrderedCollection', totalItems: items.length, orderedItems: items })
}
