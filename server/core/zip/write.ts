import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ZipOutcome, ZipTask } from './protocol.ts'

/** A ZIP file while it is written, by a thread of its own, so that nobody waits for the packing. */
export type ZipWriter = {
  /** Puts a text in. */
  addText(name: string, text: string): Promise<void>
  /** Puts a file in; one that is gone becomes an empty one. */
  addFile(name: string, path: string): Promise<void>
  /** Ends the file and gives its bytes. */
  finish(): Promise<number>
  /** Ends the thread; always to be called. */
  stop(): Promise<unknown>
}

/** Begins a ZIP file at a path where none is. Every step throws where it could not be written. */
export async function writeZip(path: string): Promise<ZipWriter> {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 64 },
    env: {},
  })
  const ask = async (task: ZipTask): Promise<ZipOutcome> => {
    const answered = once(thread, 'message')
    thread.postMessage(task)
    const [outcome] = (await answered) as [ZipOutcome]
    return outcome
  }
  const must = async (task: ZipTask): Promise<number> => {
    const { bytes, failed } = await ask(task)
    if (failed) throw new Error('the archive could not be written')
    return bytes
  }
  await must({ to: path }).catch((thrown) => {
    void thread.terminate()
    throw thrown
  })
  return {
    async addText(name, text) {
      await must({ name, text })
    },
    async addFile(name, file) {
      await ask({ name, path: file })
    },
    finish: () => must({ end: true }),
    stop: () => thread.terminate(),
  }
}
