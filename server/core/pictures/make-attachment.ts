import { encode } from 'blurhash'
import sharp, { type Sharp } from 'sharp'
import { likenessOf } from './likeness.ts'
import type { Attachment, Made } from './protocol.ts'

/** The longest side that WebP can have. */
const LONGEST = 16_383

/** Across and down a blur: as many waves as Mastodon's. */
const WAVES = 4

type Size = { width: number; height: number }

/** The largest size of the same shape that has no more than so many pixels. */
function within({ width, height }: Size, pixels: number): Size {
  const scale = Math.min(1, Math.sqrt(pixels / (width * height)), LONGEST / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

const asWebp = (picture: Sharp) => picture.webp({ quality: 82, effort: 2, smartSubsample: true })

async function made(picture: Sharp, size: Size): Promise<Made> {
  return { ...size, webp: await asWebp(picture).toBuffer() }
}

async function blurOf(picture: Sharp): Promise<string> {
  const few = picture.flatten({ background: '#ffffff' }).resize(32, 32, { fit: 'fill' }).ensureAlpha().raw()
  return encode(new Uint8ClampedArray(await few.toBuffer()), 32, 32, WAVES, WAVES)
}

type Wish = { size: Size; keptPixels: number; smallPixels: number }

/** What a post shows of a still picture; it is decoded once. `picture` is upright, of the size `size`. */
export async function makeStill(picture: Sharp, { size, keptPixels, smallPixels }: Wish): Promise<Attachment> {
  const kept = within(size, keptPixels)
  const pixels = picture.resize(kept.width, kept.height, { fit: 'fill' }).toColourspace('srgb').raw()
  const { data, info } = await pixels.toBuffer({ resolveWithObject: true })
  const decoded = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  const small = within(kept, smallPixels)
  return {
    shown: await made(decoded(), kept),
    small: await made(decoded().resize(small.width, small.height, { fit: 'fill' }), small),
    blurhash: await blurOf(decoded()),
    likeness: await likenessOf(decoded()),
    animated: false,
  }
}

/** What a post shows of a moving picture: it goes on moving, but stands still in lists. `first` is its first frame. */
export async function makeMoving(moving: Sharp, first: Sharp, wish: Wish): Promise<Attachment> {
  const still = await makeStill(first, wish)
  const kept = within(wish.size, wish.keptPixels)
  const shown = await made(moving.resize(kept.width, kept.height, { fit: 'fill' }).toColourspace('srgb'), kept)
  return { ...still, shown, animated: true }
}
