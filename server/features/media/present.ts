import type { MediaAttachment } from '../../../shared/api/wire.ts'
import type { Config } from '../../config.ts'
import type { Vault } from '../../core/crypto.ts'
import type { MediaRow } from './queries.ts'

type Place = { config: Pick<Config, 'publicUrl' | 'mediaUrl'> }

/** Where a picture is kept, and the key that makes addresses which nobody can guess. */
type Sealing = Place & { vault: Pick<Vault, 'fingerprint'> }

/** The absolute address of a stored file. With MEDIA_URL, files lie directly below it. */
export const mediaUrl = ({ config }: Place, file: string): string =>
  `${config.mediaUrl ?? `${config.publicUrl}/media`}/${file}`

/** The picture of somebody who has chosen none; clients need an address. */
export const missingAvatar = ({ config }: Place): string => `${config.publicUrl}/avatar-missing.png`

/** The banner of somebody who has chosen none; clients need an address. */
export const missingHeader = ({ config }: Place): string => `${config.publicUrl}/header-missing.png`

/** What of another server's is shown through ours: pictures of posts, whole and small, those of people, and emoji. */
export type Elsewhere = 'media' | 'small' | 'avatar' | 'header' | 'emoji'

/** What makes the address of a picture from elsewhere impossible to guess, and another one when the picture is. */
export const markOf = ({ vault }: Pick<Sealing, 'vault'>, kind: Elsewhere, id: number, theirs: string): string =>
  vault.fingerprint('elsewhere', `${kind} ${id} ${theirs}`).toString('base64url').slice(0, 22)

/** Where a picture from elsewhere is shown here: readers' addresses never reach its server. `theirs` is its address there. */
export const elsewhereUrl = (ctx: Sealing, kind: Elsewhere, id: number, theirs: string): string =>
  `${ctx.config.publicUrl}/proxy/${kind}/${id}/${markOf(ctx, kind, id, theirs)}`

const sizeOf = (width: number, height: number) => ({
  width,
  height,
  size: `${width}x${height}`,
  aspect: width / height,
})

/** The place that is kept for a picture whose size nobody said. */
const guess = { width: 640, height: 360 }

/** Where a picture is, and its small one. */
function addressesOf(ctx: Sealing, { id, file, small, kind, remoteUrl, remoteSmallUrl }: MediaRow) {
  if (file !== null && small !== null) return { url: mediaUrl(ctx, file), preview: mediaUrl(ctx, small) }
  if (remoteUrl === null) return { url: null, preview: null }
  const seen = kind === 'image' ? (remoteSmallUrl ?? remoteUrl) : remoteSmallUrl
  return {
    // what is no picture is not fetched: it is looked at where it is
    url: kind === 'image' ? elsewhereUrl(ctx, 'media', id, remoteUrl) : remoteUrl,
    preview: seen === null ? null : elsewhereUrl(ctx, 'small', id, seen),
  }
}

/** A picture as JSON. Moving ones are WebP too, so they stay `image`: a player for videos could not show them. */
export function presentMedia(ctx: Sealing, row: MediaRow): MediaAttachment {
  const { url, preview } = addressesOf(ctx, row)
  return {
    id: String(row.id),
    type: row.kind,
    url,
    preview_url: preview,
    remote_url: row.remoteUrl,
    preview_remote_url: row.remoteSmallUrl,
    text_url: null,
    meta: {
      original: sizeOf(row.width || guess.width, row.height || guess.height),
      small: sizeOf(row.smallWidth || guess.width, row.smallHeight || guess.height),
      focus: { x: row.focusX, y: row.focusY },
      ...(row.animated === 1 && { animated: true }),
    },
    description: row.description || null,
    blurhash: row.blurhash || null,
  }
}

/** What is left of a picture that is not in its post any more: what was said of it, and no address. */
export function presentTaken(then: Pick<MediaRow, 'id' | 'description' | 'focusX' | 'focusY' | 'width' | 'height'>) {
  const size = sizeOf(then.width, then.height)
  return {
    id: String(then.id),
    type: 'unknown',
    url: null,
    preview_url: null,
    remote_url: null,
    preview_remote_url: null,
    text_url: null,
    meta: { original: size, small: size, focus: { x: then.focusX, y: then.focusY } },
    description: then.description || null,
    blurhash: null,
  } as const satisfies MediaAttachment
}
