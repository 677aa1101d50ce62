import type { Context } from '../../context.ts'
import { removeFile } from '../../core/pictures/files.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { forgetLost, lostFiles, removeLoose, unknownLooks } from './queries.ts'

/** Takes files off the disk whose picture is gone, a stretch at a time; it may run twice. */
export const clearFiles: Worker<Context, Jobs['clearFiles']> = {
  async run(ctx) {
    const lost = lostFiles(ctx.db, { most: limits.filesAtOnce })
    for (const { file } of lost) {
      await removeFile(ctx.config.dataDir, file)
      forgetLost(ctx.db, { file })
    }
    if (lost.length === limits.filesAtOnce) ctx.queue.add('clearFiles', {})
  },
}

/** Forgets pictures that were never posted, sees to files that are still there, and to pictures that nobody could find again. */
export function sweepMedia(ctx: Context): void {
  removeLoose(ctx.db, { before: ctx.now() - limits.mediaLoose })
  ctx.queue.add('clearFiles', {})
  if (unknownLooks(ctx.db, { most: 1 }).length > 0) ctx.queue.add('knowPictures', {}, { once: 'knowPictures' })
}
