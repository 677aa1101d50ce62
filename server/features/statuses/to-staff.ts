import { findEntities } from '../../../shared/text/entities.ts'
import type { Context } from '../../context.ts'
import { rolesThatMay } from '../../policies/roles.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { ourHost } from '../accounts/present.ts'
import { localAccountByName, rolesOf } from '../accounts/queries.ts'
import type { StatusForm } from './form.ts'
import { mentionsOf, statusById } from './queries.ts'

/** More names than that are no question to the team. */
const MOST = 10

/** The accounts that a text names; undefined where one of them is of another server, or nobody. */
function namedHere(ctx: Context, text: string): number[] | undefined {
  const mentions = findEntities(text).flatMap((entity) => (entity.kind === 'mention' ? [entity] : []))
  if (mentions.length === 0 || mentions.length > MOST) return undefined
  const found = mentions.map(({ username, domain }) => {
    const isHere = domain === undefined || domain.toLowerCase() === ourHost(ctx)
    return isHere ? localAccountByName(ctx.db, { key: username.toLowerCase() })?.id : undefined
  })
  const ids = found.filter((id) => id !== undefined)
  return ids.length === found.length ? ids : undefined
}

/** Whose letter it answers, where that was a private post to whoever answers; checked as all answers are when posted. */
function writerOf(ctx: Context, me: number, letterId: number | undefined): number | undefined {
  const letter = letterId === undefined ? undefined : statusById(ctx.db, { id: letterId })
  if (letter?.visibility !== 'direct' || letter.accountId === me) return undefined
  const named = mentionsOf(ctx.db, { ids: JSON.stringify([letter.id]) })
  return named.some(({ accountId, silent }) => accountId === me && silent === 0) ? letter.accountId : undefined
}

/**
 * Words alone, for those who are named, who all are of the team: what anybody may write, whatever they accepted. One of
 * the team may answer who wrote to them so, too.
 */
export function isToStaff(ctx: Context, form: StatusForm, viewer: Viewer): boolean {
  const isPlain = !form.poll && form.media_ids.length === 0 && form.quoted_status_id === undefined
  if (form.visibility !== 'direct' || form.scheduled_at !== undefined || !isPlain) return false
  const named = namedHere(ctx, form.status)
  if (!named) return false
  const team = rolesThatMay('reports')
  const isOfTeam = viewer.roles.some((role) => team.includes(role))
  const writer = isOfTeam ? writerOf(ctx, viewer.accountId, form.in_reply_to_id) : undefined
  const held = rolesOf(ctx.db, { ids: JSON.stringify(named) }).filter(({ role }) => team.includes(role))
  return named.every((id) => id === writer || held.some(({ accountId }) => accountId === id))
}
