import { z } from 'zod'
import { cursors, id, pageSize, whole } from '../../http/forms.ts'
import { del, get, post, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { readMutedThreads } from './list.ts'
import { endThreadMute, muteThread, unmuteThread } from './mute-thread.ts'

const one = z.object({ id })
const muting = z.object({ id, duration: whole.min(0).max(limits.muteLasts).default(0) })
const page = z.object({ ...cursors, limit: pageSize(20, limits.pageStatuses) })
const ours = '/api/community/v1/muted_threads'

/** Conversations that one wants to hear nothing of, as Mastodon has it; `duration` (seconds) is ours. */
export const pauseRoutes: readonly Route[] = [
  post('/api/v1/statuses/:id/mute', { access: 'member', scope: 'write:mutes', form: muting }, (ctx, { viewer, form }) =>
    muteThread(ctx, viewer, form),
  ),
  post('/api/v1/statuses/:id/unmute', { access: 'member', scope: 'write:mutes', form: one }, (ctx, { viewer, form }) =>
    unmuteThread(ctx, viewer, form.id),
  ),
  get(
    ours,
    {
      access: 'member',
      scope: 'read:mutes',
      form: page,
      summary: 'The conversations that you muted, with their ends.',
    },
    (ctx, { viewer, form }) => readMutedThreads(ctx, viewer, form),
  ),
  del(
    `${ours}/:id`,
    { access: 'member', scope: 'write:mutes', form: one, summary: 'Ends the mute of a conversation, by its own id.' },
    (ctx, { viewer, form }) => endThreadMute(ctx, viewer, form.id),
  ),
]
