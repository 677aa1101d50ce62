import type { Context } from '../../context.ts'
import { hashOfDigest } from '../../policies/blocks.ts'
import { putAddress } from './queries.ts'

/** Lets nobody join with this address any more, until a time (ms; null: for good); in a transaction. */
export function blockDigest(ctx: Context, digest: string, expiresAt: number | null): void {
  const hash = hashOfDigest(ctx, digest)
  putAddress(ctx.db, { id: ctx.newId(), hash, digest: ctx.vault.seal(digest), now: ctx.now(), expiresAt })
}
