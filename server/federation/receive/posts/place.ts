import type { Context } from '../../../context.ts'
import { firstIdAt } from '../../../core/ids.ts'
import type { Visibility } from '../../../policies/visibility.ts'
import type { NoteDoc } from '../../vocab/note.ts'
import type { ActorRow } from '../queries.ts'
import { peopleAt, takenId } from './queries.ts'

const SEQUENCE = 2048

/** A number for a post of a time, so that it stands among others where it belongs; nothing is from the future. */
export function idFor(ctx: Context, published: number | undefined): number {
  const now = ctx.now()
  if (published === undefined || published >= now) return ctx.newId()
  const first = firstIdAt(published)
  let sequence = Math.floor(Math.random() * SEQUENCE)
  for (let tries = 0; tries < SEQUENCE; tries += 1) {
    if (!takenId(ctx.db, { id: first + sequence })) return first + sequence
    sequence = (sequence + 1) % SEQUENCE
  }
  return ctx.newId()
}

/** The number of one of our people, or of one of our posts, in an address of ours. */
export function oursAt(ctx: Context, address: string): { accountId: number; statusId: number | undefined } | undefined {
  const { publicUrl } = ctx.config
  if (!address.startsWith(`${publicUrl}/ap/users/`)) return undefined
  const [, account, status] =
    /^\/ap\/users\/(\d{1,16})(?:\/statuses\/(\d{1,16}))?$/.exec(address.slice(publicUrl.length)) ?? []
  return account === undefined
    ? undefined
    : { accountId: Number(account), statusId: status === undefined ? undefined : Number(status) }
}

/** Whom addresses stand for, by the address: those who are known here. */
export function peopleOf(ctx: Context, addresses: readonly string[]): Map<string, number> {
  if (addresses.length === 0) return new Map()
  const ours = new Map(
    addresses.flatMap((uri) => {
      const found = oursAt(ctx, uri)
      return found && found.statusId === undefined ? [[found.accountId, uri] as const] : []
    }),
  )
  const rows = peopleAt(ctx.db, { uris: JSON.stringify(addresses), ids: JSON.stringify([...ours.keys()]) })
  return new Map(
    rows.flatMap(({ id, uri }) => {
      const address = uri ?? ours.get(id)
      return address === undefined ? [] : [[address, id] as const]
    }),
  )
}

/** For whom a post is: everybody, the followers of its author, or those named. */
export function visibilityOf(
  { to, cc }: Pick<NoteDoc, 'to' | 'cc'>,
  { followersUri }: Pick<ActorRow, 'followersUri'>,
): Visibility {
  if (to.everybody) return 'public'
  if (cc.everybody) return 'unlisted'
  const named = [...to.named, ...cc.named]
  return followersUri !== null && named.includes(followersUri) ? 'private' : 'direct'
}
