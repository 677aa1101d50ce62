import { Parser } from 'htmlparser2'

/** What ends a line of text. */
const LINES = new Set(['p', 'div', 'li', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'ul', 'ol'])
const UNSAID = new Set(['script', 'style', 'template', 'iframe', 'noscript'])

/** Another server's HTML as plain text of up to `most` characters: nothing of it is ever shown as HTML here. */
export function plainText(given: string, most: number): string {
  let text = ''
  let unsaid = 0
  const parser = new Parser({
    onopentagname(name) {
      if (UNSAID.has(name)) unsaid += 1
      else if (name === 'br') text += '\n'
    },
    ontext(data) {
      if (unsaid === 0 && text.length < most) text += data
    },
    onclosetag(name) {
      if (UNSAID.has(name)) unsaid -= 1
      else if (LINES.has(name)) text += '\n\n'
    },
  })
  // no page of words is longer, and what is would be read to no end
  parser.end(given.slice(0, most * 10))
  const tidy = text
    .toWellFormed()
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
  return tidy.trim().slice(0, most)
}
