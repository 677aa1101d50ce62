import { type Entity, findEntities, normalizeTag } from './entities.ts'
import { escapeHtml } from './escape.ts'

/** Where a text's links lead. `mention` gives undefined for a name that nobody has: it stays text. */
export type Links = {
  mention?(username: string, domain: string | undefined): { url: string; name: string } | undefined
  tag?(name: string): string
  /** Said of addresses, beside what is always said: `me` where a person says that a page is theirs. */
  rel?: string
}

const SHOWN = 30

/** An address as a link that shows its first characters and keeps the rest for those who copy or hear it. */
function formatLink(url: string, rel = ''): string {
  const prefix = /^https?:\/\/(?:www\.)?/i.exec(url)?.[0] ?? ''
  const rest = url.slice(prefix.length)
  const cut = rest.length > SHOWN + 1
  const shown = cut ? rest.slice(0, SHOWN) : rest
  const hidden = cut ? rest.slice(SHOWN) : ''
  return (
    `<a href="${escapeHtml(url)}" target="_blank" rel="nofollow noopener${rel && ` ${rel}`}" translate="no">` +
    `<span class="invisible">${escapeHtml(prefix)}</span>` +
    `<span class="${cut ? 'ellipsis' : ''}">${escapeHtml(shown)}</span>` +
    `<span class="invisible">${escapeHtml(hidden)}</span></a>`
  )
}

function formatEntity(text: string, entity: Entity, links: Links): string {
  const written = text.slice(entity.start, entity.end)
  if (entity.kind === 'link') return formatLink(entity.url, links.rel)
  if (entity.kind === 'mention') {
    const found = links.mention?.(entity.username, entity.domain)
    if (!found) return escapeHtml(written)
    return `<span class="h-card" translate="no"><a href="${escapeHtml(found.url)}" class="u-url mention">@<span>${escapeHtml(found.name)}</span></a></span>`
  }
  const url = links.tag?.(normalizeTag(entity.tag))
  if (url === undefined) return escapeHtml(written)
  return `<a href="${escapeHtml(url)}" class="mention hashtag" rel="tag">#<span>${escapeHtml(entity.tag)}</span></a>`
}

function formatEntities(plain: string, links: Links): string {
  let body = ''
  let from = 0
  for (const entity of findEntities(plain)) {
    body += escapeHtml(plain.slice(from, entity.start)) + formatEntity(plain, entity, links)
    from = entity.end
  }
  return body + escapeHtml(plain.slice(from))
}

/** One line of text as HTML, formatted as {@link formatText} does, and in no paragraph. */
export const formatLine = (text: string, links: Links = {}): string =>
  formatEntities(text.replace(/\s+/g, ' ').trim(), links)

/**
 * The one formatter: plain text as HTML in paragraphs (parted by blank lines) with line breaks, addresses, mentions
 * and hashtags as links. Nothing of the text is ever read as markup. "" for an empty text.
 */
export function formatText(text: string, links: Links = {}): string {
  const plain = text.replace(/\r\n?/g, '\n').trim()
  if (plain === '') return ''
  return formatEntities(plain, links)
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br />')}</p>`)
    .join('')
}
