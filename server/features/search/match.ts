import { spaced } from './words.ts'

/** What FTS5 is asked: all of `words` and `marks`, none of those in `no`. */
export type Asked = { words: readonly string[]; marks: readonly string[]; no: Omit<Asked, 'no'> | undefined }

/** A text in FTS5's quotes: whatever stands in it is words and never an operator or a column. */
const quoted = (text: string) => `"${spaced(text).replaceAll('"', '""')}"`

function within(column: 'words' | 'marks' | 'names' | 'about', texts: readonly string[], joint: 'AND' | 'OR') {
  return texts.length === 0 ? [] : [`${column} : (${texts.map(quoted).join(` ${joint} `)})`]
}

/** The MATCH of a search for posts; each text is taken as one phrase. */
export function matchPosts({ words, marks, no }: Asked): string {
  const yes = [...within('marks', marks, 'AND'), ...within('words', words, 'AND')].join(' AND ')
  const not = no ? [...within('words', no.words, 'OR'), ...within('marks', no.marks, 'OR')].join(' OR ') : ''
  return not === '' ? yes : `(${yes}) NOT (${not})`
}

/** The MATCH of people of whose `column` each of the texts begins a word. */
export const matchPeople = (column: 'names' | 'about', texts: readonly string[]) =>
  `${column} : (${texts.map((text) => `${quoted(text)} *`).join(' AND ')})`
