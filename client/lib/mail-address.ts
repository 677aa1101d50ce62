/** Whether a text has the form of a mail address. Whether it exists, only a mail can show. */
export function looksLikeMail(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim())
}

/** The part behind the @, lower case; empty while it is not typed yet. */
export function domainOf(address: string): string {
  return address.trim().split('@')[1]?.toLowerCase() ?? ''
}

/**
 * Whether a domain is one of `patterns`: `msn.com` is itself, and in `hotmail.*` the star stands for one or more
 * labels, as in `hotmail.com` and `hotmail.co.uk`.
 */
export function matchesDomain(domain: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const source = pattern
      .toLowerCase()
      .split('.')
      .map((label) => (label === '*' ? '[^.]+(?:\\.[^.]+)*' : escaped(label)))
      .join('\\.')
    return new RegExp(`^${source}$`).test(domain)
  })
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
