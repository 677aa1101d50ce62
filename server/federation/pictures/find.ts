import type { Context } from '../../context.ts'
import { type Elsewhere, markOf } from '../../features/media/present.ts'
import { decisionFor } from '../../policies/domains.ts'
import { hostOf } from '../vocab/json.ts'
import { emojiElsewhere, faceElsewhere, mediaElsewhere } from './queries.ts'

/** What a picture from elsewhere is kept as. */
export type Kind = 'media' | 'avatar' | 'header' | 'emoji'

/** A picture on another server: where it is, and what it is here. `isPost`: a picture of a post that is kept as its own. */
export type Theirs = {
  kind: Kind
  id: number
  url: string
  host: string
  mark: string
  isPost: boolean
  statusId?: number
}

type Found = {
  url: string | null
  host: string
  suspendedAt?: number | null
  hiddenAt?: number | null
  isPost?: boolean
  statusId?: number | null
}

function lookUp(ctx: Context, which: Elsewhere, id: number): Found | undefined {
  if (which === 'emoji') return emojiElsewhere(ctx.db, { id })
  if (which === 'avatar' || which === 'header') {
    const face = faceElsewhere(ctx.db, { id })
    return face && (which === 'avatar' ? face : { ...face, url: face.header })
  }
  const media = mediaElsewhere(ctx.db, { id })
  if (!media || (which === 'media' && media.kind !== 'image')) return undefined
  const isPost = media.kind === 'image'
  if (which === 'media') return { ...media, isPost }
  return { ...media, isPost, url: isPost ? (media.small ?? media.url) : media.small }
}

/**
 * The picture behind an address that our pages gave out; undefined for every other address, for pictures of people who
 * are suspended and of posts that were hidden, and where this community refuses the pictures of their server or of the
 * one on which they lie.
 */
export function findTheirs(ctx: Context, which: Elsewhere, id: number, mark: string): Theirs | undefined {
  const found = lookUp(ctx, which, id)
  if (!found?.url || (found.suspendedAt ?? null) !== null || (found.hiddenAt ?? null) !== null) return undefined
  if (markOf(ctx, which, id, found.url) !== mark) return undefined
  const kind = which === 'small' ? 'media' : which
  const url = found.isPost ? (mediaElsewhere(ctx.db, { id })?.url ?? found.url) : found.url
  if ([found.host, hostOf(url)].some((host) => decisionFor(ctx.db, host).refusesMedia)) return undefined
  const isPost = found.isPost ?? false
  return { kind, id, url, host: found.host, mark: isPost ? url : mark, isPost, statusId: found.statusId ?? undefined }
}
