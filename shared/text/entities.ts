/** Something in a post's text that becomes a link. `start` and `end` count UTF-16 units. */
export type Entity =
  | { kind: 'link'; start: number; end: number; url: string }
  | { kind: 'mention'; start: number; end: number; username: string; domain: string | undefined }
  | { kind: 'hashtag'; start: number; end: number; tag: string }

const link = /(?<![\p{L}\p{N}_@#/.-])https?:\/\/[^\s<>"'`{}|\\^]+/giu
const mention =
  /(?<![\p{L}\p{N}_/@.=-])@([a-z0-9_]+(?:[a-z0-9_.-]*[a-z0-9_])?)(?:@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?::\d+)?))?/giu
const hashtag = /(?<![=/)\p{L}\p{N}_&#])#((?:[\p{L}\p{M}\p{N}_]|[·・\u200c](?=[\p{L}\p{M}\p{N}_]))+)/gu
const hasLetter = /[\p{L}\p{M}]/u
const trailing = /[.,:;!?…'")\]]/u

/** Takes off punctuation that belongs to the sentence, but keeps a closing bracket that the address itself opened. */
function trimUrl(found: string): string {
  let unopened = 0
  for (const sign of found) unopened += sign === ')' ? 1 : sign === '(' ? -1 : 0
  let end = found.length
  while (end > 0 && trailing.test(found.charAt(end - 1))) {
    if (found.charAt(end - 1) === ')') {
      if (unopened <= 0) break
      unopened -= 1
    }
    end -= 1
  }
  return found.slice(0, end)
}

function* links(text: string): Generator<Entity> {
  for (const match of text.matchAll(link)) {
    const url = trimUrl(match[0])
    if (URL.canParse(url)) yield { kind: 'link', start: match.index, end: match.index + url.length, url }
  }
}

function* mentions(text: string): Generator<Entity> {
  for (const match of text.matchAll(mention)) {
    const [whole, username = '', domain] = match
    yield { kind: 'mention', start: match.index, end: match.index + whole.length, username, domain }
  }
}

function* hashtags(text: string): Generator<Entity> {
  for (const match of text.matchAll(hashtag)) {
    const [whole, tag = ''] = match
    if (hasLetter.test(tag)) yield { kind: 'hashtag', start: match.index, end: match.index + whole.length, tag }
  }
}

/** The links, mentions and hashtags of a text in their order; none overlaps another, and a link wins over the rest. */
export function findEntities(text: string): Entity[] {
  const found = [...links(text), ...mentions(text), ...hashtags(text)].sort((a, b) => a.start - b.start)
  const kept: Entity[] = []
  for (const entity of found) {
    if (entity.start >= (kept.at(-1)?.end ?? 0)) kept.push(entity)
  }
  return kept
}

/** The form of a hashtag that its spellings share: NFKC, Latin letters without accents, lower case. */
export function normalizeTag(tag: string): string {
  const plain = tag.normalize('NFKD').replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
  return plain.normalize('NFKC').toLowerCase()
}
