import type { Context } from '../../context.ts'
import type { Part } from '../../features/statuses/hydrate.ts'
import { actorUri, postUri } from '../addresses.ts'
import { readAround } from './around.ts'
import { audienceOf, noteDocuments } from './note.ts'
import { inContext, type Json, timeOf } from './words.ts'

/** Posts and boosts as what somebody did: Create with the post whole, or Announce with the name of what is boosted. */
export function deedsWith(ctx: Context, parts: readonly Part[]): Json[] {
  const written = new Map(
    noteDocuments(
      ctx,
      parts.filter(({ boosted }) => !boosted),
    ).map((note) => [note.id, note]),
  )
  const around = readAround(ctx, parts)
  return parts.flatMap((part) => {
    if (part.boosted) return [announceOf(ctx, part, around)]
    const note = written.get(postUri(ctx, { ...part.row, uri: null }))
    return note ? [createOf(note)] : []
  })
}

/** What a post's author did by writing it. */
const createOf = (note: Json): Json => ({
  id: `${note.id}/activity`,
  type: 'Create',
  actor: note.attributedTo,
  published: note.published,
  to: note.to,
  cc: note.cc,
  object: note,
})

function announceOf(ctx: Context, part: Part, around: ReturnType<typeof readAround>): Json {
  const { row } = part
  const boosted = row.reblogOfId === null ? undefined : around.posts.get(row.reblogOfId)
  return {
    id: postUri(ctx, { ...row, uri: null }),
    type: 'Announce',
    actor: actorUri(ctx, row.accountId),
    published: timeOf(row.createdAt),
    ...audienceOf(ctx, part, around),
    object: boosted && postUri(ctx, boosted),
  }
}

/** A post with its new words or votes; `at` in ms, so that each update has a name of its own. */
export const updateOf = (note: Json, at: number): Json => ({
  id: `${note.id}#updates/${at}`,
  type: 'Update',
  actor: note.attributedTo,
  to: note.to,
  cc: note.cc,
  object: note,
})

/** What somebody did to something, with the words that it uses. */
export const deed = (type: string, id: string, actor: string, object: unknown, more: Json = {}): Json =>
  inContext({ id, type, actor, object, ...more })

/** What stands where something was deleted. */
export const tombstone = (uri: string): Json => ({ id: uri, type: 'Tombstone' })

/** The word of a quoted person that a post of theirs may stand in another one (FEP-044f). */
export const approvalDocument = (
  id: string,
  author: string,
  { quoting, quoted }: { quoting: string; quoted: string },
): Json =>
  inContext({
    id,
    type: 'QuoteAuthorization',
    attributedTo: author,
    interactingObject: quoting,
    interactionTarget: quoted,
  })
