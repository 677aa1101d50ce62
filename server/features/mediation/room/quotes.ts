import type { MediationQuote } from '../../../../shared/api/mediation.ts'
import { roomTexts } from '../../../../shared/locales/en/mediation-room.ts'
import { findEntities } from '../../../../shared/text/entities.ts'
import type { Context } from '../../../context.ts'
import { asMember } from '../../../policies/viewer.ts'
import { type AccountRow, accountsByIds } from '../../accounts/queries.ts'
import { type MediaRow, mediaOf } from '../../media/queries.ts'
import { presentStatuses } from '../../statuses/present.ts'
import { type StatusRow, statusesByIds } from '../../statuses/queries.ts'

/** Of these posts those that are not for this community alone. */
const leavingIds = (ctx: Context, statusIds: readonly number[]): number[] =>
  statusesByIds(ctx.db, { ids: JSON.stringify(statusIds) }).flatMap(({ id, localOnly }) => (localOnly ? [] : [id]))

/** Which of these posts each of these people may see. */
export function seenByAll(ctx: Context, statusIds: readonly number[], people: readonly number[]): Set<number> {
  const guests = new Set(
    accountsByIds(ctx.db, { ids: JSON.stringify(people) }).flatMap(({ id, domain }) => (domain === null ? [] : [id])),
  )
  const leaving = guests.size === 0 ? statusIds : leavingIds(ctx, statusIds)
  const seen = people.map((id) => {
    const ids = guests.has(id) ? leaving : statusIds
    return new Set(presentStatuses(ctx, asMember(id), ids).map((status) => status.id))
  })
  return new Set(statusIds.filter((id) => seen.every((ids) => ids.has(String(id)))))
}

/** A text in which nobody is named but these people. */
function withoutOthers(text: string, people: readonly AccountRow[]): string {
  let told = ''
  let from = 0
  for (const entity of findEntities(text)) {
    if (entity.kind !== 'mention') continue
    const key = entity.username.toLowerCase()
    const domain = entity.domain ?? null
    const known = people.some((one) => one.username.toLowerCase() === key && one.domain === domain)
    told += text.slice(from, entity.start) + (known ? text.slice(entity.start, entity.end) : '@…')
    from = entity.end
  }
  return told + text.slice(from)
}

/** What moves or sounds is looked at in its post. */
const isShown = ({ kind }: MediaRow): boolean => kind === 'image'

const nameOf = ({ displayName, username }: AccountRow) => displayName || username

/**
 * Posts as they are quoted in a case, in order: only what all of `people` may see now, the handles of everybody else
 * taken out. One that was deleted says so; one that somebody may not see any more has no words either.
 */
export function presentQuotes(ctx: Context, statusIds: readonly number[], people: readonly number[]): MediationQuote[] {
  if (statusIds.length === 0) return []
  const rows = new Map(statusesByIds(ctx.db, { ids: JSON.stringify(statusIds) }).map((row) => [row.id, row]))
  const seen = seenByAll(ctx, statusIds, people)
  const named = accountsByIds(ctx.db, { ids: JSON.stringify(people) })
  const media = Map.groupBy(mediaOf(ctx.db, { ids: JSON.stringify([...seen]) }), ({ statusId }) => statusId)
  return statusIds.map((id) => {
    const pictures = (media.get(id) ?? []).map((row) => ({
      id: isShown(row) ? String(row.id) : null,
      description: withoutOthers(row.description, named),
    }))
    return { ...presentQuote(id, rows.get(id), seen.has(id), named), pictures }
  })
}

function presentQuote(
  id: number,
  row: StatusRow | undefined,
  seen: boolean,
  named: readonly AccountRow[],
): Omit<MediationQuote, 'pictures'> {
  const author = named.find((one) => one.id === row?.accountId)
  return {
    id: String(id),
    author: author ? nameOf(author) : roomTexts.somebody,
    text: row && seen ? withoutOthers(row.text, named) : null,
    spoiler_text: row && seen ? withoutOthers(row.spoilerText, named) : '',
    deleted: row === undefined,
  }
}
