import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { type FieldErrors, invalid, Refusal } from '../errors.ts'
import { decodePicture } from './decode.ts'
import { storeFile } from './files.ts'
import { sniffPicture } from './sniff.ts'

const sizes = {
  avatar: { width: limits.avatarSize, height: limits.avatarSize },
  header: { width: limits.headerWidth, height: limits.headerHeight },
}

/** The two pictures of a profile. */
export type ProfilePicture = keyof typeof sizes

const megapixels = Math.floor(limits.imagePixels / 1_000_000)

/**
 * Decodes a picture of a profile, cuts it to its form without metadata and keeps that; gives the file's name for
 * `accounts`. Throws 413 for too many bytes and 422, naming the field, for what is no picture that we take.
 */
export async function storeProfilePicture(
  ctx: Pick<Context, 'config'>,
  which: ProfilePicture,
  bytes: Buffer,
): Promise<string> {
  const refuse = (description: string) => {
    const details: FieldErrors = { [which]: [{ error: 'ERR_INVALID', description }] }
    return invalid(description, { details })
  }
  if (bytes.length > limits.avatarBytes) {
    throw new Refusal(413, `The picture is larger than ${limits.avatarBytes / 1_048_576} MB.`)
  }
  const kind = sniffPicture(bytes)
  if (!kind) throw refuse('This file is not a picture that we can read. Take a JPEG, PNG, WebP, GIF or AVIF.')
  const wish = { make: 'cut', ...sizes[which], pixels: limits.imagePixels } as const
  const { webp, problem } = await decodePicture({ bytes, kind }, wish)
  if (problem === 'too_large')
    throw refuse(`The picture has more than ${megapixels} million pixels. Make it smaller first.`)
  if (!webp) throw refuse('The picture is damaged, or is not what its name says. Nothing was changed.')
  return storeFile(ctx.config.dataDir, webp)
}
