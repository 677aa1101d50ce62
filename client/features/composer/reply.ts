import type { Visibility } from '../../../shared/api/wire.ts'

/** The part of a post that an answer to it depends on. */
export interface Answered {
  spoiler_text: string
  visibility: Visibility
  local_only?: boolean
  account: { id: string; acct: string }
  mentions: readonly { id: string; acct: string }[]
}

const RE = /^(?:\s*re\s*:\s*)+/iu

/** The warning an answer takes over: the same words after exactly one `re:`; nothing if there was no warning. */
export function carriedWarning(spoilerText: string): string {
  const words = withoutRe(spoilerText).trim()
  return words ? `re: ${words}` : ''
}

/** A warning line without any leading `re:`. */
export function withoutRe(line: string): string {
  return line.replace(RE, '')
}

/**
 * The names an answer begins with: the author, then the others who were mentioned, each once and never oneself. An
 * answer to oneself keeps only the others.
 */
export function openingMentions(answered: Answered, ownId: string | undefined): string {
  const people = [answered.account, ...answered.mentions].filter((one) => one.id !== ownId)
  const names = new Set(people.map((one) => `@${one.acct}`))
  return [...names].map((name) => `${name} `).join('')
}
