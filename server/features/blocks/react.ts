import type { Context } from '../../context.ts'
import type { Events } from '../../events.ts'
import { digestOf } from '../../policies/blocks.ts'
import { personById } from '../people/queries.ts'
import { blockDigest } from './addresses.ts'

/** With the mail address of somebody who was removed nobody joins again for a time, however it is spelled. */
export function barAddress(ctx: Context, { accountId, until }: Events['accountPurged']): void {
  const email = personById(ctx.db, accountId)?.email
  if (email) blockDigest(ctx, digestOf(ctx.vault.open(email)), until)
}
