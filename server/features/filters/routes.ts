import { z } from 'zod'
import { blankIsAbsent, flag, id, listOf, whole } from '../../http/forms.ts'
import { del, get, post, put, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { deleteFilter, editFilter, makeFilter, readFilter, readFilters } from './edit.ts'
import {
  addKeyword,
  editKeyword,
  filterStatus,
  findFilteredStatus,
  findKeyword,
  readFilteredStatuses,
  readKeywords,
  removeWord,
  tryWords,
  unfilterStatus,
} from './parts.ts'
import { presentFilteredStatus, presentKeyword } from './present.ts'
import { filterActions } from './queries.ts'
import { deleteFilterV1, editFilterV1, makeFilterV1, readFiltersV1, readFilterV1 } from './v1.ts'

const one = z.object({ id })
const title = z.string().trim().min(1).max(limits.filterTitle)
const context = listOf(z.enum(['home', 'notifications', 'public', 'thread', 'account']), 5)
const seconds = blankIsAbsent(whole.min(0).max(limits.muteLasts))
const keyword = z.string().trim().min(1).max(limits.filterKeyword)
const word = z.object({
  id: id.optional(),
  keyword: keyword.optional(),
  whole_word: flag.optional(),
  _destroy: flag.optional(),
})
const words = listOf(word, limits.filterKeywords * 2)
const about = {
  filter_action: z.enum(filterActions).optional(),
  expires_in: seconds,
  keywords_attributes: words.optional(),
}
const made = z.object({ title, context: context.refine((list) => list.length > 0, "can't be blank"), ...about })
const changed = z.object({ id, title: title.optional(), context: context.optional(), ...about })
const newWord = z.object({ id, keyword, whole_word: flag.optional() })
const changedWord = z.object({ id, keyword: keyword.optional(), whole_word: flag.optional() })
const newStatus = z.object({ id, status_id: id })
const old = {
  phrase: keyword,
  context: made.shape.context,
  irreversible: flag.optional(),
  whole_word: flag.optional(),
  expires_in: seconds,
}

const reading = { access: 'member', scope: 'read:filters' } as const
const writing = { access: 'member', scope: 'write:filters' } as const
const reads = { ...reading, form: one } as const
const removes = { ...writing, form: one } as const

const v1: readonly Route[] = [
  get('/api/v1/filters', reading, (ctx, { viewer }) => readFiltersV1(ctx, viewer)),
  post('/api/v1/filters', { ...writing, form: z.object(old), once: true }, (ctx, { viewer, form }) =>
    makeFilterV1(ctx, viewer, form),
  ),
  get('/api/v1/filters/:id', reads, (ctx, { viewer, form }) => readFilterV1(ctx, viewer, form.id)),
  put('/api/v1/filters/:id', { ...writing, form: z.object({ id, ...old }) }, (ctx, { viewer, form }) =>
    editFilterV1(ctx, viewer, form.id, form),
  ),
  del('/api/v1/filters/:id', removes, (ctx, { viewer, form }) => deleteFilterV1(ctx, viewer, form.id)),
]

const parts: readonly Route[] = [
  get('/api/v2/filters/:id/keywords', reads, (ctx, { viewer, form }) => readKeywords(ctx, viewer, form.id)),
  post('/api/v2/filters/:id/keywords', { ...writing, form: newWord }, (ctx, { viewer, form }) =>
    addKeyword(ctx, viewer, form.id, form),
  ),
  get('/api/v2/filters/keywords/:id', reads, (ctx, { viewer, form }) =>
    presentKeyword(findKeyword(ctx, viewer, form.id)),
  ),
  put('/api/v2/filters/keywords/:id', { ...writing, form: changedWord }, (ctx, { viewer, form }) =>
    editKeyword(ctx, viewer, form.id, form),
  ),
  del('/api/v2/filters/keywords/:id', removes, (ctx, { viewer, form }) => removeWord(ctx, viewer, form.id)),
  get('/api/v2/filters/:id/statuses', reads, (ctx, { viewer, form }) => readFilteredStatuses(ctx, viewer, form.id)),
  post('/api/v2/filters/:id/statuses', { ...writing, form: newStatus }, (ctx, { viewer, form }) =>
    filterStatus(ctx, viewer, form.id, form.status_id),
  ),
  get('/api/v2/filters/statuses/:id', reads, (ctx, { viewer, form }) =>
    presentFilteredStatus(findFilteredStatus(ctx, viewer, form.id)),
  ),
  del('/api/v2/filters/statuses/:id', removes, (ctx, { viewer, form }) => unfilterStatus(ctx, viewer, form.id)),
]

/** Filters in both versions of Mastodon's API; each is its owner's alone. */
export const filterRoutes: readonly Route[] = [
  ...v1,
  get('/api/v2/filters', reading, (ctx, { viewer }) => readFilters(ctx, viewer)),
  post('/api/v2/filters', { ...writing, form: made, once: true }, (ctx, { viewer, form }) =>
    makeFilter(ctx, viewer, form),
  ),
  ...parts,
  get('/api/v2/filters/:id', reads, (ctx, { viewer, form }) => readFilter(ctx, viewer, form.id)),
  put('/api/v2/filters/:id', { ...writing, form: changed }, (ctx, { viewer, form }) =>
    editFilter(ctx, viewer, form.id, form),
  ),
  del('/api/v2/filters/:id', removes, (ctx, { viewer, form }) => deleteFilter(ctx, viewer, form.id)),
  post(
    '/api/community/v1/filters/preview',
    {
      ...reading,
      form: z.object({ keywords_attributes: words.default([]) }),
      summary: 'How many of the newest posts in your home some words would have found.',
    },
    (ctx, { viewer, form }) => tryWords(ctx, viewer, form.keywords_attributes),
  ),
]
