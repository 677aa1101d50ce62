import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { type AccountRow, accountById } from '../../features/accounts/queries.ts'
import { hydrate, isVisible, type Part } from '../../features/statuses/hydrate.ts'
import { actorUri, postUri } from '../addresses.ts'
import { tombstoneAt } from './queries.ts'

/** Who asks from elsewhere: the account that signed, where it is known here; undefined for everybody else. */
export type Asker = number | undefined

/** Posts and boosts of ours as far as who asks may see them. What is for members alone leaves by no door. */
export function readableParts(ctx: Context, asker: Asker, ids: readonly number[]): Part[] {
  const { parts, relations } = hydrate(ctx, asker, ids)
  return parts.filter(
    (part) =>
      part.author.domain === null &&
      part.row.localOnly === 0 &&
      part.boosted?.row.localOnly !== 1 &&
      isVisible(part, asker, relations),
  )
}

/** Something that stood at an address and is there no more. */
export class Gone {
  readonly uri: string

  constructor(uri: string) {
    this.uri = uri
  }
}

/** Somebody here. Throws {@link Gone}, and 404 for who was never here. */
export function findActor(ctx: Context, id: number): AccountRow {
  const row = accountById(ctx.db, { id })
  if (row?.domain === null && row.joinedAt !== null) {
    if (row.suspendedAt !== null) throw new Gone(actorUri(ctx, id))
    return row
  }
  const uri = actorUri(ctx, id)
  if (row === undefined && tombstoneAt(ctx.db, { uri })) throw new Gone(uri)
  throw notFound()
}

/** A post or boost of somebody here. Throws {@link Gone}, and 404 for what is not there or not for who asks, alike. */
export function findPost(ctx: Context, asker: Asker, { id, status }: { id: number; status: number }): Part {
  const [part] = readableParts(ctx, asker, [status])
  if (part?.row.accountId === id) return part
  const uri = postUri(ctx, { id: status, accountId: id, uri: null, reblogOfId: null })
  if (!part && tombstoneAt(ctx.db, { uri })) throw new Gone(uri)
  throw notFound()
}
