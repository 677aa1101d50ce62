// biome-ignore lint/suspicious/noExplicitAny: a test looks into an answer freely; what it finds, it checks
type Json = any

/** What came back: the status, the headers and the body, read as JSON where it is. */
export type Reply<Body = unknown> = { status: number; headers: Headers; body: Body; text: string }

/** A program that speaks HTTP with one server and keeps its cookies. */
export type Client = {
  get<Body = Json>(path: string, headers?: Record<string, string>): Promise<Reply<Body>>
  post<Body = Json>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply<Body>>
  put<Body = Json>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply<Body>>
  patch<Body = Json>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply<Body>>
  delete<Body = Json>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply<Body>>
  cookies: Map<string, string>
}

const isPlain = (body: unknown) =>
  typeof body === 'string' || body instanceof FormData || body instanceof URLSearchParams || body instanceof Uint8Array

function readCookies(headers: Record<string, string>): Map<string, string> {
  const pairs = (headers.cookie ?? '').split('; ').filter(Boolean)
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
}

/** Makes a client of the server at `url` that sends `headers` with every request. */
export function createClient(url: string, headers: Record<string, string> = {}): Client {
  const cookies = readCookies(headers)
  async function ask(
    method: string,
    path: string,
    body: unknown,
    more: Record<string, string> = {},
  ): Promise<Reply<Json>> {
    const sent: Record<string, string> = { ...headers, ...more }
    delete sent.cookie
    if (cookies.size > 0) sent.cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    if (body !== undefined && !isPlain(body)) sent['content-type'] ??= 'application/json'
    const response = await fetch(new URL(path, url), {
      method,
      headers: sent,
      // what is not plain is sent as JSON
      body: body === undefined ? undefined : isPlain(body) ? (body as BodyInit) : JSON.stringify(body),
      redirect: 'manual',
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const value = pair.slice(pair.indexOf('=') + 1)
      if (value === '') cookies.delete(pair.slice(0, pair.indexOf('=')))
      else cookies.set(pair.slice(0, pair.indexOf('=')), value)
    }
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined }
  }
  return {
    cookies,
    get: (path, more) => ask('GET', path, undefined, more),
    post: (path, body, more) => ask('POST', path, body, more),
    put: (path, body, more) => ask('PUT', path, body, more),
    patch: (path, body, more) => ask('PATCH', path, body, more),
    delete: (path, body, more) => ask('DELETE', path, body, more),
  }
}
