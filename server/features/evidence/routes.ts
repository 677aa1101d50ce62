import { z } from 'zod'
import { cursors, id, pageSize } from '../../http/forms.ts'
import { del, get, post, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { exportBundle } from './export.ts'
import { keepEvidence, keepForm } from './keep.ts'
import { readBundle, readBundles, readPicture, remove, renew } from './own.ts'

const path = '/api/community/v1/evidence'
const one = z.object({ id })
const picture = one.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
const page = z.object({ ...cursors, limit: pageSize(20, limits.pageEvidence) })
// what somebody keeps is theirs alone: a program needs all that they may read, or write
const reads = { access: 'member', scope: 'read' } as const
const writes = { access: 'member', scope: 'write' } as const

/** Posts that a member keeps for themselves, whatever becomes of them. */
export const evidenceRoutes: readonly Route[] = [
  post(
    path,
    { ...writes, form: keepForm, limit: 'evidence', summary: 'Keeps posts as they are now, for you alone.' },
    (ctx, { viewer, form }) => keepEvidence(ctx, viewer, form),
  ),
  get(path, { ...reads, form: page, summary: 'What you kept, newest first.' }, (ctx, { viewer, form }) =>
    readBundles(ctx, viewer, form),
  ),
  get(`${path}/:id`, { ...reads, form: one, summary: 'What you kept, with its posts.' }, (ctx, { viewer, form }) =>
    readBundle(ctx, viewer, form.id),
  ),
  get(
    `${path}/:id/pictures/:sha256`,
    { ...reads, form: picture, summary: 'A picture of what you kept.' },
    (ctx, { viewer, form }) => readPicture(ctx, viewer, form),
  ),
  post(
    `${path}/:id/renew`,
    { ...writes, form: one, summary: 'Keeps it for 90 days from now.' },
    (ctx, { viewer, form }) => renew(ctx, viewer, form.id),
  ),
  del(`${path}/:id`, { ...writes, form: one, summary: 'Deletes it.' }, (ctx, { viewer, form }) =>
    remove(ctx, viewer, form.id),
  ),
  get(
    `${path}/:id/export`,
    { ...reads, form: one, summary: 'Takes it out: a ZIP with a page to read, its pictures and JSON.' },
    (ctx, { viewer, form }) => exportBundle(ctx, viewer, form.id),
  ),
]
