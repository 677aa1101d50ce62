import { withoutRe } from './reply.ts'

/** A subject that this community asks, or likes, to be warned about. */
export interface Topic {
  slug: string
  label: string
  kind: 'sensitive' | 'courtesy' | 'spoiler'
  guidance: string
}

/** The parts of a warning line, as people write them: between commas, without the leading `re:`. */
function partsOf(line: string): string[] {
  return withoutRe(line)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Whether the line names the topic as a part of its own; what is written is what is chosen. */
export function names(line: string, topic: Pick<Topic, 'label'>): boolean {
  return partsOf(line).some((part) => same(part, topic.label))
}

/** The line with the topic's words added at its end, or taken out where they stand. Free text stays as it is. */
export function toggled(line: string, topic: Pick<Topic, 'label'>): string {
  const re = withoutRe(line) === line ? '' : 're: '
  const parts = partsOf(line)
  const left = parts.filter((part) => !same(part, topic.label))
  const next = left.length < parts.length ? left : [...parts, topic.label]
  return next.length > 0 ? re + next.join(', ') : ''
}

/** The topics that a line names, as the server wants them. */
export function topicsIn(line: string, topics: readonly Topic[]): string[] {
  return topics.filter((topic) => names(line, topic)).map((topic) => topic.slug)
}

function same(part: string, label: string): boolean {
  return part.localeCompare(label, undefined, { sensitivity: 'accent' }) === 0
}
