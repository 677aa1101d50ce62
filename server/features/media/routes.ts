import { z } from 'zod'
import { id } from '../../http/forms.ts'
import { descriptionForm, mediaForm } from '../../http/picture-form.ts'
import { del, get, post, put, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { deleteMedia, readMedia, updateMedia, uploadMedia } from './upload.ts'

const one = z.object({ id })
const taking = {
  access: 'poster',
  scope: 'write:media',
  form: descriptionForm,
  upload: limits.imageBytes,
  limit: 'media',
} as const
const own = { access: 'member', scope: 'write:media' } as const

/** Pictures for posts, as Mastodon's API has them. A picture is made while its sender waits, so the answer is whole. */
export const mediaRoutes: readonly Route[] = [
  post('/api/v2/media', taking, (ctx, { viewer, form, files }) => uploadMedia(ctx, viewer, form, files.file)),
  // the older door, which is still used
  post('/api/v1/media', taking, (ctx, { viewer, form, files }) => uploadMedia(ctx, viewer, form, files.file)),
  get('/api/v1/media/:id', { ...own, form: one }, (ctx, { viewer, form }) => readMedia(ctx, viewer, form.id)),
  put('/api/v1/media/:id', { ...own, form: mediaForm }, (ctx, { viewer, form }) => updateMedia(ctx, viewer, form)),
  del('/api/v1/media/:id', { ...own, form: one }, (ctx, { viewer, form }) => deleteMedia(ctx, viewer, form.id)),
]
