import type { Truce, TruceKind } from '../../../shared/api/pauses.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentAccounts, presentTime } from '../accounts/present.ts'
import { presentStatuses } from '../statuses/present.ts'
import { type TruceRow, truceById, trucesOf } from './queries.ts'

/** How it stands, by the clock alone as long as nobody said yes. */
function stateOf({ endsAt, answerBy }: TruceRow, now: number): Truce['state'] {
  if (endsAt !== null) return 'holding'
  return answerBy > now ? 'offered' : 'not_taken_up'
}

function present(ctx: Context, viewer: Viewer, rows: readonly TruceRow[]): Truce[] {
  const otherOf = ({ accountId, targetId }: TruceRow) => (accountId === viewer.accountId ? targetId : accountId)
  const accounts = presentAccounts(ctx, rows.map(otherOf))
  // whether the other's post can be seen would tell who offered that the other has blocked them meanwhile
  const shown = rows.filter(({ accountId, endsAt }) => accountId !== viewer.accountId || endsAt !== null)
  const ids = shown.map(({ statusId }) => statusId).filter((id) => id !== null)
  const statuses = new Map(presentStatuses(ctx, viewer, ids).map((status) => [status.id, status]))
  return rows.flatMap((row) => {
    const account = accounts.get(otherOf(row))
    if (!account) return []
    return [
      {
        id: String(row.id),
        kind: row.kind,
        account,
        mine: row.accountId === viewer.accountId,
        state: stateOf(row, ctx.now()),
        days: row.days,
        answer_by: presentTime(row.answerBy),
        ends_at: row.endsAt === null ? null : presentTime(row.endsAt),
        status: statuses.get(String(row.statusId)) ?? null,
      },
    ]
  })
}

/** What one offered, was offered and agreed on, of one kind, the newest first. What is over is not there. */
export function readTruces(ctx: Context, viewer: Viewer, kind: TruceKind): Truce[] {
  const now = ctx.now()
  return present(ctx, viewer, trucesOf(ctx.db, { me: viewer.accountId, kind, now, since: now - limits.truceShown }))
}

/** One of them, as one of the two sees it. */
export function presentTruce(ctx: Context, viewer: Viewer, id: number): Truce {
  const row = truceById(ctx.db, { id })
  const [truce] = row ? present(ctx, viewer, [row]) : []
  if (!truce) throw notFound()
  return truce
}
