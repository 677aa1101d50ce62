import { Parser } from 'htmlparser2'
import sanitizeHtml from 'sanitize-html'
import { isThing, type Thing, textOf } from './json.ts'

const classes = [/^(h|p|u|dt|e)-[a-z-]+$/, 'mention', 'hashtag', 'ellipsis', 'invisible', 'quote-inline']
const schemes = ['http', 'https', 'dat', 'dweb', 'ipfs', 'ipns', 'ssb', 'gopher', 'xmpp', 'magnet', 'gemini']
const untranslated = (attributes: Record<string, string>) =>
  attributes.translate === 'no' ? attributes : withoutTranslate(attributes)
const withoutTranslate = ({ translate: _translate, ...rest }: Record<string, string>) => rest

/** What Mastodon lets through of others' HTML (its documentation, "HTML Sanitization"). */
const rules: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'span', 'a', 'del', 's', 'pre', 'blockquote', 'code', 'b', 'strong', 'u', 'i', 'em'],
    ...['ul', 'ol', 'li', 'ruby', 'rt', 'rp'],
  ],
  allowedAttributes: {
    a: ['href', 'class', 'translate', 'rel', 'target'],
    span: ['class', 'translate'],
    p: ['class'],
    ol: ['start', 'reversed'],
    li: ['value'],
  },
  allowedClasses: { a: classes, span: classes, p: classes },
  allowedSchemes: schemes,
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 40,
  parseStyleAttributes: false,
  transformTags: {
    ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div'].map((tag) => [tag, 'p'])),
    span: (tagName, attribs) => ({ tagName, attribs: untranslated(attribs) }),
    a: (tagName, attribs) => {
      const isWeb = schemes.includes(URL.parse(attribs.href ?? '')?.protocol.slice(0, -1) ?? '')
      const safe = { ...untranslated(attribs), rel: 'nofollow noopener', target: '_blank' }
      // an address of another kind is no link any more, only its words
      return isWeb ? { tagName, attribs: safe } : { tagName: 'span', attribs: {} }
    },
  },
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as HTML that says just that. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

/** A text of several lines as HTML. */
export const asHtml = (text: string): string =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${escaped(part.trim()).replaceAll('\n', '<br />')}</p>`)
    .join('')

/** HTML with more tags than a long article is read as its words alone: nesting costs more than it is worth. */
const MOST_TAGS = 4000

function hasMoreTags(html: string): boolean {
  let tags = 0
  for (let at = html.indexOf('<'); at >= 0 && tags <= MOST_TAGS; at = html.indexOf('<', at + 1)) tags += 1
  return tags > MOST_TAGS
}

const withoutTags = (html: string): string => asHtml(html.replace(/<[^<>]*>/g, ' '))

/** The one sanitiser of HTML from elsewhere; what it cannot read becomes its plain words. It never throws. */
export function sanitise(html: string): string {
  // what has no sign that means anything in HTML says the same in it
  if (!/[<>&"'\r\0]/.test(html)) return html
  if (hasMoreTags(html)) return withoutTags(html)
  try {
    return sanitizeHtml(html, rules)
  } catch {
    return withoutTags(html)
  }
}

/** The words of HTML, with line breaks where it has them, for search, filters and warnings. */
export function plainOf(html: string): string {
  if (!/[<&]/.test(html)) return html.trim()
  let text = ''
  const parser = new Parser({
    ontext: (part) => {
      text += part
    },
    onopentag: (name) => {
      if (name === 'br') text += '\n'
      else if (['p', 'li', 'blockquote', 'pre', 'ul', 'ol'].includes(name) && text !== '') text += '\n\n'
    },
  })
  parser.write(html)
  parser.end()
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Words in a language: `language` is undefined where it is not said. */
export type Worded = { text: string; language: string | undefined }

const isLanguage = (code: string) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code)

/** A text that may come in several languages (`content` and `contentMap`): as it is given, else the first of them. */
export function wordedIn(thing: Thing, name: string): Worded | undefined {
  const map = thing[`${name}Map`]
  const said = isThing(map) ? Object.entries(map).filter(([, words]) => typeof words === 'string') : []
  const text = textOf(thing[name])
  const [code, words] = said.find(([, same]) => same === text) ?? said[0] ?? []
  const language = code !== undefined && isLanguage(code) ? code : undefined
  if (text !== undefined) return { text, language: said.length === 1 || words === text ? language : undefined }
  const first = textOf(words)
  return first === undefined ? undefined : { text: first, language }
}
