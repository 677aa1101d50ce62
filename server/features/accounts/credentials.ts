import type { CredentialAccount } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { countRequests } from '../relations/queries.ts'
import { presentAccount, presentRole } from './present.ts'
import { accountById, postingDefaults, rolesOf } from './queries.ts'

// what a role may do through Mastodon's own administration: none of it is served here
const nothing = '0'

/** A person as they see themselves: their text as written, their choices, their role. */
export function presentCredentials(ctx: Context, accountId: number): CredentialAccount {
  const row = accountById(ctx.db, { id: accountId })
  const liking = postingDefaults(ctx.db, { id: accountId })
  if (!row || !liking) throw notFound()
  const held = rolesOf(ctx.db, { ids: JSON.stringify([accountId]) }).map(({ role }) => role)
  const [first] = held
  return {
    ...presentAccount(ctx, row, held),
    source: {
      privacy: liking.visibility,
      sensitive: liking.sensitive === 1,
      language: liking.language,
      note: row.note,
      fields: [],
      follow_requests_count: countRequests(ctx.db, { accountId })?.count ?? 0,
      hide_collections: false,
      discoverable: row.discoverable === 1,
      indexable: false,
      attribution_domains: [],
      quote_policy: 'nobody',
    },
    role: {
      ...(first ? presentRole(first) : { id: '-99', name: '', color: '' }),
      highlighted: first !== undefined,
      permissions: nothing,
    },
  }
}
