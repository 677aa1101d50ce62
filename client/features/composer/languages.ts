import { languageName } from '../../../shared/text/language-name.ts'
import { COMMON_LANGUAGES } from '../../../shared/text/languages.ts'

/** A language to post in: its code (BCP 47, the language alone), and its name in itself. */
export interface Language {
  code: string
  name: string
}

/** Every language on offer: those of this person first, then the others by name. */
export function languages(own: readonly (string | null | undefined)[]): Language[] {
  const first = [...new Set([...own, ...navigator.languages].map(baseOf).filter((code) => code !== ''))]
  const others = COMMON_LANGUAGES.filter((code) => !first.includes(code))
    .map(named)
    .sort((one, other) => one.name.localeCompare(other.name))
  return [...first.map(named), ...others]
}

/** The language to begin with: what the person last chose in their settings, else the browser's. */
export function ownLanguage(chosen: string | null | undefined): string {
  return baseOf(chosen) || baseOf(navigator.language) || 'en'
}

function named(code: string): Language {
  return { code, name: languageName(code) }
}

function baseOf(tag: string | null | undefined): string {
  try {
    return tag ? new Intl.Locale(tag).language : ''
  } catch {
    return ''
  }
}
