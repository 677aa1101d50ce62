import { z } from 'zod'
import { roomRefusals } from '../../../../shared/locales/en/mediation-room.ts'
import { QUOTES } from '../../../../shared/mediation/quote-moves.ts'
import type { Context } from '../../../context.ts'
import { statusesByIds } from '../../statuses/queries.ts'
import type { Loaded } from '../cases.ts'
import type { Cast } from '../cast.ts'
import { refuseField } from './refuse.ts'

const askedForm = z.object({
  /** What each side asks for now. */
  asked: z.object({ a: z.int().optional(), b: z.int().optional() }),
  /** What both said yes to. */
  yes: z.array(z.int()),
  /** What was refused or taken back, and by whom: nobody is asked twice. */
  no: z.array(z.object({ id: z.int(), by: z.enum(['a', 'b']) })),
})
/** Which posts were asked about and with which answer: sealed, since the database itself does not say. */
export type Asked = z.infer<typeof askedForm>

/** Which posts were asked about in a case; none before somebody asked, or once it is forgotten. */
export function readAsked(ctx: Context, { now }: Loaded): Asked {
  const textId = now.texts[QUOTES]
  const read = textId === undefined ? undefined : askedForm.safeParse(ctx.mediation.read(textId)).data
  return read ?? { asked: {}, yes: [], no: [] }
}

/** Of these posts those that need a yes of both and have none: private messages, and what somebody else wrote. */
export function unshownOf(ctx: Context, loaded: Loaded, cast: Cast, ids: readonly number[]): Set<number> {
  if (ids.length === 0) return new Set()
  const { yes } = readAsked(ctx, loaded)
  const rows = statusesByIds(ctx.db, { ids: JSON.stringify(ids) })
  const needs = rows.filter(
    ({ visibility, accountId }) => visibility === 'direct' || (accountId !== cast.a && accountId !== cast.b),
  )
  return new Set(needs.flatMap(({ id }) => (yes.includes(id) ? [] : [id])))
}

/** Refuses what needs a yes of both and has none. */
export function checkShown(ctx: Context, loaded: Loaded, cast: Cast, ids: readonly number[]): void {
  if (unshownOf(ctx, loaded, cast, ids).size > 0) throw refuseField('quote_ids', roomRefusals.privateQuote)
}
