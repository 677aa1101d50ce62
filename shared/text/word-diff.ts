/** A stretch of words that two texts share, or that only one of them has. */
export interface Segment {
  change: 'same' | 'added' | 'removed'
  text: string
}

/** Words with the space behind them; punctuation is a word of its own, and every language is parted as it is read. */
function wordsOf(text: string): string[] {
  const parts: string[] = []
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    const last = parts.length - 1
    if (/^\s+$/.test(segment) && last >= 0) parts[last] += segment
    else parts.push(segment)
  }
  return parts
}

const isSame = (a: string | undefined, b: string | undefined) => a?.trimEnd() === b?.trimEnd()

/** Pairs of words that are compared at most; past that, a text counts as rewritten. */
const MOST_PAIRS = 1_000_000

/** How many words two lists share from each pair of places on, in order (Hunt's table of common subsequences). */
function commonFrom(before: readonly string[], after: readonly string[]): number[][] {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const longer = Math.max(table[i + 1]?.[j] ?? 0, table[i]?.[j + 1] ?? 0)
      const row = table[i]
      if (row) row[j] = isSame(before[i], after[j]) ? (table[i + 1]?.[j + 1] ?? 0) + 1 : longer
    }
  }
  return table
}

/** Puts a word behind others of its kind, or begins a new stretch. */
function append(segments: Segment[], change: Segment['change'], text: string): void {
  const last = segments.at(-1)
  if (text === '') return
  if (last?.change === change) last.text += text
  else segments.push({ change, text })
}

/** A word that stayed; the space behind it may be another one. */
function keep(segments: Segment[], before: string, after: string): void {
  const word = after.trimEnd()
  const [old, now] = [before.slice(before.trimEnd().length), after.slice(word.length)]
  append(segments, 'same', old === now ? after : word)
  if (old === now) return
  append(segments, 'removed', old)
  append(segments, 'added', now)
}

/** How many words two lists share at their beginning. */
function sharedStart(before: readonly string[], after: readonly string[]): number {
  const most = Math.min(before.length, after.length)
  const differs = before.slice(0, most).findIndex((word, n) => !isSame(word, after[n]))
  return differs < 0 ? most : differs
}

function walk(segments: Segment[], before: readonly string[], after: readonly string[]): void {
  if (before.length * after.length > MOST_PAIRS) {
    append(segments, 'removed', before.join(''))
    append(segments, 'added', after.join(''))
    return
  }
  const table = commonFrom(before, after)
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && isSame(before[i], after[j])) {
      keep(segments, before[i] ?? '', after[j] ?? '')
      i += 1
      j += 1
    } else if (i < before.length && (j === after.length || (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      append(segments, 'removed', before[i] ?? '')
      i += 1
    } else {
      append(segments, 'added', after[j] ?? '')
      j += 1
    }
  }
}

function diffLists(before: readonly string[], after: readonly string[]): Segment[] {
  const start = sharedStart(before, after)
  const [old, now] = [before.slice(start), after.slice(start)]
  const end = sharedStart(old.toReversed(), now.toReversed())
  const segments: Segment[] = []
  for (let n = 0; n < start; n += 1) keep(segments, before[n] ?? '', after[n] ?? '')
  walk(segments, old.slice(0, old.length - end), now.slice(0, now.length - end))
  for (let n = end; n > 0; n -= 1) keep(segments, old.at(-n) ?? '', now.at(-n) ?? '')
  return segments
}

/**
 * What was taken out and what came in between two texts, word by word. The segments that are not `removed` make the new
 * text, those that are not `added` the old one.
 */
export function diffWords(before: string, after: string): Segment[] {
  if (before === after) return after === '' ? [] : [{ change: 'same', text: after }]
  return diffLists(wordsOf(before), wordsOf(after))
}

/** Whether a diff says that nothing changed, but for spaces. */
export const isUnchanged = (segments: readonly Segment[]): boolean =>
  segments.every(({ change, text }) => change === 'same' || text.trim() === '')
