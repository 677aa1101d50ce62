import { escapeHtml } from '../../shared/text/escape.ts'

/** HTML that may be sent as it is. A class, so that nothing which came from outside can look like it. */
export class Safe {
  readonly html: string
  readonly #made = true

  constructor(html: string) {
    this.html = html
  }

  /** Whether a value was made here. */
  static is(value: unknown): value is Safe {
    return typeof value === 'object' && value !== null && #made in value
  }
}

/** Marks HTML that was made or sanitised by us. */
export const raw = (html: string): Safe => new Safe(html)

type Part = string | number | Safe | false | undefined | null | readonly Part[]

function render(part: Part): string {
  if (part === false || part === undefined || part === null) return ''
  if (Array.isArray(part)) return part.map(render).join('')
  if (Safe.is(part)) return part.html
  return escapeHtml(String(part))
}

/** HTML with every value escaped, but for what is {@link Safe}; lists are joined, false and undefined are nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Safe {
  return raw(strings.reduce((text, piece, index) => text + render(parts[index - 1]) + piece))
}

/** Whether a value is HTML that may be sent. */
export const isSafe = Safe.is
