import { escapeHtml } from '../../shared/text/escape.ts'

/** HTML that may be sent as it is. */
export type Safe = { readonly html: string }

/** Marks HTML that was made or sanitised by us. */
export const raw = (html: string): Safe => ({ html })

type Part = string | number | Safe | false | undefined | null | readonly Part[]

function render(part: Part): string {
  if (part === false || part === undefined || part === null) return ''
  if (Array.isArray(part)) return part.map(render).join('')
  if (typeof part === 'object' && 'html' in part) return part.html
  return escapeHtml(String(part))
}

/** HTML with every value escaped, but for what is {@link Safe}; lists are joined, false and undefined are nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Safe {
  return raw(strings.reduce((text, piece, index) => text + render(parts[index - 1]) + piece))
}

/** Whether a value is HTML that may be sent. */
export const isSafe = (value: unknown): value is Safe =>
  typeof value === 'object' && value !== null && 'html' in value && typeof value.html === 'string'
