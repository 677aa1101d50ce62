import type { Status } from '../../../shared/api/wire.ts'
import { send } from '../../api/http.ts'
import { keepStatuses, muteConversation } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { pauseEntry } from '../../locales/en/pause-entry.ts'
import { toast } from '../../ui/toast.tsx'

const t = texts(pauseEntry)

/** Pauses the conversation of a post for some seconds (0: until it is ended). True when it was done. */
export const pauseThread = (statusId: string, duration: number): Promise<boolean> =>
  change(statusId, 'mute', { duration })

/** Lets a conversation reach one again. */
export const endThread = (statusId: string): Promise<boolean> => change(statusId, 'unmute')

async function change(statusId: string, verb: 'mute' | 'unmute', body?: object): Promise<boolean> {
  try {
    keepStatuses([await send<Status>('POST', `/api/v1/statuses/${statusId}/${verb}`, body)])
    muteConversation(statusId, verb === 'mute')
    toast(verb === 'mute' ? t('threadPaused') : t('threadGoesOn'))
    return true
  } catch (error) {
    toast(`${t('notDone')} ${reasonOf(error)}`)
    return false
  }
}
