import { parentPort } from 'node:worker_threads'
import sharp, { type Metadata, type SharpOptions } from 'sharp'
import { likenessOf } from './likeness.ts'
import { makeMoving, makeStill } from './make-attachment.ts'
import type { Outcome, Problem, Task } from './protocol.ts'

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

/** Longer than this, in seconds, no step of the work on one picture takes. */
const STEP = 15

const decode = ({ bytes, pixels }: Pick<Task, 'bytes' | 'pixels'>, more: SharpOptions = { pages: 1 }) =>
  sharp(bytes, { limitInputPixels: pixels, failOn: 'error', unlimited: false, ...more }).timeout({ seconds: STEP })

/** Why a picture is not taken, told from its first bytes alone. */
function wrongWith({ kind, pixels }: Task, { format, width, height, compression }: Metadata): Problem | undefined {
  const found = format === 'heif' && compression === 'av1' ? 'avif' : format
  if (found !== kind) return 'broken'
  return width * height > pixels ? 'too_large' : undefined
}

type CutTask = Task & { make: 'cut' }
type AttachmentTask = Task & { make: 'attachment' }

/**
 * Cuts the first frame, upright, to what is wanted: a square out of its middle, anything else where there is most to
 * see. No metadata comes along.
 */
async function makeCut(task: CutTask): Promise<Omit<Outcome, 'id'>> {
  const { width, height } = task
  const cut = decode(task)
    .autoOrient()
    .resize(width, height, { fit: 'cover', position: width === height ? 'centre' : 'attention' })
  return { webp: await cut.toColourspace('srgb').webp({ quality: 86, effort: 4 }).toBuffer() }
}

/** Makes what a post shows, upright and without metadata; what moves goes on moving. */
async function makeAttachment(task: AttachmentTask, found: Metadata): Promise<Omit<Outcome, 'id'>> {
  const { keptPixels, smallPixels, animationPixels } = task
  const wish = { size: found.autoOrient, keptPixels, smallPixels }
  const still = decode(task).autoOrient()
  const frames = found.pages ?? 1
  if (frames === 1 || !['gif', 'webp'].includes(task.kind)) return { attachment: await makeStill(still, wish) }
  if (found.width * found.height * frames > animationPixels) return { problem: 'too_long' }
  const moving = decode({ bytes: task.bytes, pixels: animationPixels }, { animated: true })
  return { attachment: await makeMoving(moving, still, wish) }
}

async function work(task: Task): Promise<Omit<Outcome, 'id'>> {
  const found = await decode(task).metadata()
  const problem = wrongWith(task, found)
  if (problem) return { problem }
  if (task.make === 'likeness') return { likeness: await likenessOf(decode(task).autoOrient()) }
  return task.make === 'cut' ? makeCut(task) : makeAttachment(task, found)
}

parentPort?.on('message', async (task: Task) => {
  const outcome = await work(task).catch((thrown: unknown) => ({
    problem:
      thrown instanceof Error && /pixel limit/i.test(thrown.message) ? ('too_large' as const) : ('broken' as const),
  }))
  parentPort?.postMessage({ id: task.id, ...outcome } satisfies Outcome)
})
