import { isNameOf } from '../../../shared/warnings/match.ts'
import { lineOf, type Named, partsOf, placeOf } from './warning.ts'

/** What a spoiler is about: the work, and how far one has to know it. */
export interface Spoiler {
  work: string
  upTo: string
}

/** What a line says after its spoiler topic: `Spoiler: the work, up to chapter 3`. */
export function spoilerIn(line: string, topic: Named): Spoiler {
  const parts = partsOf(line)
  const place = placeOf(parts, topic)
  const [first = '', second = ''] = place ? parts.slice(place.at, place.at + place.length) : []
  const work = first.includes(':') ? first.slice(first.indexOf(':') + 1).trim() : ''
  return { work, upTo: second.replace(/^up to\s*/iu, '') }
}

/** The line with its spoiler topic saying this. A comma would begin the next part, so none is taken. */
export function withSpoiler(line: string, topic: Named, { work, upTo }: Spoiler): string {
  const parts = partsOf(line)
  const place = placeOf(parts, topic) ?? { at: parts.length, length: 0 }
  const word = isNameOf('Spoiler', topic) ? 'Spoiler' : topic.label
  const [about, until] = [work, upTo].map((text) => text.replaceAll(',', ' ').replace(/\s+/g, ' ').trim())
  const said = about || until ? [`${word}: ${about}`.trim(), ...(until ? [`up to ${until}`] : [])] : [topic.label]
  return lineOf(parts.toSpliced(place.at, place.length, ...said), line)
}
