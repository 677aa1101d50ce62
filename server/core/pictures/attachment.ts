import { statfs } from 'node:fs/promises'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import { sha256Hex } from '../crypto.ts'
import { invalidFields, Refusal } from '../errors.ts'
import { decodePicture } from './decode.ts'
import { removeFile, storeFile } from './files.ts'
import type { Attachment, Problem } from './protocol.ts'
import { barredPicture } from './queries.ts'
import { isNamedByScanner } from './scan.ts'
import { isAppleOnly, sniffPicture } from './sniff.ts'

/** A picture of a post as kept: the names of its two files, and what is known about it. */
export type KeptPicture = Omit<Attachment, 'shown' | 'small'> & {
  file: string
  small: string
  bytes: number
  /** Of the file as it is shown, in hex. */
  sha256: string
  /** Whether the operator's scanner named it. */
  flagged: boolean
  size: { width: number; height: number }
  smallSize: { width: number; height: number }
}

type Place = Pick<Context, 'config'>

const refuse = (description: string) => invalidFields({ file: [{ error: 'ERR_INVALID', description }] })

const millions = (pixels: number) => Math.floor(pixels / 1_000_000)

const reasons: Record<Problem, string> = {
  too_large: `The picture has more than ${millions(limits.imagePixels)} million pixels. Make it smaller first.`,
  too_long: `The moving picture has more than ${millions(limits.animationPixels)} million pixels in all its frames. Make it shorter or smaller first.`,
  broken: 'The picture is damaged, or is not what its name says. Nothing was kept.',
}

const appleOnly =
  'This is a HEIC picture, which most browsers cannot show. Save it as a JPEG first; on an iPhone, share it as “Most compatible”.'

const barred = 'Moderators took this picture down, so it cannot be added again.'

const wish = {
  make: 'attachment',
  pixels: limits.imagePixels,
  animationPixels: limits.animationPixels,
  keptPixels: limits.mediaPixels,
  smallPixels: limits.mediaSmallPixels,
} as const

/**
 * Decodes a picture, turns it upright, makes it anew without metadata, with a small one beside it, and keeps both.
 * Throws 413 for too many bytes, 422 for what is no picture that we take or one that was taken down, and 507 when the disk has no room to spare.
 */
export async function storeAttachment(ctx: Place & Pick<Context, 'db' | 'log'>, bytes: Buffer): Promise<KeptPicture> {
  if (bytes.length > limits.imageBytes) {
    throw new Refusal(413, `The picture is larger than ${limits.imageBytes / 1_048_576} MB.`)
  }
  const kind = sniffPicture(bytes)
  if (!kind) {
    throw refuse(
      isAppleOnly(bytes)
        ? appleOnly
        : 'This file is not a picture that we can read. Take a JPEG, PNG, WebP, GIF or AVIF.',
    )
  }
  await checkRoom(ctx)
  const { attachment, problem } = await decodePicture({ bytes, kind }, wish)
  if (!attachment) throw refuse(reasons[problem ?? 'broken'])
  // the same photo made anew, or what somebody saved from here
  const made = [Buffer.from(attachment.shown.webp), bytes]
  if (made.some((one) => barredPicture(ctx.db, { hash: sha256Hex(one) }))) throw refuse(barred)
  const flagged = await isNamedByScanner(ctx, bytes)
  return { ...(await keep(ctx, attachment)), flagged }
}

/** Pictures never take the last room, which posts and the database need. Throws 507. */
export async function checkRoom({ config }: Place): Promise<void> {
  const { bavail, bsize } = await statfs(config.dataDir)
  if (bavail * bsize > limits.diskReserve) return
  throw new Refusal(507, 'The server has no room for pictures left. Posts without pictures still go through.')
}

async function keep({ config }: Place, { shown, small, ...about }: Attachment): Promise<Omit<KeptPicture, 'flagged'>> {
  const file = await storeFile(config.dataDir, shown.webp)
  const smallFile = await storeFile(config.dataDir, small.webp).catch(async (thrown: unknown) => {
    await removeFile(config.dataDir, file)
    throw thrown
  })
  return {
    ...about,
    file,
    small: smallFile,
    bytes: shown.webp.length + small.webp.length,
    sha256: sha256Hex(Buffer.from(shown.webp)),
    size: { width: shown.width, height: shown.height },
    smallSize: { width: small.width, height: small.height },
  }
}
