/** Adds where to go afterwards: `/login?next=%2Fhome`. */
export function withNext(path: string, next: string): string {
  return `${path}?next=${encodeURIComponent(next)}`
}

/** Where to go afterwards, from `?next=`: only an address of this site, else `fallback`. */
export function safeNext(next: string | undefined, fallback: string): string {
  if (!next?.startsWith('/') || next.startsWith('//') || next.includes('\\')) return fallback
  const url = URL.canParse(next, location.origin) ? new URL(next, location.origin) : undefined
  return url?.origin === location.origin ? url.pathname + url.search + url.hash : fallback
}
