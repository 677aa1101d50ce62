import type { IncomingHttpHeaders } from 'node:http'
import type { Dispatcher } from 'undici'
import type { Config } from '../../config.ts'
import { SECOND } from '../clock.ts'
import { readCapped } from './body.ts'
import type { Heard } from './bound.ts'
import type { Lookup } from './connect.ts'
import { NotReachable } from './reachable.ts'

const REDIRECTS = 2
const DEADLINE = 15 * SECOND
const MOST = 1024 * 1024

/** What is asked of another server. */
export type Ask = {
  method?: 'GET' | 'POST'
  /** By a function where they depend on the address, as signatures do: it is asked again after each redirect. */
  headers?: Record<string, string> | ((url: URL) => Record<string, string>)
  body?: Buffer | string
  /** Bytes of the answer; 1 MiB unless said. */
  most?: number
  /** Whether a longer answer ends there instead of failing. */
  cut?: boolean
  /** Milliseconds for all of it, redirects too; 15 s unless said. */
  deadline?: number
  /** Whether http is taken beside https, for pages that people link to. */
  plain?: boolean
}

/** What another server said; `url` is where the answer came from in the end. */
export type Said = { status: number; headers: IncomingHttpHeaders; url: URL; body: Buffer }

/**
 * The one way out: every request of our server to an address that somebody else chose. Only the public internet, on the
 * standard ports, at most two redirects of a GET, each checked anew, none of a POST, with an end to time and length.
 */
export type Outbound = {
  /** Throws an error with the code `NOT_REACHABLE` or `TOO_LARGE`, or what the network throws; none may be shown or logged whole. */
  ask(url: string, what?: Ask): Promise<Said>
  /**
   * The same way for a library with requests of its own, to the origin of `url` alone; `most` bytes an answer. It has to
   * ask for no encoding, to follow no redirect and to give up by itself. Throws as {@link Outbound.ask}.
   */
  bind(url: string, what: { most: number; heard: Heard }): Promise<Dispatcher>
  close(): Promise<void>
}

/** What one server's requests are made with. */
type Way = { loopback: boolean; agent: () => Promise<Dispatcher>; name: string }

/** The address as one that may be asked at all. Throws {@link NotReachable}. */
function checkUrl(text: string, base: URL | undefined, { loopback }: Way, plain: boolean): URL {
  const url = URL.parse(text, base)
  if (!url) throw new NotReachable('the address cannot be read')
  if (url.username !== '' || url.password !== '') throw new NotReachable('the address holds a name or password')
  const scheme = url.protocol === 'https:' || (url.protocol === 'http:' && (plain || loopback))
  if (!scheme) throw new NotReachable('the address is of another kind')
  // the port of its scheme is never written in a parsed address
  if (!loopback && url.port !== '') throw new NotReachable('the address has a port of its own')
  url.hash = ''
  return url
}

/** What speaks for us goes to nobody whom a redirect names. */
const ofOneOrigin = new Set(['authorization', 'cookie', 'signature'])

function headersFor(what: Ask, url: URL, first: URL): Record<string, string> {
  const { headers = {} } = what
  if (typeof headers === 'function') return headers(url)
  if (url.origin === first.origin) return headers
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofOneOrigin.has(name.toLowerCase())))
}

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status)

async function askOnce(way: Way, what: Ask, { url, first }: { url: URL; first: URL }, signal: AbortSignal) {
  const [{ request }, dispatcher] = await Promise.all([import('undici'), way.agent()])
  const answer = await request(url, {
    dispatcher,
    method: what.method ?? 'GET',
    headers: { 'user-agent': way.name, 'accept-encoding': 'gzip, br', ...headersFor(what, url, first) },
    body: what.body,
    signal,
  })
  // what is not read to its end is dropped, and says so
  answer.body.on('error', () => undefined)
  const to = isRedirect(answer.statusCode) && (what.method ?? 'GET') === 'GET' ? answer.headers.location : undefined
  if (to !== undefined) {
    answer.body.destroy()
    return { to: String(to) }
  }
  const encoding = String(answer.headers['content-encoding'] ?? '').toLowerCase()
  const size = { most: what.most ?? MOST, cut: what.cut ?? false }
  const body = await readCapped(answer.body, encoding, size).finally(() => answer.body.destroy())
  return { said: { status: answer.statusCode, headers: answer.headers, url, body } }
}

/** Makes the way out of one server; `lookup` stands in for the system's in tests. */
export function createOutbound(config: Pick<Config, 'allowLoopback' | 'publicUrl'>, lookup?: Lookup): Outbound {
  const loopback = config.allowLoopback
  // loaded with the first request: a server that asks nobody need not hold it
  let made: Promise<Dispatcher> | undefined
  const agent = () => {
    made ??= import('./connect.ts').then(({ createConnections }) => createConnections({ loopback, lookup }))
    return made
  }
  const way = { loopback, agent, name: `LeftCommunity/1.0 (+${config.publicUrl}/)` }
  return {
    async ask(text, what = {}) {
      const signal = AbortSignal.timeout(what.deadline ?? DEADLINE)
      const first = checkUrl(text, undefined, way, what.plain ?? false)
      let url = first
      for (let redirects = 0; redirects <= REDIRECTS; redirects += 1) {
        const { said, to } = await askOnce(way, what, { url, first }, signal)
        if (said) return said
        url = checkUrl(to, url, way, what.plain ?? false)
      }
      throw new NotReachable('there were too many redirects')
    },
    async bind(url, { most, heard }) {
      const { origin } = checkUrl(url, undefined, way, false)
      const [{ BoundDispatcher }, connections] = await Promise.all([import('./bound.ts'), agent()])
      return new BoundDispatcher(connections, { origin, most, heard })
    },
    close: async () => (await made)?.destroy(),
  }
}
