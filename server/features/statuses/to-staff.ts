import { findEntities } from '../../../shared/text/entities.ts'
import type { Context } from '../../context.ts'
import { rolesThatMay } from '../../policies/roles.ts'
import { ourHost } from '../accounts/present.ts'
import { localAccountByName, rolesOf } from '../accounts/queries.ts'
import type { StatusForm } from './form.ts'

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

/** Words alone, for those who are named, who all are of the team: what anybody may write, whatever they accepted. */
export function isToStaff(ctx: Context, form: StatusForm): boolean {
  const isPlain = !form.poll && form.media_ids.length === 0 && form.quoted_status_id === undefined
  if (form.visibility !== 'direct' || form.scheduled_at !== undefined || !isPlain) return false
  const named = namedHere(ctx, form.status)
  if (!named) return false
  const team = rolesThatMay('reports')
  const held = rolesOf(ctx.db, { ids: JSON.stringify(named) }).filter(({ role }) => team.includes(role))
  return named.every((id) => held.some(({ accountId }) => accountId === id))
}
