import type { Tag } from '../../../shared/api/wire.ts'
import { findEntities, normalizeTag } from '../../../shared/text/entities.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { memberId, type Viewer } from '../../policies/viewer.ts'
import { standingTo, tagByName } from './queries.ts'

/** Where the posts with a hashtag are; `name` in its normal form. */
export const tagUrl = (ctx: Context, name: string) => `${ctx.config.publicUrl}/tags/${encodeURIComponent(name)}`

/** The normal form of what can be a hashtag, however it is written; nothing for anything else. */
export function nameOf(written: string): string | undefined {
  const [entity, ...more] = findEntities(`#${written}`)
  const isOne = entity?.kind === 'hashtag' && entity.tag === written && more.length === 0
  return isOne ? normalizeTag(written) : undefined
}

type Standing = { following: number; featuring: number }

/** A hashtag by its normal form, used here or not; with how a member stands to it. */
export const presentTag = (ctx: Context, name: string, standing: Standing | undefined): Tag => ({
  id: String(tagByName(ctx.db, { name })?.id ?? name),
  name,
  url: tagUrl(ctx, name),
  history: [],
  ...(standing && { following: standing.following === 1, featuring: standing.featuring === 1 }),
})

/** A hashtag as it is asked for; a member reads whether they follow it. Throws 404 for what can be none. */
export function readTagByName(ctx: Context, viewer: Viewer | undefined, written: string): Tag {
  const name = nameOf(written)
  if (name === undefined) throw notFound()
  const me = memberId(viewer)
  return presentTag(ctx, name, me === undefined ? undefined : standingTo(ctx.db, { me, name }))
}
