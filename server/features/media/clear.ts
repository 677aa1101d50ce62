import type { Context } from '../../context.ts'
import { removeFile } from '../../core/pictures/files.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { forgetLost, lostFiles, removeLoose } from './queries.ts'

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

/** Forgets pictures that were never posted, and sees to files that are still there. */
export function sweepMedia(ctx: Context): void {
  removeLoose(ctx.db, { before: ctx.now() - limits.mediaLoose })
  ctx.queue.add('clearFiles', {})
}
