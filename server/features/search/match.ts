import { spaced } from './words.ts'

/** Texts to be found among a post's words, and marks that it is to have. */
type Wanted = { words: readonly string[]; marks: readonly string[] }

/** What FTS5 is asked: all of `words` and `marks`, none of those in `no`, and no post that has all of one of its `sets`. */
export type Asked = Wanted & { no: Wanted & { sets: readonly Wanted[] } }

/** A text in FTS5's quotes: whatever stands in it is words and never an operator or a column. */
const quoted = (text: string) => `"${spaced(text).replaceAll('"', '""')}"`

function within(column: 'words' | 'marks' | 'names' | 'about', texts: readonly string[], joint: 'AND' | 'OR') {
  return texts.length === 0 ? [] : [`${column} : (${texts.map(quoted).join(` ${joint} `)})`]
}

/** The MATCH of a search for posts; each text is taken as one phrase. */
export function matchPosts({ words, marks, no }: Asked): string {
  const not = [...within('words', no.words, 'OR'), ...within('marks', no.marks, 'OR'), ...no.sets.map(allOf)].join(
    ' OR ',
  )
  return not === '' ? allOf({ words, marks }) : `${allOf({ words, marks })} NOT (${not})`
}

const allOf = ({ words, marks }: Wanted) =>
  `(${[...within('marks', marks, 'AND'), ...within('words', words, 'AND')].join(' AND ')})`

/** The MATCH of people of whose `column` each of the texts begins a word. */
export const matchPeople = (column: 'names' | 'about', texts: readonly string[]) =>
  `${column} : (${texts.map((text) => `${quoted(text)} *`).join(' AND ')})`
