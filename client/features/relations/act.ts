import { unwrap } from 'solid-js/store'
import type { Relationship } from '../../../shared/api/wire.ts'
import { formatWhen } from '../../../shared/text/figures.ts'
import { send } from '../../api/http.ts'
import { dropAuthor } from '../../api/pages.ts'
import { accountOf, keepRelationships, patchRelationship, relationshipTo } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { relations } from '../../locales/en/relations.ts'
import { toast } from '../../ui/toast.tsx'

const t = texts(relations)

/** What one person can do about another. */
export type RelationAct = 'follow' | 'unfollow' | 'mute' | 'unmute' | 'block' | 'unblock' | 'remove_from_followers'

/** What is shown before the server has answered; `asks` where a follow has to be said yes to. */
function foreseen(act: RelationAct, asks: boolean): Partial<Relationship> {
  switch (act) {
    case 'follow':
      return asks ? { requested: true } : { following: true }
    case 'unfollow':
      return { following: false, requested: false }
    case 'mute':
      return { muting: true, muting_notifications: true }
    case 'unmute':
      return { muting: false, muting_notifications: false }
    case 'block':
      return { blocking: true, following: false, requested: false, followed_by: false }
    case 'unblock':
      return { blocking: false }
    case 'remove_from_followers':
      return { followed_by: false }
    default:
      return act satisfies never
  }
}

/**
 * Does it, showing it at once and taking it back with a word if the server says no. True when it was done. A mute can
 * be for some seconds (0: until it is ended).
 */
export async function relate(accountId: string, act: RelationAct, duration = 0): Promise<boolean> {
  const before = relationshipTo(accountId)
  const kept = before && { ...unwrap(before) }
  patchRelationship(accountId, foreseen(act, saysYes(accountId)))
  try {
    const after = await send<Relationship>('POST', `/api/v1/accounts/${accountId}/${act}`, bodyOf(act, duration))
    keepRelationships([after])
    tidy(accountId, act)
    toast(doneText(act, after, nameOf(accountId)))
    return true
  } catch (error) {
    if (kept) keepRelationships([kept])
    toast(`${t('notDone')} ${reasonOf(error)}`)
    return false
  }
}

/** Whether somebody, or the server that they are on, says yes to a follow before it is one. */
const saysYes = (id: string) => accountOf(id)?.locked === true || accountOf(id)?.acct.includes('@') === true

const bodyOf = (act: RelationAct, duration: number) => (act === 'mute' ? { duration } : undefined)

/** Takes what one no longer wants to see out of the lists at hand. */
function tidy(accountId: string, act: RelationAct): void {
  if (act === 'mute' || act === 'block') dropAuthor(accountId, 'everywhere')
  if (act === 'unfollow') dropAuthor(accountId, 'home')
}

function doneText(act: RelationAct, after: Relationship, name: string): string {
  if (act === 'follow' && after.requested) return relations.done.request(name)
  if (act === 'mute' && after.muting_expires_at) return t('mutedUntil', name, formatWhen(after.muting_expires_at))
  return relations.done[act](name)
}

/** What a person is called: the name they chose, else their username. */
export function nameOf(accountId: string): string {
  const account = accountOf(accountId)
  return account?.display_name || (account?.username ?? '')
}
