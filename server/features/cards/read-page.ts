import { Parser } from 'htmlparser2'
import { limits } from '../../limits.ts'

/** What a page says about itself: plain words, and the address of a picture as it stands there. */
export type Said = {
  title: string
  description: string
  site: string
  author: string
  imageAlt: string
  image?: string
  language?: string
  publishedAt?: number
}

const charsetIn = (text: string) => /charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(text)?.[1]

/** Where a page names its own encoding, it does so within these bytes (HTML, "determining the character encoding"). */
const SNIFFED = 1024

const marks: readonly [string, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
]

/** The text of a page by its first bytes, its header or its own word, in this order, else UTF-8. */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const marked = marks.find(([, mark]) => mark.every((byte, n) => bytes[n] === byte))?.[0]
  const own = () => charsetIn(new TextDecoder('latin1').decode(bytes.subarray(0, SNIFFED)))
  const named = marked ?? charsetIn(contentType) ?? own() ?? 'utf-8'
  try {
    return new TextDecoder(named).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

/** Words in one line, without signs that are not seen or that turn the direction of what follows, and cut. */
function tidy(text: string | undefined, most: number): string {
  const seen = (text ?? '')
    .slice(0, most * 4)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim()
  const signs = [...seen]
  return signs.length > most
    ? `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : seen
}

/** The metas of a page's head by their names, the first of each, with its title and its language. */
function metasOf(page: string): Map<string, string> {
  const metas = new Map<string, string>()
  const keep = (name: string, value: string) => {
    if (value.trim() !== '' && !metas.has(name)) metas.set(name, value)
  }
  let title: string | undefined
  const parser = new Parser({
    onopentag(tag, { property, name, content = '', lang = '' }) {
      if (tag === 'html') keep('lang', lang)
      if (tag === 'meta') keep((property ?? name ?? '').trim().toLowerCase(), content)
      if (tag === 'title' && title === undefined) title = ''
    },
    ontext(text) {
      if (title !== undefined && !metas.has('title')) title += text
    },
    onclosetag(tag) {
      if (tag === 'title' && title) keep('title', title)
    },
  })
  const head = page.search(/<\/head[\s>]/i)
  parser.end(head < 0 ? page : page.slice(0, head))
  return metas
}

/** A time that is one, and that a date can show. */
function timeIn(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? '')
  return Number.isFinite(time) && time > 0 && time < 8e12 ? time : undefined
}

/** Reads what a page says about itself (https://ogp.me, else its title and description). None of it is HTML any more. */
export function readPage(page: string): Said {
  const metas = metasOf(page)
  const first = (...names: string[]) => names.map((name) => metas.get(name)).find((value) => value !== undefined)
  const author = first('author', 'article:author')
  const language = first('lang', 'og:locale')?.slice(0, 2).toLowerCase()
  return {
    title: tidy(first('og:title', 'twitter:title', 'title'), limits.cardTitle),
    description: tidy(first('og:description', 'twitter:description', 'description'), limits.cardText),
    site: tidy(first('og:site_name', 'application-name'), limits.cardName),
    // some put an address there
    author: author?.includes('://') ? '' : tidy(author, limits.cardName),
    image: first('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image')?.trim(),
    imageAlt: tidy(first('og:image:alt', 'twitter:image:alt'), limits.cardText),
    language: /^[a-z]{2}$/.test(language ?? '') ? language : undefined,
    publishedAt: timeIn(first('article:published_time')),
  }
}
