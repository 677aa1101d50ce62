import { z } from 'zod'
import { wishes } from '../../../../shared/api/moderation.ts'
import type { Context } from '../../../context.ts'
import { openIfOurs } from '../../../core/crypto.ts'

const said = z.object({
  comment: z.string(),
  wish: z.enum(wishes),
  additions: z.array(z.object({ text: z.string(), at: z.string() })),
  /** What the form for intimate images asks: who signs, how to reach them, where it is, that it is said in good faith. */
  form: z.object({ signature: z.string(), contact: z.string(), place: z.string() }).optional(),
})
/** What a reporter wrote, as it is sealed. */
export type Said = z.infer<typeof said>

/** Seals what a reporter wrote. */
export const sealSaid = (ctx: Context, content: Said): Buffer => ctx.vault.seal(JSON.stringify(content))

const lost: Said = { comment: '', wish: 'unsure', additions: [] }

/** Opens what {@link sealSaid} sealed; nothing where the key is lost. */
export function openSaid(ctx: Context, sealed: Buffer): Said {
  const text = openIfOurs(ctx.vault, sealed)
  return text === undefined ? lost : said.parse(JSON.parse(text))
}
