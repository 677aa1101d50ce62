import type { Context } from '../../context.ts'
import { membersAfter } from '../panic/queries.ts'
import { revokeAll } from './revoke.ts'

const AT_ONCE = 500

/** Logs everybody out, people and programs alike, but `except`; in the transaction of its cause. */
export function logOutAll(ctx: Context, except: number): void {
  let after = 0
  for (;;) {
    const some = membersAfter(ctx.db, { after, except, limit: AT_ONCE })
    for (const { id } of some) revokeAll(ctx, id)
    const last = some.at(-1)?.id
    if (last === undefined || some.length < AT_ONCE) return
    after = last
  }
}
