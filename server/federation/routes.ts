import { z } from 'zod'
import { id } from '../http/forms.ts'
import { post, type Route } from '../http/route.ts'
import { fillProfile } from './net/fill-profile.ts'
import { fetchThread, type SecondRoad } from './net/whole-thread.ts'

const one = z.object({ id })

/** What members ask other servers for, beside the search. */
export const fetchRoutes = (road: SecondRoad): readonly Route[] => [
  post(
    '/api/community/v1/statuses/:id/replies',
    {
      access: 'member',
      scope: 'read:statuses',
      form: one,
      limit: 'fetch',
      summary: 'Fetches what other servers have of the conversation round a post; nobody is told of it.',
    },
    (ctx, { viewer, form }) => fetchThread(ctx, viewer, { asked: form.id, road }),
  ),
  post(
    '/api/community/v1/people/:id/posts',
    {
      access: 'member',
      scope: 'read:statuses',
      form: one,
      limit: 'fetch',
      summary: 'Fills the profile of somebody elsewhere with their newest public posts; nobody is told of it.',
    },
    (ctx, { form }) => fillProfile(ctx, form.id),
  ),
]
