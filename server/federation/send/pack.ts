import type { Context } from '../../context.ts'
import { followersUri, PUBLIC } from '../addresses.ts'
import { type ActorKeys, actorKeys } from '../crypto/keys.ts'
import { synchronizationHeader } from '../documents/synchronization.ts'
import type { Parcel } from './protocol.ts'
import { bodiesOf, type Due } from './queries.ts'

/** Deliveries as the thread sends them; `unsigned` are those whose keys cannot be opened. */
export async function pack(ctx: Context, rows: readonly Due[]): Promise<{ parcels: Parcel[]; unsigned: Due[] }> {
  const ids = JSON.stringify([...new Set(rows.map(({ activityId }) => activityId))])
  const bodies = new Map(bodiesOf(ctx.db, { ids }).map(({ id, body }) => [id, body]))
  const signers = new Map<number, ActorKeys>()
  for (const owner of new Set(rows.map((row) => row.owner))) {
    const keys = await actorKeys(ctx, owner).catch(() => undefined)
    if (keys) signers.set(owner, keys)
  }
  const [parcels, unsigned]: [Parcel[], Due[]] = [[], []]
  for (const row of rows) {
    const [signer, body] = [signers.get(row.owner), bodies.get(row.activityId)]
    const { id, inbox, scheme } = row
    if (signer && body !== undefined) {
      const headers = isForFollowers(ctx, row, body) ? synchronization(ctx, row) : undefined
      parcels.push({ id, inbox, body, signer, scheme, date: ctx.now(), ...(headers && { headers }) })
    } else unsigned.push(row)
  }
  return { parcels, unsigned }
}

/** Whether a post is for followers and nobody else. */
const isForFollowers = (ctx: Context, { owner, statusId }: Due, body: string) =>
  statusId !== null && !body.includes(PUBLIC) && body.includes(`"${followersUri(ctx, owner)}"`)

/** With what is for followers alone goes word of who they are there (FEP-8fcf). */
const synchronization = (ctx: Context, { owner, host }: Due) => ({
  'collection-synchronization': synchronizationHeader(ctx, owner, host),
})
