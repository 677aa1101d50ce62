import { parentPort } from 'node:worker_threads'
import sharp from 'sharp'
import type { Outcome, Task } from './protocol.ts'

// Only the decoders of the kinds that are taken may ever run, whatever a file turns out to hold.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
})
sharp.cache(false)
sharp.concurrency(1)

/**
 * Decodes the first frame, turns it upright and cuts it to what is wanted: a square out of its middle, anything else
 * where there is most to see. No metadata comes along.
 */
async function makeCut({ bytes, kind, pixels, ...cut }: Task): Promise<Omit<Outcome, 'id'>> {
  const picture = sharp(bytes, { limitInputPixels: pixels, failOn: 'error', pages: 1, unlimited: false })
  const { format, width, height, compression } = await picture.metadata()
  const found = format === 'heif' && compression === 'av1' ? 'avif' : format
  if (found !== kind) return { problem: 'broken' }
  if (width * height > pixels) return { problem: 'too_large' }
  const webp = await picture
    .autoOrient()
    .resize(cut.width, cut.height, { fit: 'cover', position: cut.width === cut.height ? 'centre' : 'attention' })
    .toColourspace('srgb')
    .webp({ quality: 86, effort: 4 })
    .timeout({ seconds: 15 })
    .toBuffer()
  return { webp }
}

parentPort?.on('message', async (task: Task) => {
  const outcome = await makeCut(task).catch((thrown: unknown) => ({
    problem:
      thrown instanceof Error && /pixel limit/i.test(thrown.message) ? ('too_large' as const) : ('broken' as const),
  }))
  parentPort?.postMessage({ id: task.id, ...outcome } satisfies Outcome)
})
