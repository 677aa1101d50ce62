import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { checkRoom } from './attachment.ts'
import { decodePicture } from './decode.ts'
import { storeFile } from './files.ts'
import { sniffPicture } from './sniff.ts'

/** The picture of a link's card as kept; its `bytes` are those of the file. */
export type CardPicture = { file: string; width: number; height: number; blurhash: string; bytes: number }

const wish = {
  make: 'attachment',
  pixels: limits.imagePixels,
  animationPixels: limits.animationPixels,
} as const

/** Keeps one small picture, which never moves, of bytes that came from anywhere; undefined for what is none. Throws 503 and 507. */
export const storeCardPicture = (ctx: Pick<Context, 'config'>, bytes: Buffer): Promise<CardPicture | undefined> =>
  storeSmallPicture(ctx, bytes, limits.cardPixels)

/** A small picture of bytes that came from anywhere, made anew and not kept; undefined for what is none. Throws 503. */
export async function makeSmallPicture(bytes: Buffer, pixels: number): Promise<Uint8Array | undefined> {
  const kind = sniffPicture(bytes)
  if (!kind) return undefined
  const { attachment } = await decodePicture({ bytes, kind }, { ...wish, keptPixels: pixels, smallPixels: pixels })
  return attachment?.small.webp
}

/** The same with so many pixels at most. */
export async function storeSmallPicture(
  ctx: Pick<Context, 'config'>,
  bytes: Buffer,
  pixels: number,
): Promise<CardPicture | undefined> {
  const kind = sniffPicture(bytes)
  if (!kind) return undefined
  await checkRoom(ctx)
  const { attachment } = await decodePicture({ bytes, kind }, { ...wish, keptPixels: pixels, smallPixels: pixels })
  if (!attachment) return undefined
  const { webp, width, height } = attachment.small
  const file = await storeFile(ctx.config.dataDir, webp)
  return { file, width, height, blurhash: attachment.blurhash, bytes: webp.length }
}
