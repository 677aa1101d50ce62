import type { Relationship } from '../../../shared/api/wire.ts'
import { send } from '../../api/http.ts'
import { keepRelationships } from '../../api/store.ts'
import { reasonOf } from '../../lib/reason.ts'
import { relations } from '../../locales/en/relations.ts'
import { toast } from '../../ui/toast.tsx'
import { countInbox } from '../notifications/unread.ts'
import { requestCount, setRequestCount } from '../shell/counts.ts'
import { nameOf } from './act.ts'

/** Accepts or refuses somebody's request to follow. True when it was done. */
export async function answerRequest(accountId: string, answer: 'authorize' | 'reject'): Promise<boolean> {
  try {
    const stands = await send<Relationship>('POST', `/api/v1/follow_requests/${accountId}/${answer}`)
    keepRelationships([stands])
    setRequestCount(Math.max(0, requestCount() - 1))
    // An answered request is no news any more.
    countInbox()
    toast(relations.done[answer](nameOf(accountId)))
    return true
  } catch (error) {
    toast(`${relations.notDone} ${reasonOf(error)}`)
    return false
  }
}
