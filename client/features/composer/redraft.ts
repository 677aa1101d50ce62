import type { Status, StatusSource } from '../../../shared/api/wire.ts'
import { HttpError, read, send } from '../../api/http.ts'
import { dropFromLists } from '../../api/pages.ts'
import { countReply, forgetStatus } from '../../api/store.ts'
import { session } from '../../session/session.ts'
import { QUOTE_POLICIES } from './draft.ts'
import { dropDraft, saveDraft } from './drafts.ts'
import { newPoll } from './poll-draft.ts'
import { startOfEdit } from './start.ts'

/**
 * Takes an own post down to write it anew. All of it is kept on this device first, so that nothing is lost whatever
 * becomes of the server meanwhile; an answer that was lost is as good as none: what is gone already counts as gone.
 */
export async function redraft(id: string): Promise<void> {
  const account = session()?.account?.id
  if (!account) return
  const context = `again:${id}` as const
  const [status, source] = await Promise.all([
    read<Status>(`/api/v1/statuses/${id}`),
    read<StatusSource>(`/api/v1/statuses/${id}/source`),
  ])
  await saveDraft(account, context, await draftOf(status, source))
  try {
    await send('DELETE', `/api/v1/statuses/${id}`)
  } catch (error) {
    const isGone = error instanceof HttpError && error.status === 404
    if (error instanceof HttpError && !isGone) await dropDraft(account, context)
    if (!isGone) throw error
  }
  dropFromLists((one) => one === id)
  forgetStatus(id)
  if (status.in_reply_to_id) countReply(status.in_reply_to_id, -1)
}

async function draftOf(status: Status, source: StatusSource) {
  const draft = startOfEdit(status, source)
  const answered = status.in_reply_to_id
  const above = answered ? await read<Status>(`/api/v1/statuses/${answered}`).catch(() => undefined) : undefined
  return {
    ...draft,
    quotePolicy: QUOTE_POLICIES.find((policy) => policy === (status.quote_approval?.automatic[0] ?? 'nobody')),
    pictures: status.media_attachments.map(pictureOf),
    sensitive: status.sensitive,
    poll: draft.poll && { ...draft.poll, lasts: newPoll().lasts },
    answers: above && { id: above.id, widest: above.visibility, localOnly: above.local_only },
    quoted: quotedBy(status),
  }
}

/** The server keeps the pictures of a post that was taken down for a day. */
const pictureOf = ({ id, description, meta, preview_url: url }: Status['media_attachments'][number]) => ({
  key: id,
  id,
  sentAt: Date.now(),
  description: description ?? '',
  focus: meta?.focus ?? { x: 0, y: 0 },
  url: url ?? undefined,
})

const quotedBy = ({ quote }: Status): string | undefined =>
  quote && 'quoted_status' in quote ? quote.quoted_status?.id : undefined
