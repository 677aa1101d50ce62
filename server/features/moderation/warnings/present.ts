import type { AccountWarning } from '../../../../shared/api/notifications.ts'
import type { Context } from '../../../context.ts'
import { openIfOurs } from '../../../core/crypto.ts'
import { presentAccounts, presentTime } from '../../accounts/present.ts'
import { openTold } from '../decide/content.ts'
import { toldActions } from './queries.ts'

/** What Mastodon calls what was done. */
const named: Partial<Record<string, AccountWarning['action']>> = {
  sensitive: 'mark_statuses_as_sensitive',
  delete: 'delete_statuses',
  freeze: 'disable',
  limit: 'silence',
  suspend: 'suspend',
  remove: 'suspend',
}

const states = { open: 'pending', granted: 'approved', refused: 'rejected' } as const

type Row = ReturnType<typeof toldActions>[number]

function appealOf(ctx: Context, { appeal, appealState }: Row): AccountWarning['appeal'] {
  if (appeal === null || appealState === null) return null
  const text = openIfOurs(ctx.vault, appeal)
  // written by us when the appeal was made
  const said = text === undefined ? undefined : (JSON.parse(text) as { wrong: string })
  return { text: said?.wrong ?? '', state: states[appealState] }
}

/** The posts that it is about; none where it is about the account. */
function idsOf({ statusIds }: Row): string[] | null {
  // written by SQLite, of ids
  const ids = JSON.parse(statusIds) as number[]
  return ids.length === 0 ? null : ids.map(String)
}

/** What was decided about somebody, as their programs know it, by its id. */
export function presentWarnings(ctx: Context, ids: readonly number[]): Map<number, AccountWarning> {
  const rows = toldActions(ctx.db, { ids: JSON.stringify(ids) })
  const people = presentAccounts(ctx, [...new Set(rows.flatMap(({ targetId }) => targetId ?? []))])
  return new Map(
    rows.flatMap((row) => {
      const target = people.get(row.targetId ?? 0)
      if (!target) return []
      const warning: AccountWarning = {
        id: String(row.id),
        action: named[row.kind] ?? 'none',
        text: openTold(ctx, row.content).statement,
        status_ids: idsOf(row),
        target_account: target,
        appeal: appealOf(ctx, row),
        created_at: presentTime(row.settledAt ?? 0),
      }
      return [[row.id, warning] as const]
    }),
  )
}
