import type { WarningTopic, WarningWords } from '../../../shared/api/warnings.ts'
import { matchTopics, plainWords } from '../../../shared/warnings/match.ts'
import type { Context } from '../../context.ts'
import { firstIdAt } from '../../core/ids.ts'
import { limits } from '../../limits.ts'
import { readTopics } from './present.ts'
import { commonWords } from './queries.ts'

/** Past every word that begins with what stands before it. */
const LAST = '\u{10FFFF}'

/**
 * Words of warnings that begin like `q`: topics by any of their words, then what several people here used in public
 * lately. It only reads: that somebody asked is kept nowhere and told to nobody.
 */
export function suggestWords(ctx: Context, q: string): WarningWords[] {
  const from = plainWords(q)
  if (from === '') return []
  const topics = readTopics(ctx)
  const since = firstIdAt(ctx.now() - limits.warningWordsKept)
  const least = limits.warningWordsAuthors
  const free = commonWords(ctx.db, { from, until: from + LAST, since, least, most: limits.warningSuggestions })
  // what became a topic's word after it was posted is offered as that topic
  const strangers = free.filter(({ words }) => matchTopics(words, topics).length === 0)
  return [
    ...topics.filter((topic) => beginsWith(topic, from)).map(({ label, slug }) => ({ words: label, slug })),
    ...strangers.map(({ words }) => ({ words, slug: null })),
  ].slice(0, limits.warningSuggestions)
}

const beginsWith = ({ label, aliases }: WarningTopic, from: string) =>
  [label, ...aliases].some((name) => ` ${plainWords(name)}`.includes(` ${from}`))
