import type { EvidenceHead, EvidenceItem } from '../../../shared/api/evidence.ts'
import type { Context } from '../../context.ts'
import { sha256Hex } from '../../core/crypto.ts'
import type { Copy } from './collect.ts'

/** What is sealed in a bundle's row. */
export type Content = { head: EvidenceHead; items: EvidenceItem[]; missing: string[]; sha256: string }

/**
 * Chains copies: the first hash is of the head as JSON, each next one of the hash before it, followed by the item as
 * JSON. A changed, added or missing item changes every hash after it.
 */
export function chain(head: EvidenceHead, copies: readonly Copy[]): Pick<Content, 'items' | 'sha256'> {
  const items: EvidenceItem[] = []
  let sha256 = sha256Hex(JSON.stringify(head))
  for (const copy of copies) {
    sha256 = sha256Hex(sha256 + JSON.stringify(copy))
    items.push({ ...copy, sha256 })
  }
  return { items, sha256 }
}

/** Seals a bundle for its row. */
export const seal = (ctx: Context, content: Content): Buffer => ctx.vault.seal(JSON.stringify(content))

/** Opens what {@link seal} sealed. */
export const open = (ctx: Context, sealed: Buffer): Content =>
  // only `seal` writes these rows, and the vault refuses every other
  JSON.parse(ctx.vault.open(sealed)) as Content
