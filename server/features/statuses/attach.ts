import type { Context } from '../../context.ts'
import { invalidFields } from '../../core/errors.ts'
import type { MediaAttributes } from '../../http/picture-form.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { attachMedia, describeMedia, loosenMedia, type MediaRow, mediaById, mediaOf } from '../media/queries.ts'
import { isScheduled } from './scheduled/queries.ts'

const refuse = (field: string, description: string) =>
  invalidFields({ [field]: [{ error: 'ERR_INVALID', description }] })

/**
 * The pictures that a post is to have, in the order of `ids`: one's own, and in no other post (`statusId`: in none but
 * this one). Throws 422 for others, for more than a post can have, and for one that is named twice.
 */
export function findPictures(
  ctx: Context,
  { accountId }: Viewer,
  ids: readonly number[],
  statusId?: number,
): MediaRow[] {
  if (ids.length > limits.mediaPerPost) {
    throw refuse('media_ids', `A post can have ${limits.mediaPerPost} pictures at most.`)
  }
  const rows = [...new Set(ids)].map((id) => mediaById(ctx.db, { id }))
  const free = rows.filter(
    (row) =>
      row?.accountId === accountId &&
      (row.statusId === null || row.statusId === statusId) &&
      isScheduled(ctx.db, { id: row.id }) === undefined,
  )
  if (free.length < ids.length) {
    throw refuse('media_ids', 'One of the pictures is not there any more, or is in a post already. Add it again.')
  }
  return free.filter((row) => row !== undefined)
}

/**
 * Puts pictures that {@link findPictures} gave into a post, in their order, with what `attributes` say about them
 * anew; those that it had before and that are not among them are taken out.
 */
export function setPictures(
  ctx: Context,
  statusId: number,
  rows: readonly MediaRow[],
  attributes: readonly MediaAttributes[] = [],
): void {
  loosenMedia(ctx.db, { statusId, kept: JSON.stringify(rows.map(({ id }) => id)), now: ctx.now() })
  for (const [position, row] of rows.entries()) {
    attachMedia(ctx.db, { id: row.id, statusId, position })
    const said = attributes.find(({ id }) => id === row.id)
    if (!said) continue
    const { x: focusX, y: focusY } = said.focus ?? { x: row.focusX, y: row.focusY }
    describeMedia(ctx.db, { id: row.id, description: said.description ?? row.description, focusX, focusY })
  }
}

const isSaid = (row: MediaRow, { description, focus }: MediaAttributes): boolean =>
  (description ?? row.description) === row.description &&
  (focus?.x ?? row.focusX) === row.focusX &&
  (focus?.y ?? row.focusY) === row.focusY

/**
 * What an edit does with the pictures of a post: how many it has afterwards, and how to bring that about, where they
 * are others, in another order or described otherwise. Without `media_ids` they stay. Throws 422 as {@link findPictures}.
 */
export function pictureChange(
  ctx: Context,
  viewer: Viewer,
  statusId: number,
  { media_ids: ids, media_attributes: said }: { media_ids?: number[] | undefined; media_attributes: MediaAttributes[] },
): { count: number; apply?: () => void } {
  const before = mediaOf(ctx.db, { ids: JSON.stringify([statusId]) })
  if (ids === undefined) return { count: before.length }
  const rows = findPictures(ctx, viewer, ids, statusId)
  const isSame = rows.length === before.length && rows.every(({ id }, n) => id === before[n]?.id)
  const isDescribed = said.every((one) => rows.every((row) => row.id !== one.id || isSaid(row, one)))
  if (isSame && isDescribed) return { count: rows.length }
  return { count: rows.length, apply: () => setPictures(ctx, statusId, rows, said) }
}
