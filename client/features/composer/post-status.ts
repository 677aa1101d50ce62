import type { WarningTopic } from '../../../shared/api/warnings.ts'
import type { ScheduledStatus, Status } from '../../../shared/api/wire.ts'
import { send } from '../../api/http.ts'
import type { Draft } from './draft.ts'
import { pollForm } from './poll-draft.ts'
import { topicsIn } from './warning.ts'

/** Gives one's own post the words of a draft. Sent again, it changes nothing more. */
export function editStatus(draft: Draft, id: string, topics: readonly WarningTopic[]): Promise<Status> {
  return send('PUT', `/api/v1/statuses/${id}`, {
    ...wordsOf(draft, topics),
    ...picturesOf(draft),
    language: draft.language,
  })
}

function wordsOf(draft: Draft, topics: readonly WarningTopic[]) {
  const warning = draft.warned ? draft.warning.trim() : ''
  return {
    status: draft.text,
    spoiler_text: warning,
    warning_topics: warning ? topicsIn(warning, topics) : [],
    ...(draft.poll && { poll: pollForm(draft.poll) }),
  }
}

/** A post without pictures says nothing of them: there is nothing to cover either. */
function picturesOf({ pictures, sensitive }: Draft) {
  if (pictures.length === 0) return { media_ids: [] }
  return {
    sensitive,
    media_ids: pictures.map(({ id }) => id),
    media_attributes: pictures.map(({ id, description, focus }) => ({
      id,
      description: description.trim(),
      focus: `${focus.x},${focus.y}`,
    })),
  }
}

interface Around {
  key: string
  inReplyTo: string | undefined
  quoting: string | undefined
  topics: readonly WarningTopic[]
}

/** What came of sending a draft: a post, or one that waits for its time. */
export type Sent = Status | ScheduledStatus

/** Whether it waits for its time. */
export const isForLater = (sent: Sent): sent is ScheduledStatus => 'params' in sent

/** Sends a draft. The same `key` with the same draft posts once, however often it is sent. */
export function postStatus(draft: Draft, { key, inReplyTo, quoting, topics }: Around): Promise<Sent> {
  const form = {
    ...wordsOf(draft, topics),
    visibility: draft.visibility,
    local_only: draft.localOnly,
    language: draft.language,
    in_reply_to_id: inReplyTo,
    ...picturesOf(draft),
    quoted_status_id: quoting,
    quote_approval_policy: draft.quotePolicy,
    scheduled_at: draft.later ? new Date(draft.later).toISOString() : undefined,
  }
  return send('POST', '/api/v1/statuses', form, { headers: { 'Idempotency-Key': key } })
}
