import { badRequest } from '../../core/errors.ts'
import { firstIdAt } from '../../core/ids.ts'
import { PAST_ALL_IDS } from '../../db/range.ts'
import { limits } from '../../limits.ts'
import { havings, marks } from './marks.ts'
import { hasWord } from './words.ts'

/** What the posts that are searched have to have, and what they must not. */
type Wanted = { words: string[]; marks: string[]; people: string[] }

/** A search as it was meant. `people` are handles; ids lie between `above` and `below`. */
export type Query = {
  yes: Wanted
  no: Wanted
  place: 'library' | 'public' | 'all'
  above: number
  below: number
}

const DAY = 86_400_000
const piece = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/giu
const places = ['library', 'public', 'all'] as const

const wanted = (): Wanted => ({ words: [], marks: [], people: [] })

/** Reads what was typed. Throws 400, with a sentence, for an operator that is given something it does not know. */
export function readQuery(typed: string): Query {
  const query: Query = { yes: wanted(), no: wanted(), place: 'all', above: 0, below: PAST_ALL_IDS }
  let pieces = 0
  for (const [whole, minus = '', name = '', quoted, bare = ''] of typed.matchAll(piece)) {
    if (!hasWord(whole)) continue
    pieces += 1
    if (pieces > limits.searchPieces) throw badRequest(`A search takes ${limits.searchPieces} words at most.`)
    const side = minus ? query.no : query.yes
    const operator = operators[name.toLowerCase()]
    if (operator) operator(query, side, (quoted ?? bare).toLowerCase())
    else side.words.push(name ? `${name}:${quoted ?? bare}` : (quoted ?? bare))
  }
  return query
}

/** Whether anything was asked for at all. */
export const isEmpty = ({ yes, place, above, below }: Query) =>
  yes.words.length + yes.marks.length + yes.people.length === 0 &&
  place !== 'library' &&
  above === 0 &&
  below === PAST_ALL_IDS

type Operator = (query: Query, side: Wanted, value: string) => void

const operators: Record<string, Operator | undefined> = {
  from: (_query, side, value) => side.people.push(value.replace(/^@/, '')),
  language: (_query, side, value) => side.marks.push(marks.language(value)),
  topic: (_query, side, value) => side.marks.push(marks.topic(value)),
  is: (_query, side, value) => {
    if (value !== 'reply' && value !== 'sensitive') throw unknown('is:', 'reply or sensitive')
    side.marks.push(marks[value])
  },
  has: (_query, side, value) => {
    const what = havings.find((one) => one === (aliases[value] ?? value))
    if (!what) throw unknown('has:', 'media, poll, link or cw')
    side.marks.push(marks.has(what))
  },
  in: (query, _side, value) => {
    const place = places.find((one) => one === value)
    if (!place) throw unknown('in:', 'library, public or all')
    query.place = place
  },
  before: (query, _side, value) => {
    query.below = Math.min(query.below, firstIdAt(span('before:', value).from))
  },
  after: (query, _side, value) => {
    query.above = Math.max(query.above, firstIdAt(span('after:', value).until) - 1)
  },
  during: (query, _side, value) => {
    const { from, until } = span('during:', value)
    query.above = Math.max(query.above, firstIdAt(from) - 1)
    query.below = Math.min(query.below, firstIdAt(until))
  },
}

const aliases: Record<string, string | undefined> = { image: 'media', embed: 'link' }

const unknown = (operator: string, choices: string) => badRequest(`After “${operator}” comes ${choices}.`)

/** A year, month or day in UTC, as ms: its first moment, and the first after it. */
function span(operator: string, value: string): { from: number; until: number } {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value) ?? []
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)]
  const from = Date.UTC(y, m, d)
  const isDate = year !== '' && y >= 1970 && new Date(from).toISOString().startsWith(value)
  if (!isDate) throw unknown(operator, 'a date, such as 2026-11-22, 2026-11 or 2026')
  if (day) return { from, until: from + DAY }
  return { from, until: month ? Date.UTC(y, m + 1, 1) : Date.UTC(y + 1, 0, 1) }
}
