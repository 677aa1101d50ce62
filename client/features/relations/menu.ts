import { relationshipTo } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { relations } from '../../locales/en/relations.ts'
import type { MenuItem } from '../../ui/menu.tsx'
import { personPauses } from '../pauses/menu.ts'
import { ask } from '../statuses/question.ts'
import { nameOf, relate } from './act.ts'

const t = texts(relations)

/**
 * What can be done about a person, met on their page or at a post of theirs: pause, block, or the way back. What is
 * done about harm stands apart from what is calm.
 */
export function menuAbout(accountId: string, statusId?: string): MenuItem[] {
  const name = nameOf(accountId)
  return [
    ...personPauses(accountId, statusId),
    ...(relationshipTo(accountId)?.followed_by && statusId === undefined
      ? [
          {
            label: t('removeFollower'),
            hint: t('removeFollowerHint'),
            onSelect: () => relate(accountId, 'remove_from_followers'),
          },
        ]
      : []),
    {
      label: t('report', name),
      hint: t('reportHint'),
      apart: true,
      href: `/report?account=${accountId}${statusId === undefined ? '' : `&status=${statusId}`}`,
    },
    relationshipTo(accountId)?.blocking
      ? { label: t('unblockName', name), onSelect: () => relate(accountId, 'unblock') }
      : { label: t('block', name), hint: t('blockHint'), onSelect: () => ask({ about: 'block', accountId }) },
  ]
}
