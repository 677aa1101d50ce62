import type { Express } from 'express'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { mediaFolder } from '../../core/pictures/files.ts'
import { readLooked } from '../../features/media/looked.ts'
import type { Elsewhere } from '../../features/media/present.ts'
import { pictureHeaders } from '../../features/media/serve.ts'
import { decisionFor } from '../../policies/domains.ts'
import { hostOf } from '../vocab/json.ts'
import { fetchLooked, showTheirs } from './fetch.ts'
import { findTheirs } from './find.ts'

const address = /^\/proxy\/(media|small|avatar|header|emoji)\/(\d{1,16})\/([\w-]{22})$/

const passing = /^\/proxy\/looked\/([\w-]{40,2000})$/

const theirsHeaders = { ...pictureHeaders, 'Content-Type': 'image/webp', 'X-Robots-Tag': 'noindex' }

/** Pictures of posts that somebody looks at on another server: only those whose address our own page gave out, for a while. */
function servePassingPictures(app: Express, ctx: Context): void {
  app.get(passing, async (request, response) => {
    response.locals.route = 'GET /proxy/looked/…'
    const looked = readLooked(ctx, request.params[0] ?? '')
    const refused = looked && [looked.host, hostOf(looked.url)].some((host) => decisionFor(ctx.db, host).refusesMedia)
    const picture = looked && !refused ? await fetchLooked(ctx, looked) : undefined
    if (!picture) throw notFound('There is nothing at this address.')
    response.set({ ...theirsHeaders, 'Cache-Control': 'private, max-age=3600, immutable' }).send(Buffer.from(picture))
  })
}

/**
 * Pictures of other servers come through ours when somebody first looks at them, so that no reader's address reaches
 * those. Only pictures whose address our own pages gave out are fetched: this is no way to have others asked for things.
 */
export function servePicturesOfOthers(app: Express, ctx: Context): void {
  servePassingPictures(app, ctx)
  app.get(address, async (request, response, next) => {
    response.locals.route = 'GET /proxy/…'
    const [which, id = '', mark = ''] = [request.params[0], request.params[1], request.params[2]]
    // the address allows no other word
    const theirs = findTheirs(ctx, which as Elsewhere, Number(id), mark)
    const shown = theirs && (await showTheirs(ctx, theirs))
    if (!shown) throw notFound('There is nothing at this address.')
    response.set({ ...theirsHeaders, 'Cache-Control': 'private, max-age=604800, immutable' })
    const name = which === 'small' ? shown.small : shown.file
    const options = { root: mediaFolder(ctx.config.dataDir), cacheControl: false, dotfiles: 'deny' } as const
    response.sendFile(name, options, (thrown?: Error) => {
      if (thrown && !response.headersSent) next(notFound('There is nothing at this address.'))
    })
  })
}
