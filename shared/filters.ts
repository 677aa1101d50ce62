/** A word or phrase to look for; a whole one is no part of a longer word. */
export interface Keyword {
  keyword: string
  wholeWord: boolean
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

const inWord = '[\\p{L}\\p{M}\\p{N}_]'
const startsAsWord = /^[\p{L}\p{M}\p{N}_]/u
const endsAsWord = /[\p{L}\p{M}\p{N}_]$/u

/** Where a keyword begins and ends, as far as it consists of letters there; its case and its width do not count. */
export function patternOf({ keyword, wholeWord }: Keyword): RegExp {
  const plain = keyword.normalize('NFKC').trim()
  const before = wholeWord && startsAsWord.test(plain) ? `(?<!${inWord})` : ''
  const after = wholeWord && endsAsWord.test(plain) ? `(?!${inWord})` : ''
  return new RegExp(before + escaped(plain).replace(/\s+/g, '\\s+') + after, 'iu')
}

/** The form of a text in which keywords are looked for. */
export const readable = (...texts: readonly string[]): string => texts.join('\n').normalize('NFKC')
