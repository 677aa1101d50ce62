import type { Context } from '../../context.ts'
import type { Said } from '../../core/fetch/outbound.ts'
import { decisionFor } from '../../policies/domains.ts'
import { handOf } from '../crypto/sign.ts'
import { readInThread } from '../receive/reader.ts'
import type { Document } from '../vocab/activity.ts'
import { addressOf, hostOf } from '../vocab/json.ts'

/** Why there is no document: it was deleted there, its server cannot be asked or says no, or it is none that counts. */
export type Missing = 'gone' | 'unreachable' | 'refused' | 'unreadable'

/** A document from its own address, or why there is none. */
export type Fetched = { document: Document; missing?: undefined } | { document?: undefined; missing: Missing }

const accept = 'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"'

/** Whether an answer says of itself that it is ActivityPub: anything else may be what somebody uploaded there. */
export const isActivityType = (type: unknown): boolean => {
  const [main = '', ...parameters] = String(type ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  if (main === 'application/activity+json') return true
  const profile = parameters.find((part) => part.startsWith('profile='))
  return main === 'application/ld+json' && (profile?.includes('https://www.w3.org/ns/activitystreams') ?? false)
}

/** Asks for an address, signed as the server itself; undefined where it cannot be asked. */
async function ask(ctx: Context, address: string): Promise<Said | undefined> {
  try {
    const sign = await handOf(ctx, 0)
    const headers = (url: URL) => ({ accept, ...sign({ method: 'GET', url }) })
    return await ctx.outbound.ask(address, { headers })
  } catch {
    return undefined
  }
}

const withoutFragment = (address: string) => {
  const url = URL.parse(address)
  if (url) url.hash = ''
  return url?.href
}

/** Whether two addresses are the same one. */
export const isSameAddress = (a: string, b: string): boolean => {
  const one = withoutFragment(a)
  return one !== undefined && one === withoutFragment(b)
}

/** The way to the document that a page names in its head. */
function alternateIn(said: Said): string | undefined {
  if (!String(said.headers['content-type'] ?? '').startsWith('text/html')) return undefined
  for (const [tag] of said.body.toString('utf8', 0, 100_000).matchAll(/<link\s[^>]{1,2000}>/gi)) {
    if (!/rel=["']?alternate/i.test(tag) || !/application\/activity\+json/i.test(tag)) continue
    const href = /href=["']([^"']+)["']/i.exec(tag)?.[1]
    return addressOf(href?.replaceAll('&amp;', '&'))
  }
  return undefined
}

/**
 * What is at an address, only where it names itself by the address that it came from in the end: a document that gives
 * another one is asked for there, once. Signed as the server itself.
 */
export async function fetchDocument(ctx: Context, address: string): Promise<Fetched> {
  return fetchOnce(ctx, address, 1)
}

async function fetchOnce(ctx: Context, address: string, more: number): Promise<Fetched> {
  if (addressOf(address) === undefined || hostOf(address) === hostOf(ctx.config.publicUrl))
    return { missing: 'unreadable' }
  if (decisionFor(ctx.db, hostOf(address)).cutOff) return { missing: 'refused' }
  const said = await ask(ctx, address)
  if (!said || said.status >= 500) return { missing: 'unreachable' }
  if (said.status === 410 || said.status === 404) return { missing: 'gone' }
  if (said.status !== 200) return { missing: 'refused' }
  if (decisionFor(ctx.db, said.url.host).cutOff) return { missing: 'refused' }
  if (!isActivityType(said.headers['content-type'])) {
    const other = more > 0 ? alternateIn(said) : undefined
    return other === undefined ? { missing: 'unreadable' } : fetchOnce(ctx, other, more - 1)
  }
  const { document } = await readInThread({ kind: 'document', body: said.body })
  if (!document) return { missing: 'unreadable' }
  if (document.kind === 'tombstone') return { missing: 'gone' }
  if (isSameAddress(document.uri, said.url.href)) return { document }
  return more > 0 ? fetchOnce(ctx, document.uri, more - 1) : { missing: 'unreadable' }
}
