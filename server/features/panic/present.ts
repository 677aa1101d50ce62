import { type PanicDoc, type PanicKind, type PanicSwitch, panicKinds } from '../../../shared/api/panic.ts'
import type { Context } from '../../context.ts'
import { HOUR } from '../../core/clock.ts'
import { rolesThatMay } from '../../policies/roles.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentTime } from '../accounts/present.ts'
import { accountsByIds, membersWithRoles } from '../accounts/queries.ts'
import { type SwitchRow, switchesOn } from './queries.ts'
import { isSecond, soloLeft } from './solo.ts'

function namesOf(ctx: Context, rows: readonly SwitchRow[]): Map<number, string> {
  const ids = rows.flatMap(({ begunBy, confirmedBy }) => [begunBy, confirmedBy]).filter((id) => id !== null)
  return new Map(accountsByIds(ctx.db, { ids: JSON.stringify(ids) }).map((row) => [row.id, row.username]))
}

const isKind = (kind: string): kind is PanicKind => (panicKinds as readonly string[]).includes(kind)

/** The switches that hold, or wait for a second person, for those who may turn them. */
export function presentPanic(ctx: Context, { accountId }: Viewer): PanicDoc {
  const rows = switchesOn(ctx.db).filter((row) => row.wantedUntil > ctx.now())
  const names = namesOf(ctx, rows)
  const on = rows.flatMap((row): PanicSwitch[] => {
    if (!isKind(row.kind)) return []
    const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null))
    return [
      {
        id: String(row.id),
        kind: row.kind,
        reason: row.reason,
        notice: row.notice,
        begun_at: presentTime(row.begunAt),
        begun_by: nameOf(row.begunBy),
        ends_at: presentTime(row.endsAt),
        wanted_until: presentTime(row.wantedUntil),
        confirmed_by: nameOf(row.confirmedBy),
        may_confirm: row.confirmedAt === null && row.wantedUntil > row.endsAt && isSecond(ctx, row, accountId),
      },
    ]
  })
  const hours = panicKinds.map((kind): [PanicKind, number] => [kind, Math.floor(soloLeft(ctx, kind) / HOUR)])
  const staff = membersWithRoles(ctx.db, { roles: JSON.stringify(rolesThatMay('panic')) })
  return {
    on,
    // every kind stands in the list
    solo_hours: Object.fromEntries(hours) as Record<PanicKind, number>,
    others: staff.filter((one) => one.accountId !== accountId).length,
  }
}

/** What everybody is told while switches hold. */
export const presentAlerts = (ctx: Context): { text: string; until: string }[] =>
  switchesOn(ctx.db)
    .filter(({ notice, endsAt }) => notice !== '' && endsAt > ctx.now())
    .map(({ notice, endsAt }) => ({ text: notice, until: presentTime(endsAt) }))
