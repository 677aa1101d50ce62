import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { presentAccount } from '../accounts/present.ts'
import { accountById } from '../accounts/queries.ts'

/** Who a token speaks for, in OpenID Connect's words (Core 5.3.2), as Mastodon has it from 4.4. */
export function userInfo(ctx: Context, accountId: number) {
  const row = accountById(ctx.db, { id: accountId })
  if (!row) throw notFound()
  const { url, username, display_name: name, avatar } = presentAccount(ctx, row)
  return {
    iss: `${ctx.config.publicUrl}/`,
    sub: row.uri ?? `${ctx.config.publicUrl}/ap/users/${row.id}`,
    name: name || username,
    preferred_username: username,
    profile: url,
    picture: avatar,
  }
}
