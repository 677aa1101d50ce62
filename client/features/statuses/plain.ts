import { type ContentNode, readContent } from './content.ts'

const NOBODY = { mentions: [], tags: [] }

/** The words of a post's HTML, paragraphs apart, without what only machines read. */
export function plainWords(html: string): string {
  return readContent(html, NOBODY, location.origin).map(wordsOf).join('').trim()
}

function wordsOf(node: ContentNode): string {
  if (typeof node === 'string') return node
  if (node.tag === 'br') return '\n'
  const words = node.children.map(wordsOf).join('')
  return node.tag === 'p' || node.tag === 'li' ? `${words}\n\n` : words
}
