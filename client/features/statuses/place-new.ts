import type { Context, Status } from '../../../shared/api/wire.ts'
import { keys } from '../../api/keys.ts'
import { placeInList, placeReply, type ThreadIds } from '../../api/pages.ts'
import { countReply, keepStatuses, statusOf } from '../../api/store.ts'

/** Shows a post that was just written wherever it belongs, without asking the server again. */
export function placeNew(status: Status): void {
  // the stream may have been faster than the answer
  const known = statusOf(status.id) !== undefined
  keepStatuses([status])
  const answers = status.in_reply_to_id
  const ownThread = !answers || status.in_reply_to_account_id === status.account.id
  placeInList(keys.home, status.id)
  placeInList(keys.profilePosts(status.account.id, 'replies'), status.id)
  if (status.media_attachments.length > 0) placeInList(keys.profilePosts(status.account.id, 'pictures'), status.id)
  if (ownThread) placeInList(keys.profilePosts(status.account.id, 'posts'), status.id)
  if (ownThread && status.visibility === 'public') {
    placeInList(keys.local, status.id)
    placeInList(keys.allServers, status.id)
  }
  if (status.visibility === 'public') for (const tag of status.tags) placeInList(keys.tag(tag.name), status.id)
  if (!answers) return
  if (!known) countReply(answers, 1)
  placeReply(status.id, answers)
}

/** The ids of a thread, once its posts are in the store. */
export function threadIds(context: Context): ThreadIds {
  return {
    ancestors: keepStatuses(context.ancestors),
    descendants: keepStatuses(context.descendants),
    resolved: context.resolved === true,
    elsewhere: context.elsewhere,
  }
}
