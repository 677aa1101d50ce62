import { normalizeTag } from '../../../shared/text/entities.ts'
import type { Context } from '../../context.ts'
import { badRequest, forbidden, notFound } from '../../core/errors.ts'
import { covers, type Scope } from '../../policies/scopes.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { listOf } from './queries.ts'

/** The streams there are, by Mastodon's names, and what a program needs for each. */
const streams = {
  user: 'read:statuses',
  'user:notification': 'read:notifications',
  public: 'read:statuses',
  'public:media': 'read:statuses',
  'public:local': 'read:statuses',
  'public:local:media': 'read:statuses',
  'public:remote': 'read:statuses',
  'public:remote:media': 'read:statuses',
  hashtag: 'read:statuses',
  'hashtag:local': 'read:statuses',
  direct: 'read:statuses',
  list: 'read:lists',
  // ours: the answers in a conversation, as far as the listener may see them
  thread: 'read:statuses',
} as const satisfies Record<string, Scope>

/** The name of a stream. */
export type Stream = keyof typeof streams

/** One thing that can be listened to; `detail` tells those of one stream apart, `name` is what a client calls it. */
export type Channel = { stream: Stream; detail: string; name: readonly string[] }

/** What a client asks to listen to. */
export type ChannelWish = Partial<Record<'stream' | 'tag' | 'list' | 'thread', string | undefined>>

const isStream = (name: string | undefined): name is Stream => name !== undefined && Object.hasOwn(streams, name)

/** Whether a person, or the program that speaks for them, may do what needs this scope. */
export const mayHear = (viewer: Viewer, scope: Scope): boolean => !viewer.scopes || covers(viewer.scopes, scope)

/**
 * The channel that a client means. Throws 400 for one that there is not, 403 for what its program was not allowed, 404 for
 * a list that is not one's own.
 */
export function channelFor(ctx: Context, viewer: Viewer, { stream, tag, list, thread }: ChannelWish): Channel {
  if (!isStream(stream)) throw badRequest('Unknown stream type')
  if (!mayHear(viewer, streams[stream])) throw forbidden('This action is outside the authorized scopes')
  if (stream === 'hashtag' || stream === 'hashtag:local') {
    if (!tag) throw badRequest('Missing tag name parameter')
    return { stream, detail: normalizeTag(tag), name: [stream, tag] }
  }
  if (stream === 'list') {
    if (!list || !listOf(ctx.db, { id: Number(list) || 0, me: viewer.accountId })) throw notFound()
    return { stream, detail: list, name: [stream, list] }
  }
  if (stream === 'thread') {
    if (!thread) throw badRequest('Missing thread parameter')
    return { stream, detail: thread, name: [stream, thread] }
  }
  const ofOne = stream === 'user' || stream === 'user:notification' || stream === 'direct'
  return { stream, detail: ofOne ? String(viewer.accountId) : '', name: [stream] }
}
