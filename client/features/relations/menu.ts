import { relationshipTo } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { relations } from '../../locales/en/relations.ts'
import type { MenuItem } from '../../ui/menu.tsx'
import { ask } from '../statuses/question.ts'
import { nameOf, relate } from './act.ts'

const t = texts(relations)

/** What can be done about a person: mute and block, or the way back. */
export function menuAbout(accountId: string): MenuItem[] {
  const name = nameOf(accountId)
  const stands = relationshipTo(accountId)
  return [
    stands?.muting
      ? { label: t('unmute', name), apart: true, onSelect: () => relate(accountId, 'unmute') }
      : { label: t('mute', name), hint: t('muteHint'), apart: true, onSelect: () => ask({ about: 'mute', accountId }) },
    stands?.blocking
      ? { label: t('unblockName', name), onSelect: () => relate(accountId, 'unblock') }
      : { label: t('block', name), hint: t('blockHint'), onSelect: () => ask({ about: 'block', accountId }) },
  ]
}
