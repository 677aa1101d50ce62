/** A piece of a warning line: words of the author, or a topic that the community knows, in the author's place. */
export interface WarningPart {
  text: string
  topic: boolean
}

/** What a warning is about: the author's line cut where it names a topic, and topics that the line does not name. */
export interface ReadWarning {
  parts: WarningPart[]
  others: string[]
}

/**
 * Finds the labels of a post's topics in its warning line. All the author's words stay, in their order; only a part
 * between commas that is exactly a label counts as that topic.
 */
export function readWarning(line: string, labels: readonly string[]): ReadWarning {
  const parts = line.split(/(,\s*|^(?:\s*re\s*:\s*)+)/iu).filter((text) => text !== '')
  const known = new Set(labels.map(folded))
  const read = parts.map((text) => ({ text, topic: known.has(folded(text)) }))
  const named = new Set(read.filter((part) => part.topic).map((part) => folded(part.text)))
  return { parts: joinWords(read), others: labels.filter((label) => !named.has(folded(label))) }
}

function joinWords(parts: readonly WarningPart[]): WarningPart[] {
  const joined: WarningPart[] = []
  for (const part of parts) {
    const before = joined.at(-1)
    if (before && !before.topic && !part.topic)
      joined[joined.length - 1] = { text: before.text + part.text, topic: false }
    else joined.push(part)
  }
  return joined
}

function folded(text: string): string {
  return text.trim().toLowerCase()
}
