import type { Brought } from '../../../../shared/api/elsewhere.ts'

const PUBLIC = new Set(['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public'])
/** Things that are sent at once: a second or less each, so that what breaks off is not much. */
const AT_ONCE = 200

type Thing = Record<string, unknown>

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null

const names = (value: unknown) => (Array.isArray(value) ? value : [value])

/** A post for few people stays on this device: only that there is one is sent, so that it can be counted. */
function withoutSecrets(item: unknown): unknown {
  const post = isThing(item) ? item.object : undefined
  if (!isThing(item) || !isThing(post) || [...names(post.to), ...names(post.cc)].some((one) => PUBLIC.has(one))) {
    return item
  }
  const { type, published, inReplyTo } = post
  return {
    type: item.type,
    object: { id: '-', type, published, inReplyTo: inReplyTo ? 'somebody' : null, content: '', to: [], cc: [] },
  }
}

/** The posts of an archive in pieces as they are sent. Throws where the list is none. */
export async function piecesOf(list: Blob): Promise<unknown[][]> {
  const read: unknown = JSON.parse(await list.text())
  const items = isThing(read) ? read.orderedItems : undefined
  if (!Array.isArray(items)) throw new Error('no list of posts')
  const pieces: unknown[][] = []
  for (let at = 0; at < items.length; at += AT_ONCE) pieces.push(items.slice(at, at + AT_ONCE).map(withoutSecrets))
  return pieces
}

/** What came of two pieces together. */
export function together(one: Brought, other: Brought): Brought {
  const left_out = { ...one.left_out }
  for (const why of ['boosts', 'answers', 'for_few', 'unreadable'] as const) left_out[why] += other.left_out[why]
  return { came: one.came + other.came, known: one.known + other.known, left_out }
}

/** Before anything came. */
export const nothingYet: Brought = { came: 0, known: 0, left_out: { boosts: 0, answers: 0, for_few: 0, unreadable: 0 } }
