import { z } from 'zod'
import type { MediationQuote } from '../../../../shared/api/mediation.ts'
import { actionTexts } from '../../../../shared/locales/en/mediation-actions.ts'
import { roomRefusals, roomTexts } from '../../../../shared/locales/en/mediation-room.ts'
import { isParty, otherParty, type Party } from '../../../../shared/mediation/case.ts'
import { QUOTES } from '../../../../shared/mediation/quote-moves.ts'
import type { Context } from '../../../context.ts'
import { conflict, notFound } from '../../../core/errors.ts'
import { id } from '../../../http/forms.ts'
import { append } from '../cases.ts'
import { type Cast, readCast } from '../cast.ts'
import { tell } from '../notices.ts'
import type { Seat } from '../seats.ts'
import { verb } from '../verb.ts'
import { choiceField, lineField, ticked, tickField } from './fields.ts'
import { checkQuotes } from './post.ts'
import { quotable } from './quotable.ts'
import { presentQuotes } from './quotes.ts'
import { refuseField } from './refuse.ts'
import { type Asked, readAsked, unshownOf } from './shown.ts'

/** A post by its id, or by its address, which ends with it. */
const post = z.preprocess(
  (given) => (typeof given === 'string' ? idIn(given.trim()) : (given ?? undefined)),
  id.optional(),
)
const idIn = (text: string) => (text === '' ? undefined : (/(\d{1,16})\/?$/.exec(text)?.[1] ?? text))

type Sides = { cast: Cast; me: Party; asked: Asked }

function sidesOf(ctx: Context, seat: Seat): Sides {
  const cast = readCast(ctx, seat.case)
  if (!cast || !isParty(seat.role)) throw notFound()
  return { cast, me: seat.role, asked: readAsked(ctx, seat.case) }
}

const excerpt = ({ author, text }: MediationQuote) => roomTexts.quoteOf(author, (text ?? '').slice(0, 140))

/** What this side can ask for: of what it may show the mediator, what is not shown and was not refused to it. */
function askable(ctx: Context, seat: Seat): Record<string, string> {
  const { cast, me, asked } = sidesOf(ctx, seat)
  const known = quotable(ctx, seat, cast)
  const ids = known.map((quote) => Number(quote.id))
  const wait = unshownOf(ctx, seat.case, cast, ids)
  const refused = new Set(asked.no.filter(({ by }) => by !== me).map((one) => one.id))
  const open = [...wait].filter((one) => !refused.has(one))
  const both = presentQuotes(ctx, open, [cast.a, cast.b])
  return Object.fromEntries(both.flatMap((quote) => (quote.text === null ? [] : [[quote.id, excerpt(quote)]])))
}

/** Seals what was asked and answered, and notes that it was, without saying which post. */
function note(ctx: Context, seat: Seat, verbName: string, asked: Asked): void {
  const texts = { [QUOTES]: ctx.mediation.write(seat.case.id, 'room', asked) }
  const waits = verbName === 'ask_quote' && isParty(seat.role) ? [otherParty(seat.role)] : []
  ctx.transact(() => {
    append(ctx, seat.case.id, seat.role, verbName, { texts, waits })
    tell(ctx, seat.case, waits)
  })
}

const askQuote = verb({
  ...actionTexts.ask_quote,
  form: z.object({ status_id: post, address: post }),
  fields(ctx, seat) {
    const options = askable(ctx, seat)
    const known = Object.keys(options).length === 0 ? [] : [choiceField('status_id', options, { required: false })]
    return [...known, lineField('address', known.length === 0)]
  },
  run(ctx, seat, form) {
    const { cast, me, asked } = sidesOf(ctx, seat)
    const wanted = form.status_id ?? form.address
    const field = form.status_id === undefined ? 'address' : 'status_id'
    if (wanted === undefined) throw refuseField(field, roomRefusals.whichPost, 'ERR_BLANK')
    checkQuotes(ctx, [wanted], [cast.a, cast.b], field)
    if (asked.no.some((one) => one.id === wanted && one.by !== me)) throw refuseField(field, roomRefusals.quoteRefused)
    if (!unshownOf(ctx, seat.case, cast, [wanted]).has(wanted)) throw refuseField(field, roomRefusals.needsNoYes)
    note(ctx, seat, 'ask_quote', { ...asked, asked: { ...asked.asked, [me]: wanted } })
  },
})

/** The post that the other side asks about. Throws 409 where it is gone. */
function askedPost(ctx: Context, seat: Seat): Sides & { about: number; rest: Asked['asked'] } {
  const sides = sidesOf(ctx, seat)
  const { [otherParty(sides.me)]: about, ...rest } = sides.asked.asked
  if (about === undefined) throw conflict(roomRefusals.gone)
  return { ...sides, about, rest }
}

const mayShow = ({ author, pictures }: MediationQuote, text: string) => roomTexts.mayShow(author, text, pictures.length)

const agreeQuote = verb({
  ...actionTexts.agree_quote,
  form: z.object({ read: ticked }),
  // the post itself is in front of this side alone: nothing of it is anywhere else yet
  fields(ctx, seat) {
    const { cast, about } = askedPost(ctx, seat)
    const [quote] = presentQuotes(ctx, [about], [cast.a, cast.b])
    const label = quote && quote.text !== null ? mayShow(quote, quote.text) : roomTexts.goneQuote
    return [{ ...tickField('read'), label }]
  },
  run(ctx, seat) {
    const { asked, about, rest } = askedPost(ctx, seat)
    note(ctx, seat, 'agree_quote', { ...asked, asked: rest, yes: [...asked.yes, about] })
  },
})

const refuseQuote = verb({
  ...actionTexts.refuse_quote,
  form: z.object({}),
  run(ctx, seat) {
    const { asked, me, about, rest } = askedPost(ctx, seat)
    note(ctx, seat, 'refuse_quote', { ...asked, asked: rest, no: [...asked.no, { id: about, by: me }] })
  },
})

const hideQuotes = verb({
  ...actionTexts.hide_quotes,
  form: z.object({}),
  run(ctx, seat) {
    const { asked, me } = sidesOf(ctx, seat)
    const { [me]: _own, ...rest } = asked.asked
    const no = [...asked.no, ...asked.yes.map((one) => ({ id: one, by: me }))]
    note(ctx, seat, 'hide_quotes', { asked: rest, yes: [], no })
  },
})

/** Private messages and posts of others: shown to both and the mediator only where both said yes, as long as both do. */
export const quoteVerbs = {
  ask_quote: askQuote,
  agree_quote: agreeQuote,
  refuse_quote: refuseQuote,
  hide_quotes: hideQuotes,
}
