import { randomUUID } from 'node:crypto'
import compression from 'compression'
import express, { type Express } from 'express'
import type { Context } from './context.ts'
import { notFound } from './core/errors.ts'
import { refuseShutNetworks } from './features/blocks/access.ts'
import { serveMedia } from './features/media/serve.ts'
import { authenticate } from './features/sessions/authenticate.ts'
import { readSettings } from './features/settings/queries.ts'
import { offerDocuments } from './federation/documents/negotiate.ts'
import { servePicturesOfOthers } from './federation/pictures/serve.ts'
import { serveInboxes } from './federation/receive/inbox.ts'
import { noteReader } from './federation/receive/take-in.ts'
import { answerErrors } from './http/errors.ts'
import { setHeaders } from './http/headers.ts'
import { html } from './http/html.ts'
import { sendPage } from './http/look.ts'
import { mount } from './http/mount.ts'
import { addressOf } from './http/rate-limit.ts'
import { document, serveClient } from './http/shell.ts'
import { takeToken } from './http/stream-token.ts'
import { routes } from './routes.ts'

/** The paths whose pages are drawn by the client alone. */
const clientPages =
  /^\/($|home$|@[^/]+\/\d+\/(boosts|likes|quotes)$|appeal$|takedown$|moderation(\/|$)|reports?(\/|$)|decisions(\/|$)|evidence$|complaints$|pauses$|mediation(\/|$)|remote$|public$|write|inbox|search$|directory$|lists(\/|$)|scheduled$|bookmarks$|favourites$|share$|first-steps$|help\/|conversations|requests|people|peers(\/|$)|elsewhere$|guest(\/ask)?$|announcements|mocked$|house\/|transparency|papers(\/|$)|welcome|login|forgot|reset|confirm|address|left|setup|join(\/|$)|tags\/|settings\/|rules\/)/

/** What of the client draws the pages that are opened first: it is asked for together with the entry. */
const firstPages: Readonly<Record<string, readonly string[]>> = {
  '/login': ['pages/login.tsx'],
  '/join': ['pages/join/rules.tsx'],
  '/join/account': ['pages/join/account.tsx'],
  '/home': ['features/shell/shell.tsx', 'pages/home.tsx'],
  '/inbox': ['features/shell/shell.tsx', 'pages/inbox.tsx'],
}

/** Makes the Express app of one server: headers, files, doors, pages, errors. */
export function createApp(ctx: Context): Express {
  const app = express()
  app.set('trust proxy', ctx.config.trustProxy)
  app.set('query parser', 'extended')
  // what is decided by a path (CORS, caching, whose door it is) must not depend on its letters' case
  app.enable('case sensitive routing')
  app.disable('x-powered-by')
  app.disable('etag')
  setHeaders(app, ctx.config)
  app.use(logRequests(ctx))
  app.use(refuseShutNetworks(ctx))
  // before all that only people's requests need
  serveInboxes(app, ctx)
  app.use(compression({ threshold: 1024 }))
  app.use('/api/v1/streaming', takeToken)
  serveMedia(app, ctx, authenticate)
  servePicturesOfOthers(app, ctx)
  app.use((_request, _response, next) => {
    noteReader(ctx)
    next()
  })
  offerDocuments(app, ctx)
  mount(app, ctx, routes, authenticate)
  // after the doors: looking for a file costs each request that is no file's
  serveClient(app)
  app.get(clientPages, (request, response) => {
    const { path } = request
    response.locals.route = 'GET page'
    const { name, statement } = readSettings(ctx.db)
    response.set('Cache-Control', 'no-cache')
    const page = document({ title: name, description: statement, noindex: true }, html``, { page: firstPages[path] })
    sendPage(ctx.config, request, response, page)
  })
  app.use(() => {
    throw notFound('There is nothing at this address.')
  })
  app.use(answerErrors(ctx))
  return app
}

/** One line a request: pattern, status, milliseconds and a pseudonym of the network that dies after three days. */
function logRequests(ctx: Context): express.RequestHandler {
  return (request, response, next) => {
    const started = performance.now()
    response.set('X-Request-Id', randomUUID())
    if (!ctx.log.isLevelEnabled('debug')) return next()
    response.on('finish', () => {
      const ms = Math.round(performance.now() - started)
      ctx.log.debug(
        { route: response.locals.route, status: response.statusCode, ms, from: addressOf(ctx, request) },
        'request',
      )
    })
    next()
  }
}
