import { z } from 'zod'
import { del, get, post, put, type Route } from '../../http/route.ts'
import {
  namedForm,
  paperForm,
  publish,
  readPapers,
  readPublicPaper,
  readPublicPapers,
  removePaper,
  review,
  reviewForm,
  savePaper,
} from './edit.ts'

const admin = '/api/community/v1/admin/papers'
const writing = { access: 'member', may: 'documents' } as const

/** The community's papers: for everybody, and the page for those who write them. */
export const paperRoutes: readonly Route[] = [
  get('/api/community/v1/papers', { access: 'public', summary: 'The papers that everybody can read.' }, (ctx) =>
    readPublicPapers(ctx),
  ),
  get(
    '/api/community/v1/papers/:slug',
    { access: 'public', form: z.object({ slug: z.string().max(60) }), summary: 'One of them.' },
    (ctx, { form }) => readPublicPaper(ctx, form.slug),
  ),
  get(admin, { ...writing, summary: 'All papers, and outlines of those nobody began.' }, (ctx) => readPapers(ctx)),
  put(
    `${admin}/:slug`,
    { ...writing, form: paperForm, summary: 'Keeps the draft of a paper.' },
    (ctx, { viewer, form }) => savePaper(ctx, viewer, form),
  ),
  post(
    `${admin}/:slug/publish`,
    { ...writing, form: reviewForm, summary: 'Makes the draft of a paper what is read.' },
    (ctx, { viewer, form }) => publish(ctx, viewer, form),
  ),
  post(
    `${admin}/:slug/review`,
    { ...writing, form: reviewForm, summary: 'Says that somebody looked at a paper and it holds.' },
    (ctx, { viewer, form }) => review(ctx, viewer, form),
  ),
  del(`${admin}/:slug`, { ...writing, form: namedForm, summary: 'Takes a paper away.' }, (ctx, { viewer, form }) =>
    removePaper(ctx, viewer, form.slug),
  ),
]
