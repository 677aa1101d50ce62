import type { ErrorRequestHandler, Request, Response } from 'express'
import type { Context } from '../context.ts'
import { Refusal } from '../core/errors.ts'
import { describe } from '../core/log.ts'
import { html, type Safe } from './html.ts'
import { sendPage } from './look.ts'
import { document } from './shell.ts'

const isFull = (thrown: unknown) =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'SQLITE_FULL' || thrown.code === 'ENOSPC')

/** What Express itself refuses while it looks for a route or a file. */
const ofFiles: Record<number, string> = {
  400: 'The address cannot be read.',
  403: 'There is nothing at this address.',
  404: 'There is nothing at this address.',
  412: 'The file was changed meanwhile.',
  416: 'The file has no such part.',
}

/** What the person reads of a thrown value; only a {@link Refusal}'s own words go out. */
function toRefusal(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown
  if (isFull(thrown)) {
    return new Refusal(
      507,
      'The server has no room left, so this was not saved. Nothing else was lost. The people who run it are told.',
    )
  }
  const status = thrown instanceof Error && 'status' in thrown ? Number(thrown.status) : 500
  const said = ofFiles[status]
  if (said) return new Refusal(status, said)
  return new Refusal(500, 'Something went wrong here, and it was logged. Please try again.')
}

const wantsPage = (request: Request) =>
  !/^\/(api|auth)\//.test(request.path) &&
  !/^\/oauth\/(token|revoke|userinfo)/.test(request.path) &&
  request.accepts(['json', 'html']) === 'html'

function jsonOf({ message, extra }: Refusal): object {
  if (extra.oauth) return { error: extra.oauth, error_description: message }
  return {
    error: message,
    ...(extra.details && { details: extra.details }),
    ...(extra.code && { error_code: extra.code }),
    ...(extra.appeal && { appeal: extra.appeal }),
    ...extra.beside,
  }
}

/** A refusal as a page. Where nothing stands the client takes over, which knows more ways on. */
function failurePage({ status, message }: Refusal): Safe {
  const content = html`<main class="page"><div class="narrow stack"><h1>${message}</h1>
<p class="row"><a class="button_button" href="/">Go to the beginning</a></p></div></main>`
  return document({ title: message, noindex: true }, content, { page: 'pages/not-found.tsx', client: status === 404 })
}

/** The last door: every failure becomes JSON (or, for a page, a plain page), and what nobody expected is logged once. */
export function answerErrors(ctx: Context): ErrorRequestHandler {
  return (thrown: unknown, request, response: Response, next) => {
    const refusal = toRefusal(thrown)
    if (refusal.status >= 500)
      ctx.log.error({ route: response.locals.route, problem: describe(thrown) }, 'request failed')
    if (response.headersSent) return next(thrown)
    response.status(refusal.status).set(refusal.extra.headers ?? {})
    if (!wantsPage(request)) return response.json(jsonOf(refusal))
    sendPage(ctx.config, request, response, failurePage(refusal))
  }
}
