import type { Express } from 'express'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { mediaFolder } from '../../core/pictures/files.ts'
import type { Elsewhere } from '../../features/media/present.ts'
import { pictureHeaders } from '../../features/media/serve.ts'
import { showTheirs } from './fetch.ts'
import { findTheirs } from './find.ts'

const address = /^\/proxy\/(media|small|avatar|header|emoji)\/(\d{1,16})\/([\w-]{22})$/

/**
 * Pictures of other servers come through ours when somebody first looks at them, so that no reader's address reaches
 * those. Only pictures whose address our own pages gave out are fetched: this is no way to have others asked for things.
 */
export function servePicturesOfOthers(app: Express, ctx: Context): void {
  app.get(address, async (request, response, next) => {
    response.locals.route = 'GET /proxy/…'
    const [which, id = '', mark = ''] = [request.params[0], request.params[1], request.params[2]]
    // the address allows no other word
    const theirs = findTheirs(ctx, which as Elsewhere, Number(id), mark)
    const shown = theirs && (await showTheirs(ctx, theirs))
    if (!shown) throw notFound('There is nothing at this address.')
    response.set({
      ...pictureHeaders,
      'Content-Type': 'image/webp',
      'Cache-Control': 'private, max-age=604800, immutable',
      'X-Robots-Tag': 'noindex',
    })
    const name = which === 'small' ? shown.small : shown.file
    const options = { root: mediaFolder(ctx.config.dataDir), cacheControl: false, dotfiles: 'deny' } as const
    response.sendFile(name, options, (thrown?: Error) => {
      if (thrown && !response.headersSent) next(notFound('There is nothing at this address.'))
    })
  })
}
