import type { EvidenceHead, EvidenceItem } from '../../../shared/api/evidence.ts'
import type { Context } from '../../context.ts'
import { openIfOurs, sha256Hex } from '../../core/crypto.ts'
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

/** Opens what {@link seal} sealed, and proves its chain; undefined where a byte of it is another one. */
export function openIntact(ctx: Context, sealed: Buffer): Content | undefined {
  const text = openIfOurs(ctx.vault, sealed)
  if (text === undefined) return undefined
  // only `seal` writes these rows, and the vault refuses every other
  const content = JSON.parse(text) as Content
  const again = chain(
    content.head,
    content.items.map(({ sha256: _own, ...copy }) => copy),
  )
  const same =
    again.sha256 === content.sha256 && again.items.every((item, n) => item.sha256 === content.items[n]?.sha256)
  return same ? content : undefined
}
