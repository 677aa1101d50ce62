import type { Tag } from '../../../shared/api/wire.ts'
import { queryClient } from '../../api/client.ts'
import { send } from '../../api/http.ts'
import { keys } from '../../api/keys.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { lists } from '../../locales/en/lists.ts'
import { toast } from '../../ui/toast.tsx'

const t = texts(lists)

/** Follows a hashtag or no longer, and says what came of it. */
export async function followTag(name: string, wanted: boolean): Promise<Tag | undefined> {
  try {
    const act = wanted ? 'follow' : 'unfollow'
    const tag = await send<Tag>('POST', `/api/v1/tags/${encodeURIComponent(name)}/${act}`)
    queryClient().removeQueries({ queryKey: keys.home })
    toast(wanted ? t('tagFollowed', name) : t('tagUnfollowed', name))
    return tag
  } catch (error) {
    toast(`${t('notDone')} ${reasonOf(error)}`)
    return undefined
  }
}
