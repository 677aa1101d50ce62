import { type Case, isParty, neither, otherParty } from './case.ts'
import type { Effect } from './effect.ts'
import type { Move } from './move.ts'

const stays = [] as const
const party = ['a', 'b'] as const
// an opening is with somebody new, and nothing is asked or shown there yet
const room = ['active', 'signing', 'follow_up'] as const

/** The other side asks whether a post may be shown to both and the mediator. */
const isQuoteAsked: NonNullable<Move['when']> = (c, by) => isParty(by) && c.quoteAsks?.[otherParty(by)] === true

/** Whether there is anything that this side can take back: what it asked for, or what is shown with its yes. */
const hasQuotes: NonNullable<Move['when']> = (c, by) =>
  isParty(by) && !c.forgotten.room && (c.quotesShown === true || c.quoteAsks?.[by] === true)

/** A private message, or a post of somebody else, is shown to both only with a yes of each, which each can take back. */
export const quoteMoves = [
  {
    verb: 'ask_quote',
    by: party,
    from: ['active'],
    leads: stays,
    when: (c, by) => isParty(by) && !c.quoteAsks?.[by],
  },
  { verb: 'agree_quote', by: party, from: ['active'], leads: stays, when: isQuoteAsked },
  { verb: 'refuse_quote', by: party, from: room, leads: stays, when: isQuoteAsked },
  { verb: 'hide_quotes', by: party, from: [...room, 'closed'], leads: stays, when: hasQuotes },
] as const satisfies readonly Move[]

/** The name under which it is sealed which posts were asked about, and with which answer. */
export const QUOTES = 'quotes'

/** The yes was for this step: with another mediator or without the shared room it is asked for anew. */
export const withoutQuotes = ({ texts: { [QUOTES]: _gone, ...texts } }: Case): Partial<Case> => ({
  quoteAsks: neither,
  quotesShown: false,
  texts,
})

const answered = (c: Case, by: string): Case['quoteAsks'] =>
  by === 'a' || by === 'b' ? { ...(c.quoteAsks ?? neither), [otherParty(by)]: false } : c.quoteAsks

/** What changes when one side asks to show a post, and the other answers. */
export const quoteEffects: Partial<Record<string, Effect>> = {
  ask_quote: (c, { by }) => ({ quoteAsks: { ...(c.quoteAsks ?? neither), [by]: true } }),
  agree_quote: (c, { by }) => ({ quoteAsks: answered(c, by), quotesShown: true }),
  refuse_quote: (c, { by }) => ({ quoteAsks: answered(c, by) }),
  hide_quotes: (c, { by }) => ({ quoteAsks: { ...(c.quoteAsks ?? neither), [by]: false }, quotesShown: false }),
}
