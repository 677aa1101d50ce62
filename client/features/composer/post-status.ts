import type { WarningTopic } from '../../../shared/api/warnings.ts'
import type { Status } from '../../../shared/api/wire.ts'
import { send } from '../../api/http.ts'
import type { Draft } from './draft.ts'
import { topicsIn } from './warning.ts'

/** Sends a draft. The same `key` with the same draft posts once, however often it is sent. */
export function postStatus(
  draft: Draft,
  { key, inReplyTo, topics }: { key: string; inReplyTo: string | undefined; topics: readonly WarningTopic[] },
): Promise<Status> {
  const warning = draft.warned ? draft.warning.trim() : ''
  const form = {
    status: draft.text,
    spoiler_text: warning,
    warning_topics: warning ? topicsIn(warning, topics) : [],
    visibility: draft.visibility,
    local_only: draft.localOnly,
    language: draft.language,
    in_reply_to_id: inReplyTo,
  }
  return send('POST', '/api/v1/statuses', form, { headers: { 'Idempotency-Key': key } })
}
