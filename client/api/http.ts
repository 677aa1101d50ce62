import { lost, PATIENCE, reachable, serverReturned } from './reach.ts'

/** One thing wrong with one field, as the server words it. */
export interface FieldError {
  error: string
  description: string
}

/** The server answered and said no. `message` is text for the person; empty when a proxy answered. */
export class HttpError extends Error {
  readonly status: number
  readonly errorCode: string | undefined
  readonly details: Readonly<Record<string, FieldError[]>>
  /** The ways to take the second step of a log-in, where that is what is missing. */
  readonly secondStep: readonly ('code' | 'passkey')[]
  /** Where somebody who is locked out reads why, and objects. */
  readonly appeal: string | undefined

  constructor(
    status: number,
    message: string,
    errorCode?: string,
    { details = {}, second_step: secondStep = [], appeal }: Pick<Refusal, 'details' | 'second_step' | 'appeal'> = {},
  ) {
    super(message)
    this.name = 'HttpError'
    this.status = status
    this.errorCode = errorCode
    this.details = details
    this.secondStep = secondStep
    this.appeal = appeal
  }
}

/** The server did not answer at all: nothing is known about what it did with the request. */
export class Unreachable extends Error {
  constructor() {
    super('The server does not answer.')
    this.name = 'Unreachable'
  }
}

/** A list answer with the addresses of its neighbours, from the Link header (RFC 8288). */
export interface Page<T, Items = T[]> {
  items: Items
  next: string | undefined
  prev: string | undefined
}

export interface Options {
  signal?: AbortSignal
  headers?: Record<string, string>
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a gateway says when the server behind it is gone. */
const GONE = new Set([502, 503, 504])

const refusedListeners = new Set<() => void>()

/** Tells when the server no longer knows who we are (401). Returns how to stop listening. */
export function onRefused(listener: () => void): () => void {
  refusedListeners.add(listener)
  return () => refusedListeners.delete(listener)
}

/** Reads JSON. While the server is lost it waits and asks again when the server is back. */
export async function read<T>(path: string, options: Options = {}): Promise<T> {
  const response = await patiently(path, options)
  return bodyOf<T>(response)
}

/** Reads a list, or what stands for one, together with the addresses of the pages next to it. */
export async function readPage<T, Items = T[]>(path: string, options: Options = {}): Promise<Page<T, Items>> {
  const response = await patiently(path, options)
  const links = response.headers.get('Link') ?? ''
  return { items: await bodyOf<Items>(response), next: linkTo(links, 'next'), prev: linkTo(links, 'prev') }
}

/** Changes something. Never repeated by itself: a lost server is an `Unreachable` for the caller to show. */
export async function send<T>(
  method: Exclude<Method, 'GET'>,
  path: string,
  body?: unknown,
  options: Options = {},
): Promise<T> {
  const response = await once(method, path, body, options)
  return bodyOf<T>(response)
}

/** What a member reads again without a network: who they are, lists, posts, people, the inbox. Nothing of mediations. */
const KEPT =
  /^\/(auth\/session|api\/(v1|v2)\/(timelines|notifications|statuses|accounts|conversations|favourites|bookmarks|lists)|api\/community\/v1\/warnings)\b/

/** Where this device remembers whose reading it keeps. */
const WHOSE = 'reading-of'

let keeping = false
/** What was read before it is known who reads. */
let held: (() => void)[] | undefined = []

/** Keeps what this member reads on this device from now on; for nobody and for somebody else, forgets what is kept. */
export async function keepReading(accountId: string | undefined): Promise<void> {
  const whose = localStorage.getItem(WHOSE)
  keeping = accountId !== undefined
  if (whose !== null && whose !== accountId) {
    localStorage.removeItem(WHOSE)
    await import('./kept.ts').then(({ forgetAnswers }) => forgetAnswers()).catch(() => undefined)
  }
  if (accountId !== undefined) localStorage.setItem(WHOSE, accountId)
  for (const put of held ?? []) if (keeping) put()
  held = undefined
  // what is gone at the server is read here no longer either, from the first word with it on
  if (keeping && reachable()) await forgetGone()
}

/** Forgets on this device what is gone at the server; without `ids` the server is asked what that is. */
export const forgetGone = (ids?: readonly string[]): Promise<void> =>
  import('./gone.ts').then((gone) => gone.forgetGone(ids)).catch(() => undefined)

const againListeners = new Set<() => void>()

/** Tells when the server is back after something was read from what is kept: it may be old. */
export function onReadAgain(listener: () => void): void {
  againListeners.add(listener)
}

let old = false

/** Notes that what is on the screen is of before; once the server is back, it is to be read again. */
function noteOld(): void {
  if (old) return
  old = true
  serverReturned().then(() => {
    old = false
    for (const listener of againListeners) listener()
  })
}

/** The last answer to a question, where one is kept on this device. */
async function keptAnswer(path: string): Promise<Response | undefined> {
  if (!KEPT.test(path)) return undefined
  const last = await import('./kept.ts').then((kept) => kept.keptAnswer(path)).catch(() => undefined)
  if (last) noteOld()
  return last
}

function keep(path: string, response: Response): void {
  if (!KEPT.test(path)) return
  const copy = response.clone()
  const put = () => {
    import('./kept.ts').then(({ keepAnswer }) => keepAnswer(path, copy)).catch(() => undefined)
  }
  if (held) held.push(put)
  else if (keeping) put()
}

async function patiently(path: string, options: Options): Promise<Response> {
  for (;;) {
    const kept = reachable() ? undefined : await keptAnswer(path)
    if (kept) return kept
    try {
      const response = await once('GET', path, undefined, options)
      keep(path, response)
      return response
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      const last = await keptAnswer(path)
      if (last) return last
      await serverReturned(options.signal)
    }
  }
}

async function once(method: Method, path: string, body: unknown, options: Options): Promise<Response> {
  const response = await reach(path, {
    method,
    credentials: 'same-origin',
    headers: { Accept: 'application/json', ...contentType(body), ...options.headers },
    body: body === undefined || body instanceof FormData ? (body as FormData | undefined) : JSON.stringify(body),
    signal: options.signal,
  })
  if (response.ok) return response
  if (response.status === 401 && !path.startsWith('/auth/')) for (const listener of refusedListeners) listener()
  throw await refusal(response)
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  const tooLong = new AbortController()
  const timer = init.body instanceof FormData ? undefined : setTimeout(() => tooLong.abort(), PATIENCE)
  const signal = AbortSignal.any([tooLong.signal, ...(init.signal ? [init.signal] : [])])
  const response = await fetch(path, { ...init, signal })
    .catch((error: unknown) => {
      if (init.signal?.aborted) throw error
      lost()
      throw new Unreachable()
    })
    .finally(() => clearTimeout(timer))
  if (!GONE.has(response.status)) return response
  lost()
  throw new Unreachable()
}

function contentType(body: unknown): Record<string, string> {
  return body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' }
}

async function bodyOf<T>(response: Response): Promise<T> {
  // The answer's shape is the server's promise (shared/api); it is not checked again here.
  return (await response.json()) as T
}

interface Refusal {
  error?: string
  error_code?: string
  details?: Record<string, FieldError[]>
  second_step?: ('code' | 'passkey')[]
  appeal?: string
}

async function refusal(response: Response): Promise<HttpError> {
  const body = (await response.json().catch(() => ({}))) as Refusal
  return new HttpError(response.status, body.error ?? '', body.error_code, body)
}

function linkTo(header: string, rel: 'next' | 'prev'): string | undefined {
  for (const part of header.split(',')) {
    const match = /<([^>]+)>\s*;.*\brel="?([a-z]+)"?/.exec(part)
    if (match?.[2] !== rel || !match[1]) continue
    const url = new URL(match[1], location.origin)
    return url.pathname + url.search
  }
  return undefined
}
