import { join } from 'node:path'
import type { Express, Request, Response } from 'express'
import type { Context } from '../../context.ts'
import { notFound, Refusal } from '../../core/errors.ts'
import { isFileName, mediaFolder } from '../../core/pictures/files.ts'
import type { Authenticate } from '../../http/mount.ts'
import { ownerOf, standingOf } from './queries.ts'

const placeholders = join(import.meta.dirname, '../../../client/public')

/** What is shown of a file when it is opened by itself: a picture, and nothing that could run. */
export const pictureHeaders = {
  'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Content-Disposition': 'inline',
}

type Picture = { folder: string; name: string; type: string; kept: string }

function sendPicture(response: Response, next: (thrown: unknown) => void, { folder, name, type, kept }: Picture): void {
  response.set({ ...pictureHeaders, 'Content-Type': type, 'Cache-Control': kept })
  response.sendFile(name, { root: folder, cacheControl: false, dotfiles: 'deny' }, (thrown?: Error) => {
    if (!thrown || response.headersSent) return
    for (const header of ['Cache-Control', 'Content-Type', 'Content-Disposition']) response.removeHeader(header)
    next(notFound('There is nothing at this address.'))
  })
}

/** Whether who asks is the author of a picture; a browser says so by its cookie. A token that is not valid is nobody's. */
function isOwn(ctx: Context, request: Request, file: string, authenticate: Authenticate): boolean {
  try {
    const me = authenticate(ctx, request).viewer?.accountId
    return me !== undefined && ownerOf(ctx.db, { file })?.accountId === me
  } catch (thrown) {
    if (thrown instanceof Refusal) return false
    throw thrown
  }
}

const keptFor = {
  open: 'public, max-age=31536000, immutable',
  kept: 'private, max-age=31536000, immutable',
  own: 'private, no-store',
} as const

/** Serves pictures, each under a name that nobody can guess, with headers of their own. */
export function serveMedia(app: Express, ctx: Context, authenticate: Authenticate): void {
  const folder = mediaFolder(ctx.config.dataDir)
  app.get(/^\/media\/(.*)$/, (request, response, next) => {
    response.locals.route = 'GET /media/…'
    const name = request.params[0] ?? ''
    if (!isFileName(name)) throw notFound('There is nothing at this address.')
    const standing = standingOf(ctx.db, { file: name })?.standing ?? 'open'
    const isThere = standing === 'own' ? isOwn(ctx, request, name, authenticate) : standing !== 'gone'
    if (standing === 'gone' || !isThere) throw notFound('There is nothing at this address.')
    // what only some may see belongs in no cache that several people share, and in no search engine
    if (standing !== 'open') response.set('X-Robots-Tag', 'noindex')
    sendPicture(response, next, { folder, name, type: 'image/webp', kept: keptFor[standing] })
  })
  app.get(/^\/((?:avatar|header)-missing\.png)$/, (request, response, next) => {
    response.locals.route = 'GET placeholder'
    const name = request.params[0] ?? ''
    sendPicture(response, next, { folder: placeholders, name, type: 'image/png', kept: 'public, max-age=86400' })
  })
}
