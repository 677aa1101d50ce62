import type { Express, Request, Response } from 'express'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { once } from '../core/answered/once.ts'
import type { Caller } from '../policies/viewer.ts'
import { checkAccess, checkRules } from './access.ts'
import { Answer, Held, Page } from './answer.ts'
import { readBody } from './body.ts'
import { writeCookie } from './cookies.ts'
import { readForm } from './forms.ts'
import { checkFrozen } from './frozen.ts'
import { isSafe } from './html.ts'
import { type Kept, whatHolds } from './kept.ts'
import { sendPage } from './look.ts'
import { checkOrigin } from './origin.ts'
import { countRequest } from './rate-limit.ts'
import { listAsJson } from './ready-json.ts'
import type { Route } from './route.ts'

/** Finds out who asks, from the session cookie or the bearer token, never both. Throws 401 for a token that is not valid. */
export type Authenticate = (ctx: Context, request: Request) => Caller

const noForm = z.object({})

/** Puts every route on the app: who asks → may they → what do they say → answer. */
export function mount(app: Express, ctx: Context, routes: readonly Route[], authenticate: Authenticate): void {
  const serve = (route: Route) => async (request: Request, response: Response) => {
    // the pattern, never the address itself, is what the log may hold
    response.locals.route = `${request.method} ${route.path}`
    send(ctx, request, response, await handle(ctx, route, request, response, authenticate))
  }
  const plain = new Map(
    routes
      .filter(({ path }) => !path.includes(':'))
      .map((route) => [`${route.method.toUpperCase()} ${route.path}`, serve(route)]),
  )
  // most requests are for a path without parameters: found at once, where Express would try one pattern after another
  app.use((request, response, next) => {
    const found = plain.get(`${request.method} ${request.path}`)
    return found ? found(request, response) : next()
  })
  for (const route of routes) app[route.method](route.path, serve(route))
}

async function handle(ctx: Context, route: Route, request: Request, response: Response, authenticate: Authenticate) {
  const { options } = route
  checkOrigin(ctx.config, request)
  const holds = whatHolds(ctx)
  const caller = identify(ctx, request, response, authenticate, holds)
  response.locals.signed = caller.viewer !== undefined || caller.app !== undefined
  countRequest(ctx, request, response, options.limit, caller)
  const rulesUrl = `${ctx.config.publicUrl}/rules/accept`
  checkAccess(route, caller, rulesUrl)
  checkFrozen(ctx, route, caller)
  const key = `${caller.viewer?.state} ${caller.viewer?.accountId} ${request.originalUrl}`
  const mayBeKept = options.kept === true && !hasBody(request)
  const known = mayBeKept ? holds.answers.get(key) : undefined
  if (known) return known
  const reads = route.method === 'get'
  const { fields, files } =
    reads && !hasBody(request) ? { fields: {}, files: {} } : await readBody(request, options.upload, options.files)
  const given = { ...request.query, ...fields, ...request.params }
  const form = readForm(options.form ?? noForm, given, reads)
  const { unless } = options
  if (unless && !(caller.viewer && unless(ctx, form, caller.viewer))) checkRules(route, caller, rulesUrl)
  const work = () => route.handle(ctx, { viewer: caller.viewer, caller, form, files, request })
  const sent = options.once ? request.get('idempotency-key') : undefined
  if (caller.viewer && sent) return once(ctx, caller.viewer.accountId, `${request.originalUrl} ${sent}`, work)
  const result = work()
  return mayBeKept ? holds.answers.keep(key, asBytes(ctx, request, result)) : result
}

/** An answer as the bytes that it is sent in, so that it can be given again. */
function asBytes(ctx: Context, request: Request, result: unknown): Answer {
  const headers: Record<string, string> = { 'Content-Type': 'application/json; charset=utf-8' }
  if (!(result instanceof Page)) return new Answer(Buffer.from(JSON.stringify(result)), { headers })
  const link = linkHeader(ctx.config.publicUrl, request, result.cursors)
  return new Answer(listAsJson(result.items), { headers: link ? { ...headers, Link: link } : headers })
}

/** Finds out who asks; a token that is not valid counts against the network that it came from. */
function identify(ctx: Context, request: Request, response: Response, authenticate: Authenticate, holds: Kept): Caller {
  const shown = `${request.get('authorization') ?? ''} ${request.get('cookie') ?? ''}`
  const known = holds.callers.get(shown)
  if (known) return known
  try {
    return holds.callers.keep(shown, authenticate(ctx, request))
  } catch (thrown) {
    countRequest(ctx, request, response, undefined, { viewer: undefined, app: undefined })
    throw thrown
  }
}

const hasBody = (request: Request) => Number(request.get('content-length') ?? 0) > 0

function send(ctx: Context, request: Request, response: Response, result: unknown): void {
  if (result instanceof Held) return void result.begin(response)
  const { body, options } = result instanceof Answer ? result : new Answer(result)
  for (const cookie of options.cookies ?? []) response.append('Set-Cookie', writeCookie(ctx.config, cookie))
  response.status(options.status ?? 200).set(options.headers ?? {})
  if (isSafe(body)) return void sendPage(ctx.config, request, response, body)
  if (typeof body === 'string' || Buffer.isBuffer(body)) return void response.send(body)
  if (!(body instanceof Page)) return void response.json(body ?? {})
  const link = linkHeader(ctx.config.publicUrl, request, body.cursors)
  if (link) response.set('Link', link)
  if (body.body !== undefined) return void response.json(body.body)
  response.type('json').send(listAsJson(body.items))
}

function linkHeader(publicUrl: string, request: Request, { next, prev }: Page['cursors']): string {
  const at = (name: string, cursor: number) => {
    const url = new URL(request.originalUrl, publicUrl)
    for (const other of ['max_id', 'since_id', 'min_id']) url.searchParams.delete(other)
    url.searchParams.set(name, String(cursor))
    return url.href
  }
  return [
    next === undefined ? undefined : `<${at('max_id', next)}>; rel="next"`,
    prev === undefined ? undefined : `<${at('min_id', prev)}>; rel="prev"`,
  ]
    .filter(Boolean)
    .join(', ')
}
