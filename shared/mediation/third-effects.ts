import { type Both, type Case, isParty, neither, type Third } from './case.ts'
import type { Effect } from './effect.ts'

/** One mediator alone. */
export const alone = { co: undefined, pair: undefined } as const

/** Two are asked, one chosen by each side: what both sides said yes to by their marks. */
export const asPair: Partial<Case> = {
  co: { stands: 'agreed', yes: { a: true, b: true }, learns: false },
  pair: { mediator: false, co_mediator: false },
}

/** A consent holds for one step: at the next one both sides are asked about the interpreter again. */
export const askedAnew = ({ interpreter }: Case): Partial<Case> =>
  interpreter ? { interpreter: { ...interpreter, stands: 'asked', yes: neither }, toInterpret: [] } : {}

/** Somebody beside the mediator is gone. */
export const thirdGone = (third: 'co_mediator' | 'interpreter' | undefined): Partial<Case> =>
  third === 'interpreter' ? { interpreter: undefined, toInterpret: [] } : { co: undefined }

/** Of two mediators both have to say yes before it begins. */
export const take: Effect = ({ pair, co }, { by }) => {
  const begins = { state: 'opening', signedRules: neither } as const
  if (!pair || !co || (by !== 'mediator' && by !== 'co_mediator')) return begins
  const taken = { ...pair, [by]: true }
  if (!taken.mediator || !taken.co_mediator) return { pair: taken, state: 'matching' }
  return { ...begins, pair: taken, co: { ...co, stands: 'in' } }
}

/** Somebody named: whoever of the two sides names them says yes by that. */
const named = (by: string): Third => ({
  stands: 'asked',
  yes: { ...neither, ...(by === 'a' || by === 'b' ? { [by]: true } : {}) },
})

/** One more yes; with both, they are asked, or there again where they came before. */
function agreed<T extends Third>(third: T, by: keyof Both): T {
  const yes = { ...third.yes, [by]: true }
  return { ...third, yes, ...(yes.a && yes.b && { stands: third.came ? 'in' : 'agreed' }) }
}

const withoutMessage = ({ toInterpret = [] }: Case, messageId: number | undefined): number[] =>
  toInterpret.filter((id) => id !== messageId)

/** What changes with a second mediator and an interpreter. */
export const thirdEffects: Partial<Record<string, Effect>> = {
  name_co: (_, { by, data }) => ({ co: { ...named(by), learns: data.learns === true } }),
  agree_co: (c, { by }) => (c.co && isParty(by) ? { co: agreed(c.co, by) } : {}),
  refuse_co: () => thirdGone('co_mediator'),
  accept_co: (c) => (c.co ? { co: { ...c.co, stands: 'in' } } : {}),
  name_interpreter: (_, { by }) => ({ interpreter: named(by), toInterpret: [] }),
  agree_interpreter: (c, { by }) => (c.interpreter && isParty(by) ? { interpreter: agreed(c.interpreter, by) } : {}),
  refuse_interpreter: () => thirdGone('interpreter'),
  accept_interpreter: (c) => (c.interpreter ? { interpreter: { ...c.interpreter, stands: 'in', came: true } } : {}),
  ask_interpreter: (c, { data }) => ({ toInterpret: [...withoutMessage(c, data.messageId), data.messageId ?? 0] }),
  interpret: (c, { data }) => ({ toInterpret: withoutMessage(c, data.messageId) }),
  third_gone: (_, { data }) => thirdGone(data.third),
}
