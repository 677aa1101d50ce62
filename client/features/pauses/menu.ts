import { relationshipTo, type StatusEntity } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { pauseEntry } from '../../locales/en/pause-entry.ts'
import type { MenuItem } from '../../ui/menu.tsx'
import { nameOf, relate } from '../relations/act.ts'
import { ask } from '../statuses/question.ts'
import { endThread } from './act.ts'

const t = texts(pauseEntry)

/** Pausing the conversation of a post, or the way back. */
export const threadPause = ({ id, muted }: StatusEntity): MenuItem =>
  muted
    ? { label: t('endThread'), apart: true, onSelect: () => endThread(id) }
    : {
        label: t('thread'),
        hint: t('threadHint'),
        apart: true,
        onSelect: () => ask({ about: 'pauseThread', statusId: id }),
      }

/** Pausing a person or the way back, and offering them a truce; at a post, also in its conversation only. */
export function personPauses(accountId: string, statusId?: string): MenuItem[] {
  const name = nameOf(accountId)
  const apart = statusId === undefined
  return [
    relationshipTo(accountId)?.muting
      ? { label: t('endPerson', name), apart, onSelect: () => relate(accountId, 'unmute') }
      : { label: t('person', name), hint: t('personHint'), apart, onSelect: () => ask({ about: 'pause', accountId }) },
    { label: t('truce', name), hint: t('truceHint'), onSelect: () => ask({ about: 'truce', accountId, statusId }) },
  ]
}
