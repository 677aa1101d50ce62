import { languageName } from '../../../shared/text/language-name.ts'

/** Languages that many people here and elsewhere write in; one's own stand before them. */
const COMMON =
  'ar bn ca cs da de el en eo es et eu fa fi fr ga gl he hi hr hu id is it ja ko ku lt lv ms nl no pl pt ro ru sk sl sq sr sv sw ta th tl tr uk ur vi yi zh'

/** A language to post in: its code (BCP 47, the language alone), and its name in itself. */
export interface Language {
  code: string
  name: string
}

/** Every language on offer: those of this person first, then the others by name. */
export function languages(own: readonly (string | null | undefined)[]): Language[] {
  const first = [...new Set([...own, ...navigator.languages].map(baseOf).filter((code) => code !== ''))]
  const others = COMMON.split(' ')
    .filter((code) => !first.includes(code))
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
