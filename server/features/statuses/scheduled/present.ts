import type { ScheduledStatus } from '../../../../shared/api/wire.ts'
import type { Context } from '../../../context.ts'
import { presentTime } from '../../accounts/present.ts'
import { presentMedia } from '../../media/present.ts'
import { mediaByIds } from '../../media/queries.ts'
import type { StatusForm } from '../form.ts'
import type { ScheduledRow } from './queries.ts'

/** What was asked for; it was written down by ourselves. */
export const formOf = ({ form }: ScheduledRow): StatusForm => JSON.parse(form) as StatusForm

const wireId = (id: number | null | undefined) => (id === undefined || id === null ? null : String(id))

/** Posts that wait for their time, as their author sees them; `problem` says why one could not be posted. */
export function presentScheduled(ctx: Context, rows: readonly ScheduledRow[]): ScheduledStatus[] {
  const ids = rows.flatMap((row) => formOf(row).media_ids)
  const media = new Map(mediaByIds(ctx.db, { ids: JSON.stringify(ids) }).map((one) => [one.id, one]))
  return rows.map((row) => {
    const form = formOf(row)
    return {
      id: String(row.cursor),
      scheduled_at: presentTime(row.scheduledAt),
      problem: row.problem,
      params: {
        text: form.status,
        spoiler_text: form.spoiler_text,
        sensitive: form.sensitive ?? null,
        visibility: form.visibility ?? null,
        language: form.language ?? null,
        local_only: form.local_only ?? false,
        in_reply_to_id: wireId(form.in_reply_to_id),
        quoted_status_id: wireId(form.quoted_status_id),
        media_ids: form.media_ids.length > 0 ? form.media_ids.map(String) : null,
        poll: form.poll
          ? {
              options: form.poll.options,
              expires_in: String(form.poll.expires_in ?? ''),
              multiple: form.poll.multiple,
              hide_totals: form.poll.hide_totals,
            }
          : null,
        scheduled_at: null,
        idempotency: null,
        with_rate_limit: false,
        application_id: row.appId ?? 0,
      },
      media_attachments: form.media_ids.flatMap((id) => {
        const found = media.get(id)
        return found ? [presentMedia(ctx, found)] : []
      }),
    }
  })
}
