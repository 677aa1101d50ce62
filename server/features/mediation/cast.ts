import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Loaded } from './cases.ts'

const castForm = z.object({
  a: z.int(),
  b: z.int(),
  mediator: z.int().optional(),
  co_mediator: z.int().optional(),
  interpreter: z.int().optional(),
  support_a: z.int().optional(),
  support_b: z.int().optional(),
})
/** Who is in a case, by account id: sealed, since the database itself does not say. */
export type Cast = z.infer<typeof castForm>

/** Who is in a case; undefined in a draft without the other person, and once it is forgotten. */
export function readCast(ctx: Context, { now }: Loaded): Cast | undefined {
  const id = now.texts.cast
  return id === undefined ? undefined : castForm.safeParse(ctx.mediation.read(id)).data
}

/** Seals who is in a case and gives the text's id, for the event's `texts.cast`. */
export const writeCast = (ctx: Context, caseId: number, cast: Cast): number =>
  ctx.mediation.write(caseId, 'intake', cast)
