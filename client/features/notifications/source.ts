import { keys } from '../../api/keys.ts'
import { type IdPage, readNotifications } from '../../api/pages.ts'
import { notificationOf } from '../../api/store.ts'
import { knowRelations } from '../relations/known.ts'
import type { ListSource } from '../timelines/look.ts'

/** The inbox as a list. */
export const INBOX: ListSource = {
  key: keys.inbox,
  path: '/api/v1/notifications',
  read: readInbox,
  live: { stream: 'user', kind: 'notification' },
}

/** Reads a page, and how one stands to those who follow: that decides what can be pressed beside them. */
async function readInbox(path: string): Promise<IdPage> {
  const page = await readNotifications(path)
  const entries = page.ids.map(notificationOf)
  const people = entries.filter((entry) => entry && !entry.status_id).map((entry) => entry?.account_id ?? '')
  await knowRelations(people).catch(() => undefined)
  return page
}
