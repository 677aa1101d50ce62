import { createEffect, on, onCleanup } from 'solid-js'
import { read, send } from '../../api/http.ts'
import { listen } from '../../api/live.ts'
import { session } from '../../session/session.ts'
import { setTalkCount } from '../shell/counts.ts'

const PATH = '/api/community/v1/conversations'

/** How long what comes together is waited for, in milliseconds. */
const TOGETHER = 300

let soon: ReturnType<typeof setTimeout> | undefined

/** Counts the private conversations that wait to be read. */
export function countTalks(): void {
  clearTimeout(soon)
  soon = setTimeout(() => {
    if (session()?.state !== 'member') return setTalkCount(0)
    read<{ count: number }>(`${PATH}/unread_count`).then(
      ({ count }) => setTalkCount(count),
      () => undefined,
    )
  }, TOGETHER)
}

/** Keeps the count while a member looks. */
export function watchTalks(): void {
  createEffect(on(() => session()?.account?.id, countTalks))
  onCleanup(listen({ stream: 'direct' }, { other: countTalks, returned: countTalks }))
}

/** Marks one's private conversations in the thread of a post as read, on every device. */
export async function readTalk(statusId: string): Promise<void> {
  await send('POST', `${PATH}/read`, { status_id: statusId }).catch(() => undefined)
  countTalks()
}
