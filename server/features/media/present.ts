import type { MediaAttachment } from '../../../shared/api/wire.ts'
import type { Config } from '../../config.ts'
import type { MediaRow } from './queries.ts'

type Place = { config: Pick<Config, 'publicUrl' | 'mediaUrl'> }

/** The absolute address of a stored file. With MEDIA_URL, files lie directly below it. */
export const mediaUrl = ({ config }: Place, file: string): string =>
  `${config.mediaUrl ?? `${config.publicUrl}/media`}/${file}`

/** The picture of somebody who has chosen none; clients need an address. */
export const missingAvatar = ({ config }: Place): string => `${config.publicUrl}/avatar-missing.png`

/** The banner of somebody who has chosen none; clients need an address. */
export const missingHeader = ({ config }: Place): string => `${config.publicUrl}/header-missing.png`

const sizeOf = (width: number, height: number) => ({
  width,
  height,
  size: `${width}x${height}`,
  aspect: width / height,
})

/** A picture as JSON. Moving ones are WebP too, so they stay `image`: a player for videos could not show them. */
export function presentMedia(ctx: Place, row: MediaRow): MediaAttachment {
  return {
    id: String(row.id),
    type: 'image',
    url: mediaUrl(ctx, row.file),
    preview_url: mediaUrl(ctx, row.small),
    remote_url: null,
    preview_remote_url: null,
    text_url: null,
    meta: {
      original: sizeOf(row.width, row.height),
      small: sizeOf(row.smallWidth, row.smallHeight),
      focus: { x: row.focusX, y: row.focusY },
      ...(row.animated === 1 && { animated: true }),
    },
    description: row.description || null,
    blurhash: row.blurhash,
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
