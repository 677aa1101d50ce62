import { Dispatcher } from 'undici'
import { NotReachable } from './reachable.ts'

/** What the last answer was, for callers whose library does not say. */
export type Heard = { status: number | undefined }

type Handler = Dispatcher.DispatchHandler
type Controller = Parameters<NonNullable<Handler['onResponseStart']>>[0]
type Headers = Parameters<NonNullable<Handler['onResponseStart']>>[2]

/** How Node's own fetch, which is of an older undici than ours, wants to be told what comes. */
type Fetching = {
  onConnect(abort: (reason?: Error) => void): void
  onResponseStarted?(): void
  onHeaders(status: number, headers: Buffer[], resume: () => void, message: string): boolean
  onData(chunk: Buffer): boolean
  onComplete(trailers: Buffer[]): void
  onError(error: Error): void
}

/** An answer is longer than was asked for, or packed, so that its length cannot be known. */
class TooLarge extends Error {
  readonly code = 'TOO_LARGE'
}

const flat = (headers: Headers): Buffer[] =>
  Object.entries(headers).flatMap(([name, values = '']) =>
    [values].flat().flatMap((value) => [Buffer.from(name, 'latin1'), Buffer.from(value, 'latin1')]),
  )

/** Hands an answer on to a fetch as long as it is unpacked and within `most` bytes. */
function capped(fetching: Fetching, heard: Heard, most: number): Handler {
  let length = 0
  const stop = (controller: Controller) => controller.abort(new TooLarge('the answer is longer than was asked for'))
  return {
    onRequestStart: (controller) => fetching.onConnect((reason) => controller.abort(reason ?? new Error('given up'))),
    onResponseStart(controller, status, headers, message) {
      heard.status = status
      const encoding = String(headers['content-encoding'] ?? 'identity')
      if (encoding !== 'identity' || Number(headers['content-length'] ?? 0) > most) return stop(controller)
      fetching.onResponseStarted?.()
      const goOn = fetching.onHeaders(status, flat(headers), () => controller.resume(), message ?? '')
      if (!goOn) controller.pause()
    },
    onResponseData(controller, chunk) {
      length += chunk.length
      if (length > most) stop(controller)
      else if (!fetching.onData(chunk)) controller.pause()
    },
    onResponseEnd: () => fetching.onComplete([]),
    onResponseError: (_controller, error) => fetching.onError(error),
  }
}

/**
 * The server's connections, for a library that asks by Node's own fetch: to one origin alone, wherever an answer sends
 * the next request (with what speaks for us), and with an end to the length of each answer.
 */
export class BoundDispatcher extends Dispatcher {
  readonly #connections: Dispatcher
  readonly #origin: string
  readonly #most: number
  readonly #heard: Heard

  constructor(connections: Dispatcher, { origin, most, heard }: { origin: string; most: number; heard: Heard }) {
    super()
    this.#connections = connections
    this.#origin = origin
    this.#most = most
    this.#heard = heard
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Handler): boolean {
    if (String(options.origin) !== this.#origin) throw new NotReachable('the request would go to another server')
    // only a fetch is given this dispatcher, whose handler is one of these (Node 24)
    const fetching: unknown = handler
    return this.#connections.dispatch(options, capped(fetching as Fetching, this.#heard, this.#most))
  }
}
