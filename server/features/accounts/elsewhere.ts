import type { Account } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { presentElsewhere } from '../emojis/present.ts'
import { elsewhereUrl, missingAvatar, missingHeader } from '../media/present.ts'
import type { AccountRow, RemoteRow } from './queries.ts'

// sanitised when it came, as is `noteHtml`
const fieldsOf = (json: string): Account['fields'] =>
  (JSON.parse(json) as { name: string; value: string }[]).map((field) => ({ ...field, verified_at: null }))

/** What is shown of somebody of another server as it is said there: words, pictures through our own server, and numbers. */
export function presentRemote(
  ctx: Context,
  { id, statusesCount, followersCount, followingCount }: AccountRow,
  remote: RemoteRow,
) {
  const avatar = remote.avatarUrl === null ? missingAvatar(ctx) : elsewhereUrl(ctx, 'avatar', id, remote.avatarUrl)
  const header = remote.headerUrl === null ? missingHeader(ctx) : elsewhereUrl(ctx, 'header', id, remote.headerUrl)
  return {
    group: remote.kind === 'Group',
    note: remote.noteHtml,
    url: remote.url ?? remote.uri ?? '',
    avatar,
    avatar_static: avatar,
    header,
    header_static: header,
    fields: fieldsOf(remote.fieldsHtml),
    emojis: presentElsewhere(ctx, remote.emojis),
    statuses_count: Math.max(statusesCount, remote.statusesTotal ?? 0),
    followers_count: Math.max(followersCount, remote.followersTotal ?? 0),
    following_count: Math.max(followingCount, remote.followingTotal ?? 0),
  } satisfies Partial<Account>
}
