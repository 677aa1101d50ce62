import type { Profile } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { presentCredentials } from './present.ts'
import { accountById } from './queries.ts'

/** One's own profile as it is edited: words as they were written, and no picture where none was chosen. */
export function readProfile(ctx: Context, id: number): Profile {
  const row = accountById(ctx.db, { id })
  if (!row) throw notFound()
  const { source, ...account } = presentCredentials(ctx, id)
  const avatar = row.avatar === null ? null : account.avatar
  const header = row.header === null ? null : account.header
  return {
    id: account.id,
    display_name: account.display_name,
    note: source.note,
    fields: source.fields,
    avatar,
    avatar_static: avatar,
    avatar_description: account.avatar_description,
    header,
    header_static: header,
    header_description: account.header_description,
    locked: account.locked,
    bot: account.bot,
    hide_collections: account.hide_collections,
    discoverable: source.discoverable,
    indexable: source.indexable,
    show_media: true,
    show_media_replies: true,
    show_featured: true,
    attribution_domains: source.attribution_domains,
    featured_tags: [],
  }
}
