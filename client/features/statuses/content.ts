import { piecesOf, type SmallPicture } from '../../ui/emoji.tsx'

/** One piece of a post's text, ready to become a node: plain words, or an allowed element with its children. */
export type ContentNode = string | ContentElement

/** An allowed element. Everything that is not named here was left behind when the HTML was read. */
export interface ContentElement {
  tag: ContentTag
  children: ContentNode[]
  /** A small picture, shown instead of its name. */
  picture?: SmallPicture
  /** Where a link leads: an address of this community starts with `/`, every other one is whole. */
  href?: string
  /** What a link is about, so that it can be shown as such. */
  kind?: 'mention' | 'hashtag'
  /** Part of a link that is there for machines (`invisible`), or that was cut (`ellipsis`). */
  part?: 'invisible' | 'ellipsis'
  /** Names and addresses are not to be translated. */
  untranslated?: boolean
}

/** What the text of a post may be made of (Mastodon's list for posts from elsewhere). */
const TAGS = [
  'p',
  'br',
  'span',
  'a',
  'del',
  's',
  'pre',
  'blockquote',
  'code',
  'b',
  'strong',
  'u',
  'i',
  'em',
  'ul',
  'ol',
  'li',
  'ruby',
  'rt',
  'rp',
] as const

/** An element that a post's text may contain. */
export type ContentTag = (typeof TAGS)[number]

/** Elements whose text is no text: it is dropped with them. */
const SILENT = new Set(['script', 'style', 'template', 'iframe', 'object', 'embed', 'svg', 'math', 'noscript', 'title'])

/** Where a link in a post may lead. */
const SCHEMES = new Set(['http:', 'https:', 'gemini:', 'gopher:', 'magnet:', 'xmpp:', 'ipfs:', 'ipns:', 'dat:', 'ssb:'])

/** Deeper nesting than this is flattened to its words. */
const MAX_DEPTH = 10

/** What is known about the people and hashtags that the text names, to lead them to pages of this community. */
export interface Named {
  mentions: readonly { url: string; acct: string }[]
  tags: readonly { name: string; url: string }[]
  /** The small pictures that the text names. */
  emojis?: readonly SmallPicture[]
}

/**
 * Reads the HTML of a post without ever putting it into the page: it is parsed in an inert template (nothing loads,
 * nothing runs), and only what is allowed is carried over, as data.
 */
export function readContent(html: string, named: Named, origin: string): ContentNode[] {
  const template = document.createElement('template')
  template.innerHTML = html
  return childrenOf(template.content, { named, origin }, 0)
}

interface Around {
  named: Named
  origin: string
}

function childrenOf(parent: ParentNode & Node, around: Around, depth: number): ContentNode[] {
  return [...parent.childNodes].flatMap((node) => nodeOf(node, around, depth))
}

/** Words, and the small pictures that they name; where something is quoted letter by letter, its letters stay. */
function wordsOf(node: Node, { named }: Around): ContentNode[] {
  const text = node.nodeValue ?? ''
  if (!named.emojis?.length || node.parentElement?.closest('pre, code, .invisible')) return text ? [text] : []
  return piecesOf(text, named.emojis).map((piece) =>
    typeof piece === 'string' ? piece : { tag: 'span', children: [`:${piece.shortcode}:`], picture: piece },
  )
}

function nodeOf(node: Node, around: Around, depth: number): ContentNode[] {
  if (node.nodeType === Node.TEXT_NODE) return wordsOf(node, around)
  if (!(node instanceof Element)) return []
  const name = node.localName
  if (SILENT.has(name)) return []
  if (depth >= MAX_DEPTH) return node.textContent ? [node.textContent] : []
  if (!isTag(name)) return childrenOf(node, around, depth + 1)
  if (name === 'a') return link(node, around, depth)
  return [{ tag: name, children: childrenOf(node, around, depth + 1), ...marks(node) }]
}

function isTag(name: string): name is ContentTag {
  return (TAGS as readonly string[]).includes(name)
}

function link(anchor: Element, around: Around, depth: number): ContentNode[] {
  const children = childrenOf(anchor, around, depth + 1)
  const url = anchor.hasAttribute('href') ? URL.parse(anchor.getAttribute('href') ?? '', around.origin) : null
  if (!url || !SCHEMES.has(url.protocol)) return children
  const kind = anchor.classList.contains('hashtag')
    ? 'hashtag'
    : anchor.classList.contains('mention')
      ? 'mention'
      : undefined
  return [{ tag: 'a', children, href: ownAddress(url, around) ?? url.href, ...(kind && { kind }), ...marks(anchor) }]
}

function marks(element: Element): Pick<ContentElement, 'part' | 'untranslated'> {
  const part = (['invisible', 'ellipsis'] as const).find((name) => element.classList.contains(name))
  return { ...(part && { part }), ...(element.getAttribute('translate') === 'no' && { untranslated: true }) }
}

/** The page of this community that a link means, if it means one. */
function ownAddress(url: URL, { named, origin }: Around): string | undefined {
  const tag = named.tags.find((one) => sameAddress(one.url, url))
  if (tag) return `/tags/${encodeURIComponent(tag.name)}`
  const person = named.mentions.find((one) => sameAddress(one.url, url))
  if (person && !person.acct.includes('@')) return `/@${person.acct}`
  if (url.origin !== origin) return undefined
  return /^\/(@[^/]+(\/\d+)?|tags\/[^/]+)$/.test(url.pathname) ? url.pathname : undefined
}

function sameAddress(written: string, url: URL): boolean {
  return URL.parse(written)?.href === url.href
}
