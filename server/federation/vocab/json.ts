import { limits } from '../../limits.ts'

/** A JSON object from elsewhere, of which nothing is known yet. */
export type Thing = Readonly<Record<string, unknown>>

/** Whether a value is an object with named parts. */
export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether what was read stays within the depth and width that are taken; walked without recursion. */
export function isWithin(value: unknown): boolean {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 1 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth > limits.federatedDepth) return false
    const parts: unknown[] = Array.isArray(next.value) ? next.value : Object.values(next.value)
    if (parts.length > limits.federatedWidth) return false
    for (const part of parts) waiting.push({ value: part, depth: next.depth + 1 })
  }
  return true
}

/** Bytes as JSON. Throws for what is none. */
export const readJson = (body: Uint8Array): unknown =>
  JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))

/** What an activity is about, as it stands in its bytes. */
export function objectIn(body: Uint8Array): unknown {
  const activity = readJson(body)
  return isThing(activity) ? listOf(activity.object)[0] : undefined
}

/** The parts of a value that may be one, several or none. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

/** A text, or undefined for what is none; lone surrogates are mended, NUL is taken out. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : undefined

/** One line of text of at most `most` characters. */
export function lineOf(value: unknown, most: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const line = (textOf(value) ?? '').replace(/[\x00-\x1f\x7f\s]+/g, ' ').trim()
  return line.length > most ? [...line.slice(0, most * 2)].slice(0, most).join('') : line
}

/** The address that a text is, where it is one of the web and not too long. */
export function addressOf(value: unknown): string | undefined {
  const text = textOf(value)?.trim()
  if (text === undefined || text.length > limits.federatedAddress) return undefined
  const url = URL.parse(text)
  const isWeb = url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.host !== ''
  return isWeb && url.username === '' && url.password === '' ? text : undefined
}

/** The address that names a thing, which is given whole, by its address, or as a link. */
export function idOf(value: unknown): string | undefined {
  const [one] = listOf(value)
  if (!isThing(one)) return addressOf(one)
  return addressOf(one.id) ?? (typeOf(one) === 'Link' ? addressOf(one.href) : undefined)
}

/** The addresses that name several things. */
export const idsOf = (value: unknown): string[] => listOf(value).flatMap((one) => idOf(one) ?? [])

/** The type of a thing in its short form. */
export function typeOf(value: unknown): string {
  if (!isThing(value)) return ''
  const [type] = listOf(value.type).filter((one) => typeof one === 'string')
  return String(type ?? '').replace(/^(as:|https:\/\/www\.w3\.org\/ns\/activitystreams#)/, '')
}

/** Of several links, the page that people read; of one, its address. */
export function pageOf(value: unknown): string | undefined {
  const links = listOf(value).map((one) =>
    isThing(one) ? { url: addressOf(one.href), kind: textOf(one.mediaType) } : { url: addressOf(one), kind: undefined },
  )
  const html = links.find(({ url, kind }) => url !== undefined && kind?.startsWith('text/html'))
  return (html ?? links.find(({ url }) => url !== undefined))?.url
}

/** A whole number of at least 0. */
export const countOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined

/** A time in ms since 1970, between then and the year 9999. */
export function timeOf(value: unknown): number | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isFinite(at) && at >= 0 && at < 253_402_300_800_000 ? at : undefined
}

/** The host of an address with its port, as it is compared. */
export const hostOf = (address: string): string => URL.parse(address)?.host ?? ''

/** Whether two things come from one server. */
export const isOneOrigin = (a: string, b: string): boolean => {
  const [one, other] = [URL.parse(a), URL.parse(b)]
  return one !== null && other !== null && one.origin === other.origin && one.host !== ''
}

const openToAll = new Set(['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public'])

/** The addresses of an audience, and whether everybody is in it. */
export function audienceOf(value: unknown): { everybody: boolean; named: string[] } {
  const names = listOf(value).map((one) => (isThing(one) ? textOf(one.id) : textOf(one)))
  const named = names
    .filter((name) => name !== undefined && !openToAll.has(name))
    .flatMap((name) => addressOf(name) ?? [])
  return { everybody: names.some((name) => name !== undefined && openToAll.has(name)), named: [...new Set(named)] }
}
