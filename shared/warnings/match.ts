import type { WarningTopic } from '../api/warnings.ts'

/** As much of a topic as words can name. */
export type Nameable = Pick<WarningTopic, 'slug' | 'label' | 'aliases' | 'kind'>

/** Words that say how something is told, not what: "food mention", "pictures of food". */
const manners = new Set(
  'mention mentions mentioned described implied discussed discussion talk pic pics picture pictures photo photos of'.split(
    ' ',
  ),
)

/** Words in the form in which they are compared: without case, accents and signs, one space apart. */
export function plainWords(text: string): string {
  const letters = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return letters.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

const bare = (words: string) =>
  words
    .split(' ')
    .filter((word) => !manners.has(word))
    .join(' ')

/** The pieces of a warning line, as people part them: by signs, and by "and". */
export function piecesOf(line: string): string[] {
  const pieces = line.split(/[,;:/|+&()[\]•·–—\n]/u).flatMap((piece) => [piece, ...piece.split(/\s+and\s+/iu)])
  return [...new Set(pieces.map((piece) => piece.trim()).filter((piece) => plainWords(piece) !== ''))]
}

const namesOf = ({ label, aliases }: Pick<Nameable, 'label' | 'aliases'>) =>
  [label, ...aliases].map(plainWords).filter((name) => name !== '')

/** Whether a piece of a line is a topic's label or one of its other words, whole. */
export function isNameOf(piece: string, topic: Pick<Nameable, 'label' | 'aliases'>): boolean {
  const words = plainWords(piece)
  return namesOf(topic).some((name) => name === words)
}

/** Whether a text has a topic's label or one of its other words in it, as whole words. */
export function mentionsTopic(text: string, topic: Nameable): boolean {
  const words = ` ${plainWords(text)} `
  return namesOf(topic).some((name) => words.includes(` ${name} `))
}

/**
 * The slugs of the topics that a warning is of, in the topics' order. A piece of the line has to be the topic's name,
 * but for words that say how it is told; a sensitive topic is found anywhere in the line, since a reader who hides it
 * wants no near miss.
 */
export function matchTopics(line: string, topics: readonly Nameable[]): string[] {
  const pieces = piecesOf(line).map((piece) => bare(plainWords(piece)))
  const found = topics.filter(
    (topic) =>
      (topic.kind === 'sensitive' && mentionsTopic(line, topic)) ||
      namesOf(topic).some((name) => pieces.includes(bare(name))),
  )
  return found.map((topic) => topic.slug)
}
