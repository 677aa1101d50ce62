import type { Context } from '../../context.ts'
import { invalidFields } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import type { MediaAttributes } from '../media/form.ts'
import { attachMedia, describeMedia, loosenMedia, type MediaRow, mediaById } from '../media/queries.ts'

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
    (row) => row?.accountId === accountId && (row.statusId === null || row.statusId === statusId),
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
