import { createEffect, createMemo, on, onCleanup } from 'solid-js'
import type { Marker } from '../../../shared/api/wire.ts'
import { read, send } from '../../api/http.ts'
import { keepStreams, listen } from '../../api/live.ts'
import { looking } from '../../lib/looking.ts'
import { session } from '../../session/session.ts'
import { countNotices } from '../notices/unread.ts'
import { setInboxCount, setRequestCount } from '../shell/counts.ts'

/** How often is looked whether something came, in milliseconds. */
const EVERY = 60_000

/** Keeps the count, now and from time to time, while a member looks. */
export function watchInbox(): void {
  createEffect(
    on(
      () => session()?.account?.id,
      () => {
        setRequestCount(session()?.account?.source.follow_requests_count ?? 0)
        countInbox()
      },
    ),
  )
  looking(countInbox, EVERY)
  onCleanup(
    listen(
      { stream: 'user' },
      {
        arrived: (_id, kind) => kind === 'notification' && countSoon(),
        other: (event) => (event === 'markers' || event === 'notifications_merged') && countSoon(),
        returned: countSoon,
      },
    ),
  )
}

/** How long what comes together is waited for, in milliseconds. */
const TOGETHER = 300

let soon: ReturnType<typeof setTimeout> | undefined

function countSoon(): void {
  clearTimeout(soon)
  soon = setTimeout(countInbox, TOGETHER)
}

/** Keeps the live streams open while a member looks. */
export function watchStreams(): void {
  const member = createMemo(() => (session()?.state === 'member' ? session()?.account?.id : undefined))
  createEffect(() => {
    if (member()) onCleanup(keepStreams())
  })
}

/** Counts what came since the inbox was last read, and what the community said and was not put away. */
export function countInbox(): void {
  countNotices()
  const who = session()?.account?.id
  if (session()?.state !== 'member') {
    setInboxCount(0)
    return
  }
  read<{ count: number }>('/api/v2/notifications/unread_count').then(
    (answer) => {
      if (session()?.account?.id === who) setInboxCount(answer.count)
    },
    () => undefined,
  )
}

/** The newest entry of the inbox that was read, on whichever device; `0` when none was. */
export async function readUpTo(): Promise<string> {
  const { notifications } = await read<{ notifications?: Marker }>('/api/v1/markers?timeline[]=notifications')
  return notifications?.last_read_id ?? '0'
}

/** Marks the inbox as read up to an entry, for every device. */
export async function markRead(id: string): Promise<void> {
  setInboxCount(0)
  await send('POST', '/api/v1/markers', { notifications: { last_read_id: id } })
}
