import type { Context, Status } from '../../../shared/api/wire.ts'
import { queryClient } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { placeInList } from '../../api/pages.ts'
import { countReply, keepStatuses } from '../../api/store.ts'

/** A thread as it is kept: ids only. */
export interface ThreadIds {
  /** Both sides of a disagreement in it signed that it says so. */
  resolved: boolean
  ancestors: string[]
  descendants: string[]
}

/** Shows a post that was just written wherever it belongs, without asking the server again. */
export function placeNew(status: Status): void {
  keepStatuses([status])
  const answers = status.in_reply_to_id
  const ownThread = !answers || status.in_reply_to_account_id === status.account.id
  placeInList(keys.home, status.id)
  placeInList(keys.profilePosts(status.account.id, 'replies'), status.id)
  if (status.media_attachments.length > 0) placeInList(keys.profilePosts(status.account.id, 'pictures'), status.id)
  if (ownThread) placeInList(keys.profilePosts(status.account.id, 'posts'), status.id)
  if (ownThread && status.visibility === 'public') placeInList(keys.local, status.id)
  if (status.visibility === 'public') for (const tag of status.tags) placeInList(keys.tag(tag.name), status.id)
  if (answers) placeReply(status.id, answers)
}

/** Puts a reply into every thread at hand that holds what it answers. */
function placeReply(id: string, answered: string): void {
  countReply(answered, 1)
  for (const [key, thread] of queryClient().getQueriesData<ThreadIds>({ queryKey: ['thread'] })) {
    const belongs = key[1] === answered || thread?.descendants.includes(answered)
    if (!thread || !belongs || thread.descendants.includes(id)) continue
    queryClient().setQueryData<ThreadIds>(key, { ...thread, descendants: [...thread.descendants, id] })
  }
}

/** The ids of a thread, once its posts are in the store. */
export function threadIds(context: Context): ThreadIds {
  return {
    ancestors: keepStatuses(context.ancestors),
    descendants: keepStatuses(context.descendants),
    resolved: context.resolved === true,
  }
}
