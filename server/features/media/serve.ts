import { join } from 'node:path'
import type { Express, Response } from 'express'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { isFileName, mediaFolder } from '../../core/pictures/files.ts'
import { standingOf } from './queries.ts'

const placeholders = join(import.meta.dirname, '../../../client/public')

/** What is shown of a file when it is opened by itself: a picture, and nothing that could run. */
const strict = {
  'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Content-Disposition': 'inline',
}

type Picture = { folder: string; name: string; type: string; kept: string }

function sendPicture(response: Response, next: (thrown: unknown) => void, { folder, name, type, kept }: Picture): void {
  response.set({ ...strict, 'Content-Type': type, 'Cache-Control': kept })
  response.sendFile(name, { root: folder, cacheControl: false, dotfiles: 'deny' }, (thrown?: Error) => {
    if (!thrown || response.headersSent) return
    for (const header of ['Cache-Control', 'Content-Type', 'Content-Disposition']) response.removeHeader(header)
    next(notFound('There is nothing at this address.'))
  })
}

/** Serves pictures, each under a name that nobody can guess, with headers of their own. */
export function serveMedia(app: Express, ctx: Context): void {
  const folder = mediaFolder(ctx.config.dataDir)
  app.get(/^\/media\/(.*)$/, (request, response, next) => {
    response.locals.route = 'GET /media/…'
    const name = request.params[0] ?? ''
    if (!isFileName(name)) throw notFound('There is nothing at this address.')
    const standing = standingOf(ctx.db, { file: name })?.standing
    if (standing === 'gone') throw notFound('There is nothing at this address.')
    // what only some may see belongs in no cache that several people share, and in no search engine
    if (standing === 'kept') response.set('X-Robots-Tag', 'noindex')
    const kept = `${standing === 'kept' ? 'private' : 'public'}, max-age=31536000, immutable`
    sendPicture(response, next, { folder, name, type: 'image/webp', kept })
  })
  app.get(/^\/((?:avatar|header)-missing\.png)$/, (request, response, next) => {
    response.locals.route = 'GET placeholder'
    const name = request.params[0] ?? ''
    sendPicture(response, next, { folder: placeholders, name, type: 'image/png', kept: 'public, max-age=86400' })
  })
}
