import { unwrap } from 'solid-js/store'
import type { Status } from '../../../shared/api/wire.ts'
import { posts } from '../../../shared/locales/en/posts.ts'
import { queryClient } from '../../api/client.ts'
import { send } from '../../api/http.ts'
import { keys } from '../../api/keys.ts'
import { dropFromLists, placeInList } from '../../api/pages.ts'
import { boostsAtHand, keepStatuses, patchStatus, type StatusEntity, statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { session } from '../../session/session.ts'
import { toast } from '../../ui/toast.tsx'

const t = texts(posts)

/** What one can do with a post and take back again. */
export type Deed = 'reblog' | 'favourite' | 'bookmark' | 'pin'

const flags = { reblog: 'reblogged', favourite: 'favourited', bookmark: 'bookmarked', pin: 'pinned' } as const

/** Whether one did it. */
export const isDone = (status: StatusEntity, deed: Deed): boolean => status[flags[deed]] === true

/** What is shown before the server has answered. */
function foreseen(status: StatusEntity, deed: Deed, on: boolean): Partial<StatusEntity> {
  const by = on ? 1 : -1
  switch (deed) {
    case 'reblog':
      return { reblogged: on, reblogs_count: Math.max(0, status.reblogs_count + by) }
    case 'favourite':
      return { favourited: on, favourites_count: Math.max(0, status.favourites_count + by) }
    case 'bookmark':
      return { bookmarked: on }
    case 'pin':
      return { pinned: on }
    default:
      return deed satisfies never
  }
}

const running = new Set<string>()

/** Does it or takes it back, showing it at once, and undoing that with a word if the server says no. */
export async function toggle(statusId: string, deed: Deed): Promise<void> {
  const status = statusOf(statusId)
  const mark = `${deed} ${statusId}`
  if (!status || running.has(mark)) return
  running.add(mark)
  const on = !isDone(status, deed)
  const { reblogged, reblogs_count, favourited, favourites_count, bookmarked, pinned } = unwrap(status)
  patchStatus(statusId, foreseen(status, deed, on))
  try {
    const after = await send<Status>('POST', `/api/v1/statuses/${statusId}/${on ? deed : `un${deed}`}`)
    keepStatuses([after])
    if (deed === 'reblog') showBoost(statusId, on ? after.id : undefined)
    if (deed === 'pin') queryClient().invalidateQueries({ queryKey: keys.pinned(status.account_id) })
    if (deed === 'pin') toast(t(on ? 'pinned' : 'unpinned'))
  } catch (error) {
    patchStatus(statusId, { reblogged, reblogs_count, favourited, favourites_count, bookmarked, pinned })
    toast(`${on ? posts.notDone[deed] : t('notTakenBack')} ${reasonOf(error)}`)
  } finally {
    running.delete(mark)
  }
}

/** One's boost stands on one's own profile, or is gone from every list. */
function showBoost(statusId: string, boostId: string | undefined): void {
  const me = session()?.account?.id
  if (me === undefined) return
  if (boostId === undefined) {
    const gone = new Set(boostsAtHand(statusId, me))
    dropFromLists((id) => gone.has(id))
    return
  }
  for (const which of ['posts', 'replies'] as const) placeInList(keys.profilePosts(me, which), boostId)
}
