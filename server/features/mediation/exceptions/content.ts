import { z } from 'zod'
import type { Context } from '../../../context.ts'
import type { ExceptionRow } from './queries.ts'

const contentForm = z.object({
  /** Why, in the words of whoever asked; for danger, the few facts. */
  reason: z.string(),
  by: z.int(),
  agreed: z.array(z.int()),
  /** The law forbids that the two sides are told. */
  silent: z.boolean(),
  /** Who is in danger, and whether it is safe to tell them. */
  party: z.enum(['a', 'b', 'other']).optional(),
  tell: z.boolean().optional(),
  /** Who opened the room, and when. */
  reads: z.array(z.object({ by: z.int(), at: z.int() })),
})
/** What is sealed of an exception. */
export type ExceptionContent = z.infer<typeof contentForm>

/** Seals it. */
export const sealException = (ctx: Context, content: ExceptionContent): Buffer =>
  ctx.vault.seal(JSON.stringify(content))

/** Opens it. */
export const openException = (ctx: Context, { sealed }: Pick<ExceptionRow, 'sealed'>): ExceptionContent =>
  contentForm.parse(JSON.parse(ctx.vault.open(sealed)))
