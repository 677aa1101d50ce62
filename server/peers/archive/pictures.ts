import { z } from 'zod'
import type { BroughtPictures, PictureCounts } from '../../../shared/api/elsewhere.ts'
import type { Context } from '../../context.ts'
import { notFound, Refusal } from '../../core/errors.ts'
import { type KeptPicture, storeAttachment } from '../../core/pictures/attachment.ts'
import { removeFile } from '../../core/pictures/files.ts'
import { attachMedia, insertMedia } from '../../features/media/queries.ts'
import { suspectPictures } from '../../features/media/suspect.ts'
import { markChanged } from '../../features/search/queries.ts'
import { forgetStatus } from '../../features/statuses/lasting.ts'
import type { Upload } from '../../http/body.ts'
import { limits } from '../../limits.ts'
import { checkPictures } from '../../policies/panic.ts'
import type { Viewer } from '../../policies/viewer.ts'
import {
  countCame,
  countPictures,
  dropFile,
  dropFiles,
  failedFiles,
  failFile,
  waitingFile,
  waitingPaths,
} from './queries.ts'

/** A file of the archive by its place there, or why the one who sends cannot send it. */
export const pictureForm = z.object({ path: z.string().min(1).max(1000), problem: z.literal('too_large').optional() })

const NONE = { waiting: 0, failed: 0, came: 0, bytes: 0 }

function countsOf(ctx: Context, accountId: number): PictureCounts {
  const { waiting, failed, came } = countPictures(ctx.db, { accountId }) ?? NONE
  return { waiting, failed, came }
}

/** How far one's own pictures are, which are still wanted, and which cannot come. */
export function readPictures(ctx: Context, { accountId }: Viewer): BroughtPictures {
  const failures = failedFiles(ctx.db, { accountId, most: limits.importFailures })
  return {
    ...countsOf(ctx, accountId),
    wanted: waitingPaths(ctx.db, { accountId, most: limits.broughtWanted }).map(({ path }) => path),
    failures: failures.map(({ path, problem, createdAt }) => ({
      what: path.slice(path.lastIndexOf('/') + 1),
      posted_at: new Date(createdAt).toISOString(),
      why: problem,
    })),
  }
}

function checkShare(ctx: Context, accountId: number): void {
  if ((countPictures(ctx.db, { accountId })?.bytes ?? 0) < limits.broughtPictures) return
  const gigabytes = limits.broughtPictures / 1024 ** 3
  throw new Refusal(
    403,
    `The pictures of an archive may take ${gigabytes} GB here, and yours do. The rest stays there.`,
  )
}

const tooLarge = `It is larger than ${limits.imageBytes / 1024 ** 2} MB.`

const forget = async (ctx: Context, { file, small }: KeptPicture) => {
  for (const one of [file, small]) await removeFile(ctx.config.dataDir, one)
}

/** Puts a picture into its post, as old as that; false where it is not wanted any more. */
function hang(ctx: Context, accountId: number, path: string, kept: KeptPicture): boolean {
  return ctx.transact(() => {
    const found = waitingFile(ctx.db, { accountId, path })
    if (!found) return false
    const { statusId, position, description, focusX, focusY, createdAt } = found
    const id = ctx.newId()
    const { file, small, bytes, size, smallSize, animated, blurhash } = kept
    insertMedia(ctx.db, {
      ...{ id, accountId, file, small, bytes, blurhash, description, focusX, focusY, now: createdAt },
      ...{ width: size.width, height: size.height, smallWidth: smallSize.width, smallHeight: smallSize.height },
      animated: animated ? 1 : 0,
      hash: kept.sha256,
      likeness: Buffer.from(kept.likeness),
      flagged: kept.flagged ? 1 : 0,
    })
    attachMedia(ctx.db, { id, statusId, position })
    suspectPictures(ctx, { statusId })
    dropFile(ctx.db, { accountId, path })
    countCame(ctx.db, { accountId, bytes })
    markChanged(ctx.db, { statusId })
    forgetStatus(ctx, { statusId })
    return true
  })
}

/** Makes a picture anew; undefined, with the reason noted, for what is none. */
async function make(ctx: Context, accountId: number, path: string, bytes: Buffer): Promise<KeptPicture | undefined> {
  try {
    return await storeAttachment(ctx, bytes)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.status >= 429) throw thrown
    failFile(ctx.db, { accountId, path, problem: thrown.message })
    return undefined
  }
}

/**
 * Takes a picture of one's archive into the post that it belongs to. One that is here already, or is in no post of the
 * archive, is dropped, so that it may be sent twice. Throws 403 above one's share or while no pictures are taken, 404
 * without a file, 507 without room.
 */
export async function bringPicture(
  ctx: Context,
  { accountId }: Viewer,
  { path, problem }: z.infer<typeof pictureForm>,
  upload: Upload | undefined,
): Promise<PictureCounts> {
  if (problem) failFile(ctx.db, { accountId, path, problem: tooLarge })
  else if (!upload) throw notFound('There is no picture in what was sent.')
  else if (waitingFile(ctx.db, { accountId, path })) {
    checkShare(ctx, accountId)
    checkPictures(ctx.db, ctx.now())
    const kept = await make(ctx, accountId, path, upload.bytes)
    if (kept && !hang(ctx, accountId, path, kept)) await forget(ctx, kept)
  }
  return countsOf(ctx, accountId)
}

/** Leaves those that did not come in the archive, and asks for them no more. */
export function leavePictures(ctx: Context, viewer: Viewer): BroughtPictures {
  dropFiles(ctx.db, { accountId: viewer.accountId })
  return readPictures(ctx, viewer)
}
