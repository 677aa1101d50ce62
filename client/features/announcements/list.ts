import { onCleanup } from 'solid-js'
import type { Announcement } from '../../../shared/api/announcements.ts'
import { send } from '../../api/http.ts'
import { listen } from '../../api/live.ts'
import { type Listed, listed } from '../../lib/listed.ts'

const PATH = '/api/v1/announcements'

/** What is announced now; it follows what is announced, and how people react, while it stands on the screen. */
export function announced(): Listed<Announcement> {
  const list = listed<Announcement>(() => PATH)
  const stop = listen(
    { stream: 'user' },
    { other: (event) => event.startsWith('announcement') && list.reload(), returned: () => list.reload() },
  )
  onCleanup(stop)
  return list
}

const putAwayHere = new Set<string>()

/** Whether somebody put an announcement away in this window. */
export const wasPutAwayHere = (id: string): boolean => putAwayHere.has(id)

/** Puts an announcement away; one that is over already only goes from the screen. */
export async function putAway(list: Listed<Announcement>, id: string, over = false): Promise<void> {
  if (!over) await send('POST', `${PATH}/${id}/dismiss`)
  putAwayHere.add(id)
  list.change((items) => items.map((one) => (one.id === id ? { ...one, read: true } : one)))
}

/** Reacts to an announcement, or takes that back. */
export async function react(
  list: Listed<Announcement>,
  { id }: Announcement,
  name: string,
  on: boolean,
): Promise<void> {
  await send(on ? 'PUT' : 'DELETE', `${PATH}/${id}/reactions/${encodeURIComponent(name)}`)
  list.reload()
}
