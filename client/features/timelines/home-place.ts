import { createSignal, onCleanup, onMount } from 'solid-js'
import type { Marker } from '../../../shared/api/wire.ts'
import { queryClient } from '../../api/client.ts'
import { read, send } from '../../api/http.ts'
import { byNewest, type IdList, type IdPage, idsOf } from '../../api/pages.ts'
import { reachable } from '../../api/reach.ts'
import type { ListSource } from './look.ts'

const MARKERS = '/api/v1/markers'

/** How many pages are read to come back to where one was; further down is begun anew. */
const MOST_PAGES = 8

/** How long is waited to hear where one was, in milliseconds. */
const PATIENT = 4000

/** How long one stays at a place before it is kept, in milliseconds: who scrolls on is still on the way. */
const REST = 1500

/**
 * Where somebody was in their home when they left it, on whichever device: `undefined` while that is not known, `''` at
 * the top. What stands above it is read first, so that it is all there. `keep` notes where one is now;
 * `readNow` says that the list was read for it this moment.
 */
export function homePlace(source: ListSource) {
  const [at, setAt] = createSignal<string>()
  let readNow = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let kept: string | undefined
  onMount(async () => {
    // what is still there was left in this very window, which knows better
    if (queryClient().getQueryData(source.key)) return setAt('')
    const place = await findPlace(source).catch(() => undefined)
    readNow = place !== undefined
    setAt(place ?? '')
  })
  const keep = (id: string | undefined) => {
    clearTimeout(timer)
    const place = id ?? '0'
    if (place === kept) return
    timer = setTimeout(() => {
      kept = place
      send('POST', MARKERS, { home: { last_read_id: place } }).catch(() => undefined)
    }, REST)
  }
  onCleanup(() => clearTimeout(timer))
  return { at, keep, readNow: () => readNow }
}

/** Ends a question as soon as the server is lost, or takes too long: without a network one begins with what is kept. */
function whileReachable(): AbortSignal {
  const end = new AbortController()
  const began = Date.now()
  const timer = setInterval(() => {
    if (reachable() && Date.now() - began < PATIENT) return
    clearInterval(timer)
    end.abort()
  }, 100)
  return end.signal
}

async function findPlace(source: ListSource): Promise<string> {
  const [{ home }, first] = await Promise.all([
    read<{ home?: Marker }>(`${MARKERS}?timeline[]=home`, { signal: whileReachable() }),
    source.read(source.path),
  ])
  const left = home?.last_read_id ?? '0'
  const pages: IdPage[] = [first]
  const params: (string | undefined)[] = [undefined]
  const found = () => idsOf({ pages, pageParams: params }).find((id) => byNewest(id, left) >= 0)
  while (left !== '0' && !found() && pages.length < MOST_PAGES) {
    const next = pages.at(-1)?.next
    if (!next) break
    pages.push(await source.read(next))
    params.push(next)
  }
  const place = left === '0' ? undefined : found()
  const list: IdList = place ? { pages, pageParams: params } : { pages: [first], pageParams: [undefined] }
  queryClient().setQueryData<IdList>(source.key, list)
  return place ?? ''
}
