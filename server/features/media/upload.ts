import type { MediaAttachment } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import { invalidFields, notFound, Refusal } from '../../core/errors.ts'
import { type KeptPicture, storeAttachment } from '../../core/pictures/attachment.ts'
import { removeFile } from '../../core/pictures/files.ts'
import type { Upload } from '../../http/body.ts'
import type { DescriptionForm } from '../../http/picture-form.ts'
import { limits } from '../../limits.ts'
import { checkPictures } from '../../policies/panic.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentMedia } from './present.ts'
import { bytesSince, describeMedia, insertMedia, type MediaRow, mediaById, removeMedia } from './queries.ts'

/**
 * Keeps a picture for a post to come. Throws 422 without one or for what is no picture, 413 for one that is too large,
 * 429 past a day's share, 507 without room.
 */
export async function uploadMedia(
  ctx: Context,
  viewer: Viewer,
  form: DescriptionForm,
  upload: Upload | undefined,
): Promise<MediaAttachment> {
  if (!upload || upload.bytes.length === 0) {
    throw invalidFields({ file: [{ error: 'ERR_BLANK', description: 'Choose a picture first.' }] })
  }
  checkShare(ctx, viewer)
  checkPictures(ctx.db, ctx.now())
  const kept = await storeAttachment(ctx, upload.bytes)
  try {
    return ctx.transact(() => presentMedia(ctx, insert(ctx, viewer, form, kept)))
  } catch (thrown) {
    // what was not written down belongs to nobody, so its files go too
    for (const file of [kept.file, kept.small]) await removeFile(ctx.config.dataDir, file)
    throw thrown
  }
}

function checkShare(ctx: Context, { accountId }: Viewer): void {
  const used = bytesSince(ctx.db, { accountId, since: ctx.now() - DAY })?.bytes ?? 0
  if (used < limits.mediaDay) return
  throw new Refusal(429, 'You have added as many pictures as one person can in a day. Please go on tomorrow.')
}

function insert(ctx: Context, { accountId }: Viewer, form: DescriptionForm, kept: KeptPicture): MediaRow {
  const id = ctx.newId()
  insertMedia(ctx.db, {
    id,
    accountId,
    file: kept.file,
    small: kept.small,
    bytes: kept.bytes,
    width: kept.size.width,
    height: kept.size.height,
    smallWidth: kept.smallSize.width,
    smallHeight: kept.smallSize.height,
    animated: kept.animated ? 1 : 0,
    focusX: form.focus?.x ?? 0,
    focusY: form.focus?.y ?? 0,
    description: form.description ?? '',
    blurhash: kept.blurhash,
    hash: kept.sha256,
    likeness: Buffer.from(kept.likeness),
    flagged: kept.flagged ? 1 : 0,
    now: ctx.now(),
  })
  return findLoose(ctx, accountId, id)
}

/** One's own picture that is in no post. Throws 404 for every other one, whether it exists or not. */
function findLoose(ctx: Context, accountId: number, id: number): MediaRow {
  const row = mediaById(ctx.db, { id })
  if (row?.accountId !== accountId || row.statusId !== null) throw notFound()
  return row
}

/** Shows one's own picture that is in no post yet. */
export const readMedia = (ctx: Context, { accountId }: Viewer, id: number): MediaAttachment =>
  presentMedia(ctx, findLoose(ctx, accountId, id))

/** Changes what is said about one's own picture before it is posted; what is not given stays. */
export function updateMedia(
  ctx: Context,
  { accountId }: Viewer,
  form: DescriptionForm & { id: number },
): MediaAttachment {
  return ctx.transact(() => {
    const row = findLoose(ctx, accountId, form.id)
    const said = form.description ?? row.description
    const { x: focusX, y: focusY } = form.focus ?? { x: row.focusX, y: row.focusY }
    describeMedia(ctx.db, { id: row.id, description: said, focusX, focusY })
    return presentMedia(ctx, { ...row, description: said, focusX, focusY })
  })
}

/** Takes one's own picture away that is in no post. Throws 404 for every other one. */
export function deleteMedia(ctx: Context, { accountId }: Viewer, id: number): object {
  return ctx.transact(() => {
    removeMedia(ctx.db, { id: findLoose(ctx, accountId, id).id })
    ctx.queue.add('clearFiles', {})
    return {}
  })
}
