import { keys } from '../../api/keys.ts'
import { type IdPage, readNotifications } from '../../api/pages.ts'
import { notificationOf } from '../../api/store.ts'
import { knowRelations } from '../relations/known.ts'
import type { ListSource } from '../timelines/look.ts'

/** The kinds of entries that can be looked at alone. */
export const inboxKinds = {
  all: undefined,
  mentions: ['mention', 'quote'],
  likes: ['favourite', 'reblog'],
  follows: ['follow', 'follow_request'],
  posts: ['status', 'update', 'quoted_update', 'poll'],
} as const
/** Which part of the inbox is looked at. */
export type InboxKind = keyof typeof inboxKinds

/** The inbox, or a part of it, as a list. */
export function inboxOf(kind: InboxKind): ListSource {
  const types: readonly string[] | undefined = inboxKinds[kind]
  // what moderators decided about me stands above the list
  const asked = types?.map((type) => `types[]=${type}`).join('&') ?? 'exclude_types[]=moderation_warning'
  return {
    key: [...keys.inbox, kind],
    path: `/api/v2/notifications?${asked}`,
    read: readInbox,
    live: {
      stream: 'user',
      kind: 'notification',
      fits: (id) => types?.includes(notificationOf(id)?.type ?? '') ?? true,
    },
    sameAs: (id) => notificationOf(id)?.group_key,
  }
}

/** Reads a page, and how one stands to those in it: that decides what can be pressed beside them. */
async function readInbox(path: string): Promise<IdPage> {
  const page = await readNotifications(path)
  const people = page.ids.flatMap((id) => notificationOf(id)?.account_ids ?? [])
  await knowRelations(people).catch(() => undefined)
  return page
}
