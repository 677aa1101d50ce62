import { z } from 'zod'
import { id, listOf, whole } from '../../http/forms.ts'
import { get, post, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { readPoll, vote } from './vote.ts'

const one = z.object({ id })
const choices = z.object({ id, choices: listOf(whole, limits.pollOptions).default([]) })

/** Polls, as Mastodon's API has them; they are made with their posts. */
export const pollRoutes: readonly Route[] = [
  get('/api/v1/polls/:id', { access: 'public', scope: 'read:statuses', form: one }, (ctx, { viewer, form }) =>
    readPoll(ctx, viewer, form.id),
  ),
  post(
    '/api/v1/polls/:id/votes',
    { access: 'poster', scope: 'write:statuses', form: choices, once: true },
    (ctx, { viewer, form }) => vote(ctx, viewer, form),
  ),
]
