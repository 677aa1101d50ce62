import { createSignal } from 'solid-js'

const [inboxCount, setInboxCount] = createSignal(0)
const [noticeCount, setNoticeCount] = createSignal(0)
const [requestCount, setRequestCount] = createSignal(0)

/** What waits for the member, as shown beside the words of the rail; the features that count set it. */
export { inboxCount, noticeCount, requestCount, setInboxCount, setNoticeCount, setRequestCount }
