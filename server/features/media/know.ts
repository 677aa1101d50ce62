import type { Context } from '../../context.ts'
import { sha256Hex } from '../../core/crypto.ts'
import { decodePicture } from '../../core/pictures/decode.ts'
import { readFileNow } from '../../core/pictures/files.ts'
import { barredPicture } from '../../core/pictures/queries.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../job-payloads.ts'
import { limits } from '../../limits.ts'
import { noteLooks, unknownLooks } from './queries.ts'
import { suspectPictures } from './suspect.ts'

const AT_ONCE = 20

type Unknown = ReturnType<typeof unknownLooks>[number]

/** Notes how a picture looks; one that cannot be read is not asked for again. */
async function know(ctx: Context, { id, statusId, file }: Unknown): Promise<void> {
  const bytes = file === null ? undefined : readFileNow(ctx.config.dataDir, file)
  const wish = { make: 'likeness', pixels: limits.imagePixels } as const
  const likeness = bytes && (await decodePicture({ bytes, kind: 'webp' }, wish)).likeness
  const hash = bytes ? sha256Hex(bytes) : null
  ctx.transact(() => {
    noteLooks(ctx.db, { id, hash, likeness: Buffer.from(likeness ?? []) })
    if (statusId === null) return
    const barred = hash === null ? undefined : barredPicture(ctx.db, { hash })
    if (barred) ctx.emit('pictureTwinFound', { statusId, actionId: barred.actionId })
    else suspectPictures(ctx, { statusId })
  })
}

/** Works out by what pictures from before are found again, and looks whether they were taken down; it may run twice. */
export const knowPictures: Worker<Context, Jobs['knowPictures']> = {
  async run(ctx) {
    for (let known = 0; known < limits.knownAtOnce; known += AT_ONCE) {
      const next = unknownLooks(ctx.db, { most: AT_ONCE })
      for (const one of next) await know(ctx, one)
      if (next.length < AT_ONCE) return
    }
  },
}
