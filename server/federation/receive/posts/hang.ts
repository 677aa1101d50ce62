import type { Context } from '../../../context.ts'
import { removeMedia } from '../../../features/media/queries.ts'
import { optionsOf, type PollRow, pollsOf, removeOptions } from '../../../features/polls/queries.ts'
import { decisionFor } from '../../../policies/domains.ts'
import type { AttachmentDoc, PollDoc } from '../../vocab/hung.ts'
import type { ActorRow } from '../queries.ts'
import {
  describeRemoteMedia,
  insertRemoteMedia,
  insertRemotePoll,
  putRemoteOption,
  remoteMediaOf,
  updateRemotePoll,
} from './queries.ts'

/** Keeps where the pictures of a post lie; those that are here already are described anew, those that are gone go. */
export function keepMedia(
  ctx: Context,
  statusId: number,
  { id: accountId, host }: ActorRow,
  given: readonly AttachmentDoc[],
): void {
  const attachments = decisionFor(ctx.db, host).refusesMedia ? [] : given
  const before = new Map(remoteMediaOf(ctx.db, { statusId }).map(({ id, url }) => [url, id]))
  for (const [position, one] of attachments.entries()) {
    const { url, description, focusX, focusY } = one
    const known = before.get(url)
    before.delete(url)
    if (known !== undefined) describeRemoteMedia(ctx.db, { id: known, description, focusX, focusY, position })
    else insertRemoteMedia(ctx.db, { ...rowOf(one), id: ctx.newId(), accountId, statusId, position, now: ctx.now() })
  }
  for (const id of before.values()) removeMedia(ctx.db, { id })
}

const SMALL = 480_000

function rowOf({ kind, url, preview, width, height, description, blurhash, focusX, focusY }: AttachmentDoc) {
  const scale = Math.min(1, Math.sqrt(SMALL / Math.max(1, width * height)))
  return {
    kind,
    url,
    preview: preview ?? null,
    width,
    height,
    smallWidth: Math.round(width * scale),
    smallHeight: Math.round(height * scale),
    focusX,
    focusY,
    description,
    blurhash,
  }
}

const sumOf = ({ options }: PollDoc) => options.reduce((sum, { votes }) => sum + (votes ?? 0), 0)

const closeAt = (ctx: Context, pollId: number, at: number | undefined) => {
  // what is over long ago is no news
  if (at !== undefined && at > ctx.now())
    ctx.queue.add('closePoll', { pollId }, { at, once: `closePoll:${pollId}:${at}` })
}

/** Keeps a poll from elsewhere, with the votes that its server counted. */
export function keepPoll(ctx: Context, statusId: number, poll: PollDoc): void {
  const id = ctx.newId()
  insertRemotePoll(ctx.db, {
    id,
    statusId,
    multiple: poll.multiple ? 1 : 0,
    voters: poll.voters ?? sumOf(poll),
    expiresAt: poll.endsAt ?? null,
  })
  putOptions(ctx, id, poll)
  closeAt(ctx, id, poll.endsAt)
}

const putOptions = (ctx: Context, pollId: number, { options }: PollDoc) =>
  options.forEach(({ title, votes }, position) => {
    putRemoteOption(ctx.db, { pollId, position, title, votes: votes ?? 0 })
  })

/** What the server of a poll says of it now; other options are another question, for which nobody voted yet. Says whether the question is another one. */
export function recountPoll(ctx: Context, statusId: number, poll: PollDoc): boolean {
  const [row]: PollRow[] = pollsOf(ctx.db, { ids: JSON.stringify([statusId]) })
  if (!row) {
    keepPoll(ctx, statusId, poll)
    return true
  }
  const before = optionsOf(ctx.db, { ids: JSON.stringify([row.id]) }).map(({ title }) => title)
  const isOther = before.join('\n') !== poll.options.map(({ title }) => title).join('\n')
  if (isOther) removeOptions(ctx.db, { pollId: row.id })
  updateRemotePoll(ctx.db, {
    id: row.id,
    multiple: poll.multiple ? 1 : 0,
    voters: poll.voters ?? sumOf(poll),
    expiresAt: poll.endsAt ?? null,
  })
  putOptions(ctx, row.id, poll)
  if (poll.endsAt !== row.expiresAt) closeAt(ctx, row.id, poll.endsAt)
  return isOther
}
