/** What is being written before the caret: a name, a hashtag or a small picture. `start` is where its sign stands. */
export interface Token {
  sign: '@' | '#' | ':'
  word: string
  start: number
}

const begun = /(?:^|[^\p{L}\p{N}_/:@#.])([@#:])([\p{L}\p{M}\p{N}_]+(?:[@.-][\p{L}\p{N}_.:-]*)?)$/u
/** Letters after which something is offered: a colon followed by one is often none. */
const LEAST = { '@': 1, '#': 1, ':': 2 } as const

/** The name, hashtag or picture that a text ends with, while it is being written. */
export function tokenBefore(text: string): Token | undefined {
  const [, sign, word = ''] = begun.exec(text.slice(-80)) ?? []
  if (sign !== '@' && sign !== '#' && sign !== ':') return undefined
  if (word.length < LEAST[sign] || (sign !== '@' && /[@.]/.test(word))) return undefined
  return { sign, word, start: text.length - word.length - 1 }
}
