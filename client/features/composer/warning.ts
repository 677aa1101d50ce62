import type { WarningTopic } from '../../../shared/api/warnings.ts'
import { sharedLimits } from '../../../shared/limits.ts'
import { isNameOf } from '../../../shared/warnings/match.ts'
import { withoutRe } from './reply.ts'

/** A topic as far as a line can name it. */
export type Named = Pick<WarningTopic, 'label' | 'aliases' | 'kind'>

/** The parts of a warning line, as people write them: between commas, without the leading `re:`. */
export function partsOf(line: string): string[] {
  return withoutRe(line)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** A line of parts; with the one `re:` where the line before had it. */
export function lineOf(parts: readonly string[], before: string): string {
  const re = withoutRe(before) === before ? '' : 're: '
  return parts.length > 0 ? re + parts.join(', ') : ''
}

/** Where a line names a topic: the first part and how many; a spoiler may have `up to …` for a second one. */
export function placeOf(parts: readonly string[], topic: Named): { at: number; length: number } | undefined {
  const isSpoiler = topic.kind === 'spoiler'
  const at = parts.findIndex((part) => isNameOf(isSpoiler ? (part.split(':')[0] ?? '') : part, topic))
  if (at < 0) return undefined
  return { at, length: isSpoiler && /^up to\b/iu.test(parts[at + 1] ?? '') ? 2 : 1 }
}

/** Whether the line names the topic as a part of its own; what is written is what is chosen. */
export const names = (line: string, topic: Named): boolean => placeOf(partsOf(line), topic) !== undefined

/** The line with the topic's words added at its end, or taken out where they stand. Free text stays as it is. */
export function toggled(line: string, topic: Named): string {
  const parts = partsOf(line)
  if (!placeOf(parts, topic)) return lineOf([...parts, topic.label], line)
  let left = parts
  for (let place = placeOf(left, topic); place; place = placeOf(left, topic)) {
    left = left.toSpliced(place.at, place.length)
  }
  return lineOf(left, line)
}

/** The topics that a line names, as the server wants them: no more than one warning can have. */
export function topicsIn(line: string, topics: readonly WarningTopic[]): string[] {
  const named = topics.filter((topic) => names(line, topic)).map((topic) => topic.slug)
  return named.slice(0, sharedLimits.warningTopics)
}
