import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { invalidFields, Refusal } from '../errors.ts'
import { checkRoom } from './attachment.ts'
import { decodePicture } from './decode.ts'
import { removeFile, storeFile } from './files.ts'
import { sniffPicture } from './sniff.ts'

/** A small picture as kept; `staticFile` is there where the other one moves. */
export type KeptEmoji = { file: string; staticFile: string | undefined }

const wish = {
  make: 'attachment',
  pixels: limits.imagePixels,
  animationPixels: limits.emojiAnimationPixels,
  keptPixels: limits.emojiPixels,
  smallPixels: limits.emojiPixels,
} as const

const refuse = (description: string) => invalidFields({ image: [{ error: 'ERR_INVALID', description }] })

/**
 * Makes a picture small, without metadata, and keeps it; of one that moves also a copy that does not. Throws 413 for too
 * many bytes, 422 for what is no picture that we take, 503 and 507.
 */
export async function storeEmojiPicture({ config }: Pick<Context, 'config'>, bytes: Buffer): Promise<KeptEmoji> {
  if (bytes.length > limits.emojiBytes) {
    throw new Refusal(413, `The picture is larger than ${limits.emojiBytes / 1024} kB. Make it smaller first.`)
  }
  const kind = sniffPicture(bytes)
  if (!kind) throw refuse('This file is not a picture that we can read. Take a PNG, WebP, GIF, JPEG or AVIF.')
  await checkRoom({ config })
  const { attachment, problem } = await decodePicture({ bytes, kind }, wish)
  if (problem === 'too_long') throw refuse('The moving picture is too long. Take one with fewer or smaller frames.')
  if (!attachment) throw refuse('The picture is damaged, or is not what its name says. Nothing was kept.')
  const file = await storeFile(config.dataDir, attachment.shown.webp)
  if (!attachment.animated) return { file, staticFile: undefined }
  const staticFile = await storeFile(config.dataDir, attachment.small.webp).catch(async (thrown: unknown) => {
    await removeFile(config.dataDir, file)
    throw thrown
  })
  return { file, staticFile }
}
