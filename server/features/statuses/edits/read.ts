import type { StatusEdit, StatusSource } from '../../../../shared/api/wire.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../core/errors.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentAccounts, presentTime } from '../../accounts/present.ts'
import { emojisIn, presentElsewhere } from '../../emojis/present.ts'
import { optionsOf, pollsOf } from '../../polls/queries.ts'
import { findStatus } from '../find.ts'
import { formatStatus } from '../present-core.ts'
import { mentionsOf, statusById } from '../queries.ts'
import { picturesNow, presentVersions } from './pictures.ts'
import { versionsOf } from './queries.ts'

/** What a post said from its first words to now, for whoever may see the post. Throws 404. */
export function readHistory(ctx: Context, viewer: Viewer | undefined, id: number): StatusEdit[] {
  const row = findStatus(ctx, viewer, id)
  const account = presentAccounts(ctx, [row.accountId]).get(row.accountId)
  if (!account) throw notFound()
  const mentions = mentionsOf(ctx.db, { ids: JSON.stringify([id]) })
  const kept = versionsOf(ctx.db, { statusId: id })
  const versions = kept.length > 0 ? kept : [{ ...row, poll: titlesOf(ctx, id), media: picturesNow(ctx, id) }]
  const pictures = presentVersions(
    ctx,
    id,
    versions.map(({ media }) => media),
  )
  return versions.map(({ text, html, spoilerText, warningTopics, sensitive, poll, createdAt }, n) => ({
    content: html ?? formatStatus(ctx, text, mentions),
    spoiler_text: spoilerText,
    warning_topics: JSON.parse(warningTopics),
    sensitive: sensitive === 1,
    created_at: presentTime(createdAt),
    account,
    poll: poll === null ? null : { options: optionsIn(poll) },
    media_attachments: pictures[n] ?? [],
    emojis: html === null ? emojisIn(ctx, text, spoilerText, poll ?? '') : presentElsewhere(ctx, row.emojis),
  }))
}

const optionsIn = (poll: string): { title: string }[] => JSON.parse(poll).map((title: string) => ({ title }))

/** The options of a post's poll as a JSON list; null where there is none. */
function titlesOf(ctx: Context, statusId: number): string | null {
  const polls = pollsOf(ctx.db, { ids: JSON.stringify([statusId]) }).map(({ id }) => id)
  if (polls.length === 0) return null
  return JSON.stringify(optionsOf(ctx.db, { ids: JSON.stringify(polls) }).map(({ title }) => title))
}

/** One's own post as it was written, to edit it. Throws 404 for every other post. */
export function readSource(ctx: Context, viewer: Viewer, id: number): StatusSource {
  const row = statusById(ctx.db, { id })
  if (row?.accountId !== viewer.accountId) throw notFound()
  return { id: String(id), text: row.text, spoiler_text: row.spoilerText }
}
