import { z } from 'zod'
import { answer, Held } from '../../http/answer.ts'
import { get, post, type Route } from '../../http/route.ts'
import { archiveFile, askArchive, readArchive } from './archive.ts'
import { exported, exportList } from './lists.ts'

const ARCHIVE = '/api/community/v1/archive'
const list = z.object({ what: z.enum(exported) })

const asFile = (name: string, type: string) => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${name}"`,
  'Cache-Control': 'private, no-store',
})

/** What members take along: at our own client only, and whether or not they accepted the rules. */
export const exportRoutes: readonly Route[] = [
  get(
    '/api/community/v1/exports/:what.csv',
    { access: 'member', form: list, summary: 'One of one’s own lists, in Mastodon’s CSV.' },
    (ctx, { viewer, form }) =>
      answer(exportList(ctx, viewer, form.what), { headers: asFile(`${form.what}.csv`, 'text/csv; charset=utf-8') }),
  ),
  get(ARCHIVE, { access: 'member', summary: 'Where the file of one’s own posts stands.' }, (ctx, { viewer }) =>
    readArchive(ctx, viewer),
  ),
  post(
    ARCHIVE,
    { access: 'member', limit: 'delete', summary: 'Asks for a file of one’s own posts and pictures.' },
    (ctx, { viewer }) => askArchive(ctx, viewer),
  ),
  get(
    `${ARCHIVE}/file`,
    { access: 'member', summary: 'The file of one’s own posts and pictures.' },
    (ctx, { viewer }) => {
      const path = archiveFile(ctx, viewer)
      return new Held((response) => {
        response.set(asFile('my-posts.zip', 'application/zip'))
        response.sendFile(path, { cacheControl: false, dotfiles: 'allow' })
      })
    },
  ),
]
