import type { Status } from '../../../shared/api/wire.ts'
import { cards } from '../../../shared/locales/en/cards.ts'
import { send } from '../../api/http.ts'
import { keepStatuses, type StatusEntity } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import type { MenuItem } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'

const t = texts(cards)

/** Takes the card off an own post that has one. */
export const cardItems = ({ id, card }: StatusEntity): MenuItem[] =>
  card ? [{ label: t('takeOff'), onSelect: () => takeOff(id) }] : []

async function takeOff(id: string): Promise<void> {
  try {
    keepStatuses([await send<Status>('DELETE', `/api/community/v1/statuses/${id}/card`)])
    toast(t('takenOff'))
  } catch (error) {
    toast(`${t('notTakenOff')} ${reasonOf(error)}`)
  }
}
