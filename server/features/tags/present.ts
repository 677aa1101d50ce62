import { findEntities, normalizeTag } from '../../../shared/text/entities.ts'
import type { Context } from '../../context.ts'

/** Where the posts with a hashtag are; `name` in its normal form. */
export const tagUrl = (ctx: Context, name: string) => `${ctx.config.publicUrl}/tags/${encodeURIComponent(name)}`

/** The normal form of what can be a hashtag, however it is written; nothing for anything else. */
export function nameOf(written: string): string | undefined {
  const [entity, ...more] = findEntities(`#${written}`)
  const isOne = entity?.kind === 'hashtag' && entity.tag === written && more.length === 0
  return isOne ? normalizeTag(written) : undefined
}
