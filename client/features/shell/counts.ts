import { createSignal } from 'solid-js'
import type { MediationWaiting } from '../../../shared/api/mediation.ts'

const [inboxCount, setInboxCount] = createSignal(0)
const [noticeCount, setNoticeCount] = createSignal(0)
const [requestCount, setRequestCount] = createSignal(0)
const [talkCount, setTalkCount] = createSignal(0)
const [mediation, setMediation] = createSignal<MediationWaiting>({ count: 0, any: false })

/** What waits for the member, as shown beside the words of the rail; the features that count set it. */
export {
  inboxCount,
  mediation,
  noticeCount,
  requestCount,
  setInboxCount,
  setMediation,
  setNoticeCount,
  setRequestCount,
  setTalkCount,
  talkCount,
}
