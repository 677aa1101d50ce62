import { type Accessor, createEffect, createSignal } from 'solid-js'
import type { WarningTopic, WarningWords } from '../../../shared/api/warnings.ts'
import { plainWords } from '../../../shared/warnings/match.ts'
import { read } from '../../api/http.ts'
import { lineOf, names, partsOf } from './warning.ts'

/** The server is told no more than so many letters of what is written; the rest is found out here. */
const TOLD = 2
/** So many words are offered at once. */
const OFFERED = 4

const known = new Map<string, Promise<readonly WarningWords[]>>()

function ask(beginning: string): Promise<readonly WarningWords[]> {
  const found = known.get(beginning)
  if (found) return found
  const asked = read<WarningWords[]>(`/api/community/v1/warnings/suggestions?q=${encodeURIComponent(beginning)}`)
  known.set(beginning, asked)
  asked.catch(() => known.delete(beginning))
  return asked
}

/** What is being written at the end of a line, in the form in which words are compared. */
const lastOf = (line: string) => (/,\s*$/.test(line) ? '' : plainWords(partsOf(line).at(-1) ?? ''))

/** The words, of those that are `offered` for a beginning, that go on what a line ends with. */
export function goingOn(
  line: string,
  offered: readonly WarningWords[],
  topics: readonly WarningTopic[],
): readonly WarningWords[] {
  const last = lastOf(line)
  if (last.length < TOLD) return []
  const begins = (name: string) => ` ${plainWords(name)}`.includes(` ${last}`)
  const fits = offered.filter(({ words, slug }) => {
    const topic = topics.find((one) => one.slug === slug)
    if (topic) return !names(line, topic) && [topic.label, ...topic.aliases].some(begins)
    return begins(words) && plainWords(words) !== last
  })
  return fits.slice(0, OFFERED)
}

/** The line with what it ends with replaced by whole words. */
export const withWords = (line: string, words: string): string => lineOf([...partsOf(line).slice(0, -1), words], line)

/** Words that others here warn with and that go on what is written. */
export function usedWords(line: Accessor<string>, topics: Accessor<readonly WarningTopic[]>) {
  const [offered, setOffered] = createSignal<{ for: string; words: readonly WarningWords[] }>({ for: '', words: [] })
  const beginning = () => lastOf(line()).slice(0, TOLD)
  createEffect(() => {
    const now = beginning()
    if (now.length < TOLD) return
    ask(now).then(
      (words) => setOffered({ for: now, words }),
      () => undefined,
    )
  })
  return () => (offered().for === beginning() ? goingOn(line(), offered().words, topics()) : [])
}
