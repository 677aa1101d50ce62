/** What the server sends to our own client, as far as it is shown. */
interface Pushed {
  title: string
  body: string
  icon: string
  url: string
}

/** What was pushed, where it can be read; a message of another version still says that something came. */
function readPushed(data: PushMessageData | null): Pushed {
  const nothing = { title: '', body: '', icon: '/icon-192.png', url: '/inbox' }
  try {
    return { ...nothing, ...(data?.json() as Partial<Pushed>) }
  } catch {
    return nothing
  }
}

/** Shows what was pushed, a later word about the same page in place of the one before. */
export function showPushed({ registration }: ServiceWorkerGlobalScope, data: PushMessageData | null): Promise<void> {
  const { title, body, icon, url } = readPushed(data)
  return registration.showNotification(title, { body, icon, badge: '/icon-192.png', tag: url, data: { url } })
}

/** Opens the page of a notification that was pressed: in a window that is there, else in a new one. */
export async function openPushed({ clients, location }: ServiceWorkerGlobalScope, data: unknown): Promise<void> {
  const said = (data as { url?: unknown } | null)?.url
  const url = new URL(typeof said === 'string' ? said : '/inbox', location.origin)
  // whatever was sent, only a page of ours is opened
  const page = url.origin === location.origin ? url.href : `${location.origin}/inbox`
  const [window] = await clients.matchAll({ type: 'window' })
  if (!window) {
    await clients.openWindow(page)
    return
  }
  await window.navigate(page)
  // a browser may keep its windows where they are
  await window.focus().catch(() => undefined)
}
