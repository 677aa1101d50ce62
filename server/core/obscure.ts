/**
 * A server's name with its middle letters left out: `bad.example` as `ba*.ex***le`, as Mastodon does. The same wherever
 * it is said, since two ways would give away between them what each leaves out.
 */
export function obscure(domain: string): string {
  const from = Math.floor(domain.length / 4)
  const until = domain.length - from
  return [...domain].map((letter, at) => (at >= from && at < until && letter !== '.' ? '*' : letter)).join('')
}
