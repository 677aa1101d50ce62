import { lazily } from '../lazily.ts'
import { findEntities } from './entities.ts'

/** What any address counts, however long it is, as on Mastodon. */
export const URL_LENGTH = 23

const segmenter = lazily(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))

/** Characters as people see them: grapheme clusters. */
export function countGraphemes(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII without CR is counted without a segmenter
  if (/^[\x00-\x0c\x0e-\x7f]*$/.test(text)) return text.length
  let count = 0
  for (const _ of segmenter().segment(text)) count += 1
  return count
}

/**
 * The length of a post as Mastodon counts it: grapheme clusters of warning and text, an address as 23, and
 * `@user@domain` as `@user`.
 */
export function countStatus(text: string, spoilerText = ''): number {
  let counted = ''
  let links = 0
  let from = 0
  for (const entity of findEntities(text)) {
    counted += text.slice(from, entity.start)
    from = entity.end
    if (entity.kind === 'link') links += 1
    else counted += entity.kind === 'mention' ? `@${entity.username}` : text.slice(entity.start, entity.end)
  }
  return countGraphemes(counted + text.slice(from)) + links * URL_LENGTH + countGraphemes(spoilerText)
}
