import { COMMON_LANGUAGES, type CommonLanguage } from '../../../../shared/text/languages.ts'
import { OTHER_REFUSALS, REFUSALS } from './refusal-words.ts'

/** A text as it is compared: without accents and vowel points, capitals, punctuation, and the addresses it was said to. */
const plainWords = (text: string): string =>
  text
    .replaceAll(/@\S+/g, ' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

const listed = (words: readonly (string | undefined)[]): ReadonlySet<string> =>
  new Set(words.flatMap((some) => some?.split(';') ?? []).map(plainWords))

const all = [...Object.values(REFUSALS), OTHER_REFUSALS]
const noes = listed(all.map(({ no }) => no))
const stops = listed(all.map(({ stop }) => stop))

/** The language of a tag (`sq-AL`), where it is one of those in the lists. */
const languageOf = (tag: string | undefined): CommonLanguage | undefined =>
  COMMON_LANGUAGES.find((one) => one === tag?.toLowerCase().split('-')[0])

/**
 * Whether a whole message says no, or that nothing is to come any more; a question says neither. `language` is what the
 * message says of itself (BCP 47).
 */
export function refusalIn(text: string, language?: string): 'no' | 'stop' | undefined {
  if (/[?؟？;]\s*$/u.test(text)) return undefined
  const said = plainWords(text)
  const code = languageOf(language)
  const marked = code && REFUSALS[code].onlyMarked
  if (stops.has(said) || listed([marked?.stop]).has(said)) return 'stop'
  return noes.has(said) || listed([marked?.no]).has(said) ? 'no' : undefined
}
