import { createHash } from 'node:crypto'
import type { Context } from '../../context.ts'
import { putAddress } from './queries.ts'

/** An address without what a provider ignores: capitals, dots, and all from a plus on, as Mastodon has it. */
export function canonical(address: string): string {
  const at = address.lastIndexOf('@')
  const [name = ''] = address.slice(0, at).toLowerCase().replaceAll('.', '').split('+')
  return `${name}@${address.slice(at + 1).toLowerCase()}`
}

/** The SHA-256 by which programs know an address, however it is spelled. */
export const digestOf = (address: string) => createHash('sha256').update(canonical(address)).digest('hex')

/** The keyed fingerprint under which a digest is kept. */
export const hashOfDigest = (ctx: Context, digest: string) => ctx.vault.fingerprint('canonical-email', digest)

/** Lets nobody join with this address any more, until a time (ms; null: for good); in a transaction. */
export function blockDigest(ctx: Context, digest: string, expiresAt: number | null): void {
  const hash = hashOfDigest(ctx, digest)
  putAddress(ctx.db, { id: ctx.newId(), hash, digest: ctx.vault.seal(digest), now: ctx.now(), expiresAt })
}
