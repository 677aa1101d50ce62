import { z } from 'zod'
import { cursors, id, pageSize } from '../../http/forms.ts'
import { del, get, post, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { countConversations, forgetConversation, markAs, markThread, readConversations } from './read.ts'

const page = z.object({ ...cursors, limit: pageSize(20, limits.pageStatuses) })
const most = z.object({ limit: pageSize(limits.pageStatuses, limits.pageStatuses) })
const one = z.object({ id })
const opened = z.object({ status_id: id })

const reading = { access: 'member', scope: 'read:statuses' } as const
const writing = { access: 'member', scope: 'write:conversations' } as const
const ours = '/api/community/v1/conversations'

/** Private conversations, as Mastodon's API has them; each is its owner's alone. */
export const conversationRoutes: readonly Route[] = [
  get('/api/v1/conversations', { ...reading, form: page }, (ctx, { viewer, form }) =>
    readConversations(ctx, viewer, form),
  ),
  post('/api/v1/conversations/:id/read', { ...writing, form: one }, (ctx, { viewer, form }) =>
    markAs(ctx, viewer, form.id, 0),
  ),
  post('/api/v1/conversations/:id/unread', { ...writing, form: one }, (ctx, { viewer, form }) =>
    markAs(ctx, viewer, form.id, 1),
  ),
  del('/api/v1/conversations/:id', { ...writing, form: one }, (ctx, { viewer, form }) =>
    forgetConversation(ctx, viewer, form.id),
  ),
  get(
    `${ours}/unread_count`,
    { ...reading, form: most, summary: 'How many private conversations wait to be read.' },
    (ctx, { viewer, form }) => countConversations(ctx, viewer, form.limit),
  ),
  post(
    `${ours}/read`,
    { ...writing, form: opened, summary: 'Marks your private conversations in the thread of a post as read.' },
    (ctx, { viewer, form }) => markThread(ctx, viewer, form.status_id),
  ),
]
