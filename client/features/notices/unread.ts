import { read } from '../../api/http.ts'
import { session } from '../../session/session.ts'
import { setNoticeCount } from '../shell/counts.ts'

/** Counts what the community said and was not put away. */
export function countNotices(): void {
  const who = session()?.account?.id
  if (session()?.state !== 'member') {
    setNoticeCount(0)
    return
  }
  read<{ count: number }>('/api/community/v1/notices/unread_count').then(
    (answer) => {
      if (session()?.account?.id === who) setNoticeCount(answer.count)
    },
    () => undefined,
  )
}
