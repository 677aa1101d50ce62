import { z } from 'zod'
import { id } from '../../http/forms.ts'
import { del, get, post, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { beginImport, forgetImport, importForm, readImport, readImports } from './begin.ts'

const PATH = '/api/community/v1/imports'
const one = z.object({ id })

/** Lists that members bring from elsewhere. */
export const importRoutes: readonly Route[] = [
  get(
    PATH,
    { access: 'member', summary: 'The lists that one brought along, and how far they are.' },
    (ctx, { viewer }) => readImports(ctx, viewer),
  ),
  post(
    PATH,
    {
      access: 'member',
      form: importForm,
      upload: limits.importBytes,
      limit: 'media',
      summary: 'Brings a list along: a CSV file of Mastodon’s as the part `data`.',
    },
    (ctx, { viewer, form, files }) => beginImport(ctx, viewer, form, files.data),
  ),
  get(
    `${PATH}/:id`,
    { access: 'member', form: one, summary: 'One list, with what could not come and why.' },
    (ctx, { viewer, form }) => readImport(ctx, viewer, form.id),
  ),
  del(
    `${PATH}/:id`,
    { access: 'member', form: one, summary: 'Stops and forgets a list; what came stays.' },
    (ctx, { viewer, form }) => forgetImport(ctx, viewer, form.id),
  ),
]
