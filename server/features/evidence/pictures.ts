import type { EvidencePicture } from '../../../shared/api/evidence.ts'
import type { Context } from '../../context.ts'
import { sha256Hex } from '../../core/crypto.ts'
import { readFileNow } from '../../core/pictures/files.ts'
import { limits } from '../../limits.ts'
import { type MediaRow, mediaByIds, mediaOf } from '../media/queries.ts'
import { type PictureThen, readPictures } from '../statuses/edits/queries.ts'

/**
 * Reads the pictures of posts (`ids`, a JSON list) and of what they were before. `ofVersion` gives one that was taken
 * out since only to somebody whom the post names: others could not see it any more either.
 */
export function gatherPictures(ctx: Context, ids: string, earlier: readonly { media: string }[]) {
  const { files, hashOf } = reading(ctx)
  const now = Map.groupBy(mediaOf(ctx.db, { ids }), ({ statusId }) => statusId)
  const then = [...new Set(earlier.flatMap(({ media }) => readPictures(media)).map(({ id }) => id))]
  const rows = new Map(mediaByIds(ctx.db, { ids: JSON.stringify(then) }).map((row) => [row.id, row]))
  return {
    files,
    ofPost: (id: number): EvidencePicture[] =>
      (now.get(id) ?? []).map((row) => ({ sha256: hashOf(row), description: row.description })),
    ofVersion:
      (statusId: number, isNamed: boolean) =>
      ({ id, description }: PictureThen): EvidencePicture => {
        const row = rows.get(id)
        return { sha256: row && (isNamed || row.statusId === statusId) ? hashOf(row) : null, description }
      },
  }
}

/** Reads each file once; past what a bundle holds, the small one of a picture stands for it. */
function reading({ config: { dataDir } }: Context) {
  const files = new Map<string, Buffer>()
  const hashes = new Map<number, string | null>()
  let bytes = 0
  const read = ({ file, small }: MediaRow): string | null => {
    // of a picture from elsewhere that nobody looked at yet there is nothing
    if (file === null || small === null) return null
    const whole = readFileNow(dataDir, file)
    const fits = whole && bytes + whole.length <= limits.evidencePictures
    const kept = fits ? whole : readFileNow(dataDir, small)
    if (!kept) return null
    bytes += kept.length
    const sha256 = sha256Hex(kept)
    files.set(sha256, kept)
    return sha256
  }
  const hashOf = (row: MediaRow): string | null => {
    const known = hashes.get(row.id)
    if (known !== undefined) return known
    const hash = read(row)
    hashes.set(row.id, hash)
    return hash
  }
  return { files, hashOf }
}
