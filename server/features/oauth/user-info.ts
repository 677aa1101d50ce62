import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { presentAccounts } from '../accounts/present.ts'
import { accountById } from '../accounts/queries.ts'

/** Who a token speaks for, in OpenID Connect's words (Core 5.3.2), as Mastodon has it from 4.4. */
export function userInfo(ctx: Context, accountId: number) {
  const row = accountById(ctx.db, { id: accountId })
  const account = presentAccounts(ctx, [accountId]).get(accountId)
  if (!row || !account) throw notFound()
  const { url, username, display_name: name, avatar } = account
  return {
    iss: `${ctx.config.publicUrl}/`,
    sub: row.uri ?? `${ctx.config.publicUrl}/ap/users/${row.id}`,
    name: name || username,
    preferred_username: username,
    profile: url,
    picture: avatar,
  }
}
