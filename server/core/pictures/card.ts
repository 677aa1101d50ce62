import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { checkRoom } from './attachment.ts'
import { decodePicture } from './decode.ts'
import { storeFile } from './files.ts'
import { sniffPicture } from './sniff.ts'

/** The picture of a link's card as kept. */
export type CardPicture = { file: string; width: number; height: number; blurhash: string }

const wish = {
  make: 'attachment',
  pixels: limits.imagePixels,
  animationPixels: limits.animationPixels,
  keptPixels: limits.cardPixels,
  smallPixels: limits.cardPixels,
} as const

/** Keeps one small picture, which never moves, of bytes that came from anywhere; undefined for what is none. Throws 503 and 507. */
export async function storeCardPicture(ctx: Pick<Context, 'config'>, bytes: Buffer): Promise<CardPicture | undefined> {
  const kind = sniffPicture(bytes)
  if (!kind) return undefined
  await checkRoom(ctx)
  const { attachment } = await decodePicture({ bytes, kind }, wish)
  if (!attachment) return undefined
  const { webp, width, height } = attachment.small
  return { file: await storeFile(ctx.config.dataDir, webp), width, height, blurhash: attachment.blurhash }
}
