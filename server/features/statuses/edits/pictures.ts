import type { MediaAttachment } from '../../../../shared/api/wire.ts'
import type { Context } from '../../../context.ts'
import { presentMedia, presentTaken } from '../../media/present.ts'
import { mediaByIds, mediaOf } from '../../media/queries.ts'
import { readPictures } from './queries.ts'

/** The pictures of a post that was never edited, as {@link readPictures} reads them. */
export const picturesNow = (ctx: Context, statusId: number): string =>
  JSON.stringify(mediaOf(ctx.db, { ids: JSON.stringify([statusId]) }))

/**
 * The pictures of each version of a post, as they were described then. Of one that its author took out since, or that is
 * in another post now, the words are left and no address.
 */
export function presentVersions(ctx: Context, statusId: number, versions: readonly string[]): MediaAttachment[][] {
  const each = versions.map(readPictures)
  const ids = JSON.stringify([...new Set(each.flat().map(({ id }) => id))])
  const here = mediaByIds(ctx.db, { ids }).filter((row) => row.statusId === statusId)
  const rows = new Map(here.map((row) => [row.id, row]))
  return each.map((pictures) =>
    pictures.map((then) => {
      const row = rows.get(then.id)
      return row ? presentMedia(ctx, { ...row, ...then }) : presentTaken(then)
    }),
  )
}
