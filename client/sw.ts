import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching'
import { openPushed, showPushed } from './lib/pushed.ts'
import { renewPush } from './lib/renewed.ts'
import { keepShared } from './lib/shared.ts'

/** Where other apps share to. */
const SHARE = '/share'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] }

/** The empty page that the client draws itself into. */
const SHELL = '/index.html'

/** Doors that this worker never touches: what they answer is the server's word alone, or goes to another program. */
const NEVER = /^\/(api|auth|oauth|media|healthz|nodeinfo|\.well-known)(\/|$)/

// The client's own files, under names that change with their content; `/` stays the server's page.
precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: '', cleanURLs: false })
cleanupOutdatedCaches()

// The page that brought the worker in is looked after from the start, so that its next parts come without a network too.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => event.waitUntil(showPushed(self, event.data)))

// A browser may give up its address for messages by itself; the member's wish to be told stays.
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renewPush(self, event)))

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openPushed(self, event.notification.data))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.mode !== 'navigate') return
  const url = new URL(request.url)
  if (url.origin !== self.location.origin || NEVER.test(url.pathname)) return
  if (request.method === 'GET') event.respondWith(openPage(request))
  else if (request.method === 'POST' && url.pathname === SHARE) event.respondWith(takeIn(request))
})

/** Keeps what another app shares on this device, and opens the page that writes with it: none of it is in an address. */
async function takeIn(request: Request): Promise<Response> {
  await keepShared(await request.formData())
  return Response.redirect(SHARE, 303)
}

/** The page as the server has it now; without a server the shell, which says so and goes on when the server is back. */
async function openPage(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const shell = await matchPrecache(SHELL)
    if (shell) return shell
    throw error
  }
}
