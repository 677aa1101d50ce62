import { posts } from '../../../shared/locales/en/posts.ts'
import { queryClient } from '../../api/client.ts'
import { send } from '../../api/http.ts'
import { keys } from '../../api/keys.ts'
import { dropFromLists } from '../../api/pages.ts'
import { countReply, forgetStatus, readAt, statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { toast } from '../../ui/toast.tsx'

const t = texts(posts)

/** Deletes one's own post here and on the server. It leaves the screen only once the server has said so. */
export async function deleteStatus(id: string): Promise<boolean> {
  try {
    await send('DELETE', `/api/v1/statuses/${id}?delete_media=true`)
  } catch (error) {
    toast(`${t('notDeleted')} ${reasonOf(error)}`)
    return false
  }
  const answered = statusOf(id)?.in_reply_to_id
  dropFromLists((one) => readAt(one) === id)
  queryClient().removeQueries({ queryKey: keys.thread(id) })
  forgetStatus(id)
  if (answered) countReply(answered, -1)
  toast(t('deleted'))
  return true
}
