import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { openIfOurs } from '../../../core/crypto.ts'

const told = z.object({
  /** What the person reads: what happened, and why that breaks a rule. */
  statement: z.string(),
  /** What colleagues read beside. */
  reason: z.string(),
  /** The words and topics of a warning, and the post as it was. */
  words: z.string().optional(),
  topics: z.array(z.string()).optional(),
  post: z.string().optional(),
})
/** The words of something that was done, as they are sealed. */
export type Told = z.infer<typeof told>

/** Seals the words of something that was done. */
export const sealTold = (ctx: Context, content: Told): Buffer => ctx.vault.seal(JSON.stringify(content))

/** Opens what {@link sealTold} sealed; nothing where the key is lost. */
export function openTold(ctx: Context, sealed: Buffer): Told {
  const text = openIfOurs(ctx.vault, sealed)
  return text === undefined ? { statement: '', reason: '' } : told.parse(JSON.parse(text))
}
